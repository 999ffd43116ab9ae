// The route of every edge, in the layout's coordinates.

import { graph } from "./graph.js";
import { clamp, curve, distanceTo, loop, rounded } from "./polylines.js";

/** @type {Map<number, Line>} */
export const routes = new Map();

/** Whether an edge still follows the route that was found for it: neither end was dragged elsewhere.
 * @param {GraphEdge} edge */
export const isRouted = (edge) => Boolean(edge.corners) && !graph.nodes[edge.s].moved && !graph.nodes[edge.t].moved;

/** From source to target.
 * @param {GraphEdge} edge */
export function routeOf(edge) {
  let line = routes.get(edge.k);
  if (line) return line;
  const { s, t, beside } = edge;
  const [a, b] = [graph.nodes[s], graph.nodes[t]];
  if (s === t) line = loop(a, 16);
  else if (isRouted(edge) && edge.corners) line = rounded(edge.corners, 7);
  else {
    const free = beside.filter((other) => !isRouted(other));
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const place = free.indexOf(edge) - (free.length - 1) / 2;
    // Parallel edges lie side by side; a single one is bowed a little, off the rows of words.
    let bend = free.length > 1 ? place * clamp(length * 0.16, 16, 46)
      : edge.weight ? bendAround(a, b, length) : clamp(length * 0.07, 0, 40);
    if (beside.length > free.length) bend += bend < 0 ? -12 : 12;
    line = curve(a, b, s < t ? bend : -bend);
  }
  routes.set(edge.k, line);
  return line;
}

/** A tie is straight, unless it would run through a third and seem to end there.
 * @param {GraphNode} a @param {GraphNode} b @param {number} length */
function bendAround(a, b, length) {
  if (graph.nodes.length > 150) return 0;
  const isInTheWay = graph.nodes.some((c) => c !== a && c !== b && distanceTo([a.x, a.y, b.x, b.y], c.x, c.y) < 22);
  return isInTheWay ? clamp(length * 0.12, 26, 60) : 0;
}

export function forgetRoutes() { routes.clear(); }
