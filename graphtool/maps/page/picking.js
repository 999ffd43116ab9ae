// What is under the pointer.

import { howDrawn, leavesView, strandUnder } from "./bundles.js";
import { drawnEdge } from "./drawnedge.js";
import { graph } from "./graph.js";
import { endBox, radiusAt } from "./look.js";
import { cellUnder, isMatrix } from "./matrix.js";
import { metaEdgeLine, metaEdges } from "./metaedges.js";
import { picture } from "./picture.js";
import { distanceTo } from "./polylines.js";
import { emphasis, visible } from "./visible.js";

/** The node under a point of the map, or so many pixels from it, its label included; -1 for none.
 * @param {number} x @param {number} y @param {number} [reach] */
export function nodeUnder(x, y, reach = 5) {
  const { frame, frame: { scale } } = picture;
  let [best, least] = [-1, reach];
  for (const i of visible.nodes) {
    if (isOnMetaNode(i, x, y)) return i;
    if (graph.nodes[i].card) continue;
    const node = graph.nodes[i];
    const away = Math.hypot(node.x * scale + frame.x - x, node.y * scale + frame.y - y)
      - Math.max(radiusAt(scale) * (node.size || 1), 5);
    if (away < least) [best, least] = [i, away];
  }
  if (best >= 0) return best;
  const hit = frame.labels.find((b) => x >= b.x - 2 && x <= b.x + b.w + 2 && y >= b.y && y <= b.y + b.h);
  return hit ? hit.i : -1;
}

/** The line under a point of the map: an edge (-1 for none), or one that stands for several where that is nearer.
 * @param {number} x @param {number} y @returns {{ edge: number, strand: Bundle | null }} */
export function lineUnder(x, y) {
  if (isMatrix()) return { edge: cellUnder(x, y), strand: null };
  const metaEdge = metaEdgeUnder(x, y);
  if (metaEdge >= 0) return { edge: metaEdge, strand: null };
  const { edge, away } = edgeUnder(x, y);
  const strand = strandUnder(x, y);
  return strand && (edge < 0 || strand.away < away) ? { edge: -1, strand: strand.bundle } : { edge, strand: null };
}

/** The edge drawn by itself that is nearest to a point of the map, and how far away; -1 for none.
 * @param {number} x @param {number} y */
function edgeUnder(x, y) {
  const strong = emphasis();
  const { frame } = picture;
  let [best, least] = [-1, 6];
  for (const k of visible.edges) {
    const edge = graph.edges[k];
    if (edge.count !== undefined || (strong && !strong.edges.has(k))) continue;
    if (howDrawn(edge, frame, strong) !== "single" || (!strong && leavesView(edge, frame))) continue;
    const drawn = drawnEdge(edge, frame, radiusAt(frame.scale));
    const away = drawn ? distanceTo(drawn.line, x, y) : Infinity;
    if (away < least) [best, least] = [k, away];
  }
  return { edge: best, away: least };
}

/** The line under the pointer as its first edge; -1 for none.
 * @param {number} x @param {number} y */
function metaEdgeUnder(x, y) {
  const strong = emphasis();
  let [best, least] = [-1, 6];
  for (const one of metaEdges().list) {
    if (strong ? !one.edges.some(({ k }) => strong.edges.has(k)) : !one.drawn) continue;
    const line = metaEdgeLine(one, picture.frame);
    const away = line ? distanceTo(line, x, y) : Infinity;
    if (away < least) [best, least] = [one.edges[0].k, away];
  }
  return best;
}

/** @param {number} i @param {number} x @param {number} y */
function isOnMetaNode(i, x, y) {
  const box = endBox(i, picture.frame);
  return graph.nodes[i].card && x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}
