// The shortest path between two nodes through what is visible.

import { otherEnd } from "./graph.js";
import { visible, visibleEdgesOf } from "./visible.js";

/** null where none leads there; of equal ones the first in the data's order.
 * @param {number} start @param {number} end @returns {Path | null} */
export function shortestPath(start, end) {
  if (!visible.nodes.has(start) || !visible.nodes.has(end)) return null;
  /** The edge by which each node was reached. @type {Map<number, GraphEdge | null>} */
  const via = new Map([[start, null]]);
  let rim = [start];
  while (rim.length && !via.has(end)) {
    const next = [];
    for (const i of rim) {
      for (const edge of visibleEdgesOf(i)) {
        const j = otherEnd(edge, i);
        if (!via.has(j)) { via.set(j, edge); next.push(j); }
      }
    }
    rim = next;
  }
  if (!via.has(end)) return null;
  const path = { nodes: [end], edges: /** @type {number[]} */ ([]) };
  for (let edge = via.get(end); edge; edge = via.get(path.nodes[0])) {
    path.nodes.unshift(otherEnd(edge, path.nodes[0]));
    path.edges.unshift(edge.k);
  }
  return path;
}
