// The room that nodes and groups take, in the layout's coordinates: [left, top, right, bottom].

import { graph } from "./graph.js";
import { isNarrow } from "./look.js";
import { isMatrix } from "./matrix.js";
import { boundsOf } from "./polylines.js";
import { isRouted } from "./routes.js";
import { visible } from "./visible.js";

/** The box of a node with its words; a card has them in it.
 * @param {GraphNode} node @returns {Bounds} */
function nodeBox({ x, y, room: [w, h, below], card, head }) {
  if (head && head[0] === x && head[1] === y) {
    return [x - head[3] / 2, y - head[2] - 20, x + head[3] / 2, y + 10];
  }
  if (card) return [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
  return below ? [x - w / 2, y - 20, x + w / 2, y + h + 16] : [x - 20, y - h / 2, x + w + 20, y + h / 2];
}

/** The least box around all of these; null around nothing.
 * @param {Bounds[]} boxes @returns {Bounds | null} */
function union(boxes) {
  return boxes.length ? boundsOf(boxes.flat()) : null;
}

/** @param {Rectangle} rectangle @returns {Bounds} */
const boundsOfRectangle = ([x, y, w, h]) => [x, y, x + w, y + h];

/** Around what is visible, words included. */
export function visibleBox() {
  const [wide, high] = graph.view.size;
  if (isMatrix()) return /** @type {Bounds} */ ([0, 0, wide, high]);
  const boxes = graph.hulls.flatMap(({ now }) => (now ? [boundsOfRectangle(now)] : []));
  for (const i of visible.nodes) {
    if (graph.nodes[i].hull < 0 || graph.nodes[i].moved) boxes.push(nodeBox(graph.nodes[i]));
  }
  if (visible.nodes.size) boxes.push(...graph.view.headings.map(([x, y, w]) => boundsOfRectangle([x, y, w, 20])));
  for (const k of boxes.length ? visible.edges : []) {
    const { corners } = graph.edges[k];
    if (!corners || !isRouted(graph.edges[k])) continue;
    const [left, top, right, bottom] = boundsOf(corners);
    boxes.push([left - 4, top - 4, right + 4, bottom + 4]);
  }
  return union(boxes) || /** @type {Bounds} */ ([0, 0, 100, 100]);
}

/** Around these nodes with their words, wide enough to see where on the map it is.
 * @param {Iterable<number>} found @returns {Bounds} */
export function boxAround(found) {
  const [left, top, right, bottom] = union([...found].map((i) => nodeBox(graph.nodes[i]))) || visibleBox();
  const wide = isNarrow() ? 30 : Math.max(50, (700 - right + left) / 2);
  const high = Math.max(50, (420 - bottom + top) / 2);
  return [left - wide, top - high, right + wide, bottom + high];
}
