// Lines as flat lists of coordinates: [x0, y0, x1, y1, ...].

/** @param {number} value @param {number} low @param {number} high */
export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/** Corners become short arcs, so that a turn reads as one line and a crossing as two.
 * @param {Line} corners @param {number} radius */
export function rounded(corners, radius) {
  const made = [corners[0], corners[1]];
  for (let i = 2; i < corners.length - 2; i += 2) {
    const [x, y] = [corners[i], corners[i + 1]];
    const into = Math.hypot(x - corners[i - 2], y - corners[i - 1]);
    const out = Math.hypot(corners[i + 2] - x, corners[i + 3] - y);
    const r = Math.min(radius, into / 2, out / 2);
    if (r < 0.5) { made.push(x, y); continue; }
    const [ax, ay] = [x + (corners[i - 2] - x) * r / into, y + (corners[i - 1] - y) * r / into];
    const [bx, by] = [x + (corners[i + 2] - x) * r / out, y + (corners[i + 3] - y) * r / out];
    for (let k = 0; k <= 4; k++) {
      const t = k / 4;
      made.push((1 - t) ** 2 * ax + 2 * t * (1 - t) * x + t * t * bx,
        (1 - t) ** 2 * ay + 2 * t * (1 - t) * y + t * t * by);
    }
  }
  made.push(...corners.slice(-2));
  return made;
}

/** A curve from a to b; `bend` is how far its middle lies to the left of the straight line.
 * @param {Xy} a @param {Xy} b @param {number} bend */
export function curve(a, b, bend) {
  if (Math.abs(bend) < 0.5) return [a.x, a.y, b.x, b.y];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const cx = (a.x + b.x) / 2 + (b.y - a.y) / length * bend * 2;
  const cy = (a.y + b.y) / 2 - (b.x - a.x) / length * bend * 2;
  const made = [];
  for (let k = 0; k <= 14; k++) {
    const t = k / 14;
    made.push((1 - t) ** 2 * a.x + 2 * t * (1 - t) * cx + t * t * b.x,
      (1 - t) ** 2 * a.y + 2 * t * (1 - t) * cy + t * t * b.y);
  }
  return made;
}

/** From a point back to itself.
 * @param {Xy} a @param {number} size */
export function loop(a, size) {
  const made = [];
  for (let k = 0; k <= 16; k++) {
    const turn = Math.PI * (0.75 + 1.5 * k / 16);
    made.push(a.x + size * (Math.cos(turn) + 0.7), a.y - size * (1.1 - Math.sin(turn) * 0.9) + size);
  }
  return made;
}

/** @param {Line} line */
export function reversed(line) {
  const made = [];
  for (let i = line.length - 2; i >= 0; i -= 2) made.push(line[i], line[i + 1]);
  return made;
}

/** The line's first pixels.
 * @param {Line} line @param {number} pixels */
export function firstPart(line, pixels) {
  const made = [line[0], line[1]];
  let left = pixels;
  for (let i = 0; i + 3 < line.length && left > 0; i += 2) {
    const [dx, dy] = [line[i + 2] - line[i], line[i + 3] - line[i + 1]];
    const step = Math.hypot(dx, dy) || 1;
    const t = Math.min(1, left / step);
    made.push(line[i] + dx * t, line[i + 1] + dy * t);
    left -= step;
  }
  return made;
}

/** The line without its first pixels; null where nothing is left.
 * @param {Line} line @param {number} pixels */
export function cutStart(line, pixels) {
  let left = pixels;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const step = Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
    if (step > left) {
      const t = left / step;
      return [line[i] + (line[i + 2] - line[i]) * t, line[i + 1] + (line[i + 3] - line[i + 1]) * t,
        ...line.slice(i + 2)];
    }
    left -= step;
  }
  return null;
}

/** What is left of a line when its end is seen as its start; null where nothing is.
 * @param {Line | null} line @param {(line: Line) => Line | null} cut */
export function fromEnd(line, cut) {
  const left = line && cut(reversed(line));
  return left && reversed(left);
}

/** @param {Line} line */
export function lengthOf(line) {
  let total = 0;
  for (let i = 0; i + 3 < line.length; i += 2) {
    total += Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
  }
  return total;
}

/** Where the line is after this share of its length: {x, y, angle}.
 * @param {Line} line @param {number} share */
export function pointAlong(line, share) {
  let left = lengthOf(line) * share;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [dx, dy] = [line[i + 2] - line[i], line[i + 3] - line[i + 1]];
    const step = Math.hypot(dx, dy);
    if (step >= left && step > 0) {
      return { x: line[i] + dx * left / step, y: line[i + 1] + dy * left / step,
        angle: Math.atan2(dy, dx) };
    }
    left -= step;
  }
  const n = line.length;
  return { x: line[n - 2], y: line[n - 1],
    angle: Math.atan2(line[n - 1] - line[n - 3], line[n - 2] - line[n - 4]) };
}

/** How far a point is from the nearest of a line.
 * @param {Line} line @param {number} x @param {number} y */
export function distanceTo(line, x, y) {
  let best = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [dx, dy] = [line[i + 2] - line[i], line[i + 3] - line[i + 1]];
    const t = clamp(((x - line[i]) * dx + (y - line[i + 1]) * dy) / (dx * dx + dy * dy || 1), 0, 1);
    best = Math.min(best, Math.hypot(x - line[i] - t * dx, y - line[i + 1] - t * dy));
  }
  return best;
}

/** The least box around all corners of a line; of a box, its corners are two.
 * @param {Line} line */
export function boundsOf(line) {
  /** @type {Bounds} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < line.length; i += 2) {
    box[0] = Math.min(box[0], line[i]); box[2] = Math.max(box[2], line[i]);
    box[1] = Math.min(box[1], line[i + 1]); box[3] = Math.max(box[3], line[i + 1]);
  }
  return box;
}
