// Points and lines. A line is a flat list [x0, y0, x1, y1, ...].

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

// Corners become short arcs, so that a turn reads as one line and a crossing as two.
function rounded(corners, radius) {
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
  made.push(corners.at(-2), corners.at(-1));
  return made;
}

// A box with rounded corners, begun in the middle of its upper side.
const roundedBox = ({ x, y, w, h }, radius) =>
  rounded([x + w / 2, y, x + w, y, x + w, y + h, x, y + h, x, y, x + w / 2, y], radius);

// A bow from a to b; `bend` is how far its middle lies to the left of the straight line.
function bow(a, b, bend) {
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

function loop(a, size) {
  const made = [];
  for (let k = 0; k <= 16; k++) {
    const turn = Math.PI * (0.75 + 1.5 * k / 16);
    made.push(a.x + size * (Math.cos(turn) + 0.7), a.y - size * (1.1 - Math.sin(turn) * 0.9) + size);
  }
  return made;
}

// The line without its first and last pixels; null where nothing is left.
function trimmed(line, start, end) {
  return cutStart(reversed(cutStart(reversed(line), end)), start);
}

function reversed(line) {
  if (!line) return null;
  const made = [];
  for (let i = line.length - 2; i >= 0; i -= 2) made.push(line[i], line[i + 1]);
  return made;
}

// The line's first pixels.
function beginning(line, pixels) {
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

function cutStart(line, pixels) {
  if (!line) return null;
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

function lengthOf(line) {
  let total = 0;
  for (let i = 0; i + 3 < line.length; i += 2) {
    total += Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
  }
  return total;
}

// Where the line is after this share of its length: {x, y, angle}.
function along(line, share) {
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

function placed(polygon, x, y, size, angle = 0) {
  const [c, s] = [Math.cos(angle) * size, Math.sin(angle) * size];
  return polygon.flatMap(([px, py]) => [x + px * c - py * s, y + px * s + py * c]);
}

function distanceTo(line, x, y) {
  let best = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [dx, dy] = [line[i + 2] - line[i], line[i + 3] - line[i + 1]];
    const t = clamp(((x - line[i]) * dx + (y - line[i + 1]) * dy) / (dx * dx + dy * dy || 1), 0, 1);
    best = Math.min(best, Math.hypot(x - line[i] - t * dx, y - line[i + 1] - t * dy));
  }
  return best;
}

// The convex border around points [[x, y], ...] as a flat list (Andrew 1979, monotone chain).
function around(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list) => {
    const made = [];
    for (const p of list) {
      while (made.length > 1 && turn(made.at(-2), made.at(-1), p) <= 0) made.pop();
      made.push(p);
    }
    return made.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())].flat();
}

const turn = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

// Where the straight way from a point within a polygon to one outside leaves it; null where it does not.
function leaving(polygon, [x, y], [toX, toY]) {
  const [dx, dy] = [toX - x, toY - y];
  let last = -1;
  for (let i = 0; i < polygon.length; i += 2) {
    const [ax, ay] = [polygon[i], polygon[i + 1]];
    const [ex, ey] = [polygon[(i + 2) % polygon.length] - ax, polygon[(i + 3) % polygon.length] - ay];
    const across = dx * ey - dy * ex;
    if (!across) continue;
    const t = ((ax - x) * ey - (ay - y) * ex) / across;
    const u = ((ax - x) * dy - (ay - y) * dx) / across;
    if (u >= 0 && u <= 1 && t >= 0 && t <= 1) last = Math.max(last, t);
  }
  return last < 0 ? null : [x + dx * last, y + dy * last];
}
