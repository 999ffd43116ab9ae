// Closed outlines, and where a line leaves them.

import { rounded } from "./polylines.js";

/** A shape at this place, so large, and turned.
 * @param {Polygon} polygon @param {number} x @param {number} y @param {number} size @param {number} [angle] */
export function transformed(polygon, x, y, size, angle = 0) {
  const [c, s] = [Math.cos(angle) * size, Math.sin(angle) * size];
  return polygon.flatMap(([px, py]) => [x + px * c - py * s, y + px * s + py * c]);
}

/** A box with rounded corners, begun in the middle of its upper side.
 * @param {Box} box @param {number} radius */
export const roundedBox = ({ x, y, w, h }, radius) =>
  rounded([x + w / 2, y, x + w, y, x + w, y + h, x, y + h, x, y, x + w / 2, y], radius);

/** The convex border around points [[x, y], ...] as a flat line (Andrew 1979, monotone chain).
 * @param {Point[]} points @returns {Line} */
export function convexHull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...halfHull(sorted), ...halfHull(sorted.reverse())].flat();
}

/** @param {Point[]} sorted */
function halfHull(sorted) {
  /** @type {Point[]} */
  const made = [];
  for (const point of sorted) {
    while (made.length > 1 && orientation(made[made.length - 2], made[made.length - 1], point) <= 0) made.pop();
    made.push(point);
  }
  return made.slice(0, -1);
}

/** Above 0 where the way from a through b to c turns to the right on the screen.
 * @param {Point} a @param {Point} b @param {Point} c */
const orientation = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Where the straight way from a point within a polygon to one outside leaves it; null where it does not.
 * @param {Line} polygon @param {Point} from @param {Point} to */
export function exitPoint(polygon, [x, y], [toX, toY]) {
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

/** @param {Rectangle} rectangle @returns {Box} */
export const asBox = ([x, y, w, h]) => ({ x, y, w, h });

/** The line between two boxes' middles, outside of both; null where one holds the other.
 * @param {Box} a @param {Box} b @returns {Line | null} */
export function borderToBorder(a, b) {
  const [ax, ay, bx, by] = [a.x + a.w / 2, a.y + a.h / 2, b.x + b.w / 2, b.y + b.h / 2];
  const [dx, dy] = [bx - ax, by - ay];
  const [start, end] = [shareWithin(a, dx, dy), 1 - shareWithin(b, dx, dy)];
  if (start >= end) return null;
  return [ax + dx * start, ay + dy * start, ax + dx * end, ay + dy * end];
}

/** How much of a way from a box's middle lies within it.
 * @param {Box} box @param {number} dx @param {number} dy */
const shareWithin = ({ w, h }, dx, dy) => Math.min(w / 2 / Math.abs(dx), h / 2 / Math.abs(dy));
