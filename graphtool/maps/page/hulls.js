// The outlines of groups, drawn in to what is visible of them.

import { graph } from "./graph.js";
import { asBox, borderToBorder, convexHull, exitPoint } from "./polygons.js";
import { boundsOf } from "./polylines.js";

/** The box of a group as far as it is filled; null where nothing is left.
 * @param {Hull} hull @param {Set<number>} visibleNodes @returns {Rectangle | null} */
export function shownBox(hull, visibleNodes) {
  const shown = hull.members.filter((i) => visibleNodes.has(i));
  const within = graph.hulls.filter((other) => other.inside >= 0 && graph.hulls[other.inside] === hull);
  const inner = within.map((other) => shownBox(other, visibleNodes)).filter((box) => box !== null);
  if (shown.length === hull.members.length && inner.length === within.length) return hull.box;
  const boxes = inner.map(([x, y, w, h]) => [x - 8, y - 8, x + w + 8, y + h + 8]);
  for (const i of shown) {
    const { x, y, room: [width, height, below] } = graph.nodes[i];
    boxes.push(below ? [x - width / 2 - 12, y - 30, x + width / 2 + 12, y + height + 16]
      : [x - 22, y - height / 2 - 6, x + width + 24, y + height / 2 + 6]);
  }
  if (!boxes.length) return null;
  if (hull.title) boxes.push([hull.box[0], hull.box[1], hull.box[0] + 120, hull.box[1] + 24]);
  const [left, top, right, bottom] = boundsOf(boxes.flat());
  return [left, top, right - left, bottom - top];
}

/** The border of a group that is no box, drawn in where members are hidden.
 * @param {Hull} hull @param {Set<number>} visibleNodes */
export function shownOutline(hull, visibleNodes) {
  const shown = hull.members.filter((i) => visibleNodes.has(i));
  if (shown.length === hull.members.length) return hull.outline || null;
  const [x0, y0, width] = hull.box;
  /** @type {Point[]} */
  const title = hull.title ? [[x0, y0], [x0 + Math.min(width, 240), y0], [x0, y0 + 24]] : [];
  const corners = shown.flatMap((i) => {
    const { x, y, room: [w, h, below] } = graph.nodes[i];
    const [left, top, right, bottom] = below ? [x - w / 2 - 12, y - 22, x + w / 2 + 12, y + h + 14]
      : [x - 22, y - h / 2 - 8, x + w + 24, y + h / 2 + 8];
    return /** @type {Point[]} */ ([[left, top], [right, top], [right, bottom], [left, bottom]]);
  });
  return convexHull([...title, ...corners]);
}

/** The two groups, or those that hold them, that stand side by side; ordered.
 * @param {number} a @param {number} b */
export function siblings(a, b) {
  while (graph.hulls[a].depth > graph.hulls[b].depth) a = graph.hulls[a].inside;
  while (graph.hulls[b].depth > graph.hulls[a].depth) b = graph.hulls[b].inside;
  while (graph.hulls[a].inside !== graph.hulls[b].inside) [a, b] = [graph.hulls[a].inside, graph.hulls[b].inside];
  return a < b ? [a, b] : [b, a];
}

/** The line between two groups' middles, outside of both borders; null where one holds the other's.
 * @param {Hull} one @param {Hull} other @returns {Line | null} */
export function betweenHulls(one, other) {
  if (!one.now || !other.now) return null;
  const line = borderToBorder(asBox(one.now), asBox(other.now));
  if (!line) return null;
  const [from, to] = [one.now, other.now].map(([x, y, w, h]) => /** @type {Point} */ ([x + w / 2, y + h / 2]));
  const start = one.edge ? exitPoint(one.edge, from, to) : null;
  const end = other.edge ? exitPoint(other.edge, to, from) : null;
  return [...(start || line.slice(0, 2)), ...(end || line.slice(2))];
}
