// Edges between groups in one line for each two, where there are too many to be told apart.

import { DATA } from "./data.js";
import { crosses, graph } from "./graph.js";
import { betweenHulls, siblings } from "./hulls.js";
import { faded, isInView, isOverview, onScreen, palette } from "./look.js";
import { transformed } from "./polygons.js";
import { clamp } from "./polylines.js";
import { tally } from "./tally.js";
import { perVersion, visible } from "./visible.js";

// Many edges between groups are shown as one line for each two groups until one looks closer.
const MANY = 220;

const CLOSE = 0.85;

/** @param {Frame} frame @param {boolean} whole */
export function showsBundles(frame, whole) {
  if (whole || !graph.hulls.length || frame.scale > CLOSE) return false;
  return visible.crossing > MANY || (isOverview(frame.scale) && !graph.hulls.every((hull) => hull.net));
}

/** What may be bundled, the fewest edges first, and which edges these are. What is in no group, or runs between a group
 * and one within it, has no border to go to and is always drawn by itself. */
const bundles = perVersion(() => {
  /** @type {Map<string, Bundle>} */
  const found = new Map();
  for (const k of visible.edges) {
    const edge = graph.edges[k];
    if (!crosses(edge) || graph.nodes[edge.s].hull < 0 || graph.nodes[edge.t].hull < 0) continue;
    const [a, b] = siblings(graph.nodes[edge.s].hull, graph.nodes[edge.t].hull);
    const bundle = found.get(a + " " + b);
    const line = bundle || a === b ? null : betweenHulls(graph.hulls[a], graph.hulls[b]);
    if (bundle) bundle.edges.push(edge);
    else if (line) found.set(a + " " + b, { line, edges: [edge] });
  }
  const list = [...found.values()].sort((one, other) => one.edges.length - other.edges.length);
  return { list, edges: new Set(list.flatMap((bundle) => bundle.edges)) };
});

/** Whether an edge is in a bundle rather than drawn by itself.
 * @param {GraphEdge} edge @param {Frame} frame @param {Emphasis | null} strong */
export const isInBundle = (edge, frame, strong) =>
  frame.bundled && !(strong && strong.edges.has(edge.k)) && bundles().edges.has(edge);

/** Where too many edges cross between groups, one that leaves the view is drawn only where it begins and ends.
 * @param {GraphEdge} edge @param {Frame} frame */
export function leavesView(edge, frame) {
  if (frame.bundled || visible.crossing <= MANY || !crosses(edge)) return false;
  return !isInView(graph.nodes[edge.s], frame) || !isInView(graph.nodes[edge.t], frame);
}

/** From border to border, the thicker the more edges there are.
 * @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong */
export function drawBundles(items, frame, strong) {
  const { list } = bundles();
  const { bundle } = palette();
  list.forEach(({ line, edges: among }, place) => {
    const rank = list.length - 1 - place;
    const n = among.length;
    const points = onScreen(line, frame);
    const width = 0.8 + Math.log2(n + 1) * 0.9;
    const left = (rank < 40 ? clamp(0.6 + n / 20, 0, 1) : 0.3) * (strong ? 0.4 : 1);
    items.push({ is: "line", points, stroke: faded(bundle, left), width, dash: [], stands: among });
    for (const at of rank < 40 ? [0, 2] : []) {
      const end = transformed(DATA.shapes.dot, points[at], points[at + 1], width * 0.6 + 1.2);
      items.push({ is: "shape", points: end, fill: faded(bundle, left) });
    }
    tally(frame, "gathered", among.filter((edge) => !(strong && strong.edges.has(edge.k))));
    if (n > 1) frame.counts.push({ points, n, stands: among, left: strong ? 0.4 : 1 });
  });
}
