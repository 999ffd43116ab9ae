// Edges between groups in one line for each two, where there are too many to be told apart.

import { countOf } from "./contents.js";
import { DATA } from "./data.js";
import { crosses, graph } from "./graph.js";
import { betweenHulls, siblings } from "./hulls.js";
import { faded, isInView, isOverview, onScreen, palette } from "./look.js";
import { picture } from "./picture.js";
import { transformed } from "./polygons.js";
import { clamp, distanceTo, lengthOf, rounded } from "./polylines.js";
import { state } from "./state.js";
import { tally } from "./tally.js";
import { perVersion, visible } from "./visible.js";

// Many edges between groups are shown as one line for each two groups until one looks closer.
const MANY = 220;

const CLOSE = 0.85;

/** What is gathered at rest is so at every zoom; else only where one looks from afar.
 * @param {Frame} frame @param {boolean} whole */
export function showsBundles(frame, whole) {
  if (graph.view.strands.length) return true;
  if (whole || !graph.hulls.length || frame.scale > CLOSE) return false;
  return visible.crossing > MANY || (isOverview(frame.scale) && !graph.hulls.every((hull) => hull.cluster));
}

/** What may be bundled, the fewest edges first, and which edges these are. What is in no group, or runs between a group
 * and one within it, has no border to go to and is always drawn by itself. */
const bundles = perVersion(() => {
  const list = (graph.view.strands.length ? strands() : betweenGroups())
    .sort((one, other) => one.edges.length - other.edges.length);
  return { list, edges: new Set(list.flatMap((bundle) => bundle.edges)) };
});

/** The strands that the layout has found ways for, as far as anything of them is visible.
 * @returns {Bundle[]} */
function strands() {
  const ends = graph.view.strands.flatMap(([pair]) => pair);
  /** @param {number} hull */
  const degree = (hull) => ends.filter((end) => end === hull).length;
  return graph.view.strands.map(([[a, b], corners, among]) => {
    const line = rounded(corners, 7);
    const share = Math.min(0.5, 18 / (lengthOf(line) || 1));
    const edges = among.filter((k) => visible.edges.has(k)).map((k) => graph.edges[k])
      .filter(({ relation }) => !state.wholeRelations.has(relation));
    return { ends: /** @type {[number, number]} */ ([a, b]),
      line, edges, first: degree(a) <= degree(b) ? share : 1 - share };
  }).filter(({ edges }) => edges.length);
}

/** One line for each two groups, as the crow flies.
 * @returns {Bundle[]} */
function betweenGroups() {
  /** @type {Map<string, Bundle>} */
  const found = new Map();
  for (const k of visible.edges) {
    const edge = graph.edges[k];
    if (!crosses(edge) || graph.nodes[edge.s].hull < 0 || graph.nodes[edge.t].hull < 0) continue;
    const [a, b] = siblings(graph.nodes[edge.s].hull, graph.nodes[edge.t].hull);
    const bundle = found.get(a + " " + b);
    const line = bundle || a === b ? null : betweenHulls(graph.hulls[a], graph.hulls[b]);
    if (bundle) bundle.edges.push(edge);
    else if (line) found.set(a + " " + b, { ends: [a, b], line, edges: [edge] });
  }
  return [...found.values()];
}

/** The lines that stand for several edges, those of most edges first; none where all are drawn one by one.
 * @param {Frame} frame @returns {Bundle[]} */
export const gatheredLines = (frame) => (frame.bundled ? [...bundles().list].reverse() : []);

/** What is gathered in the line that stands for one of these edges; null where none does.
 * @param {number[]} among @returns {Strand | null} */
export function strandOf(among) {
  const found = bundles().list.find(({ edges }) => edges.some(({ k }) => among.includes(k)));
  return found ? { ends: found.ends, edges: found.edges.map(({ k }) => k) } : null;
}

/** How wide the line is drawn.
 * @param {number} n @param {number} scale */
const widthAt = (n, scale) =>
  (0.8 + Math.log2(n + 1) * 0.9) * (graph.view.strands.length ? clamp(scale + 0.25, 0.6, 1) : 1);

/** The line that stands for several edges at a point of the map, or whose number is there, and how far away; null for
 * none near enough. Of several that share a trunk, the one after that which is chosen.
 * @param {number} x @param {number} y @returns {{ bundle: Bundle, away: number } | null} */
export function strandUnder(x, y) {
  const { frame } = picture;
  const number = frame.counts.find(({ box }) => box
    && x >= box.x - 2 && x <= box.x + box.w + 2 && y >= box.y - 2 && y <= box.y + box.h + 2);
  const found = gatheredLines(frame).map((bundle) => ({ bundle, away: bundle.edges[0].k === number?.stands[0].k ? 0
    : Math.max(0, distanceTo(onScreen(bundle.line, frame), x, y) - widthAt(bundle.edges.length, frame.scale) / 2) }));
  const least = Math.min(...found.map(({ away }) => away));
  const here = least < 6 ? found.filter(({ away }) => away < least + 2) : [];
  const at = here.findIndex(({ bundle }) => bundle.edges[0].k === state.strand?.edges[0]);
  return here[(at + 1) % here.length] ?? null;
}

/** Whether an edge is drawn by itself, or how else it is told.
 * @param {GraphEdge} edge @param {Frame} frame @param {Emphasis | null} strong
 * @returns {"single" | "gathered" | "placed" | "waiting"} */
export function howDrawn(edge, frame, strong) {
  if (strong?.edges.has(edge.k)) return "single";
  if (frame.bundled && bundles().edges.has(edge)) return "gathered";
  return edge.rest && !state.wholeRelations.has(edge.relation) ? edge.rest : "single";
}

/** Of which relations some edges are not drawn one by one at rest. */
const partly = perVersion(() => {
  const found = new Set(graph.edges.flatMap(({ rest, relation }) => (rest ? [relation] : [])));
  graph.view.strands.forEach(([, , among]) => among.forEach((k) => found.add(graph.edges[k].relation)));
  return found;
});
/** @param {string} relation */
export const restsPartly = (relation) => partly().has(relation);

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
  const { bundle, accent } = palette();
  list.forEach(({ line, edges, first }, place) => {
    const among = edges.filter((edge) => !strong?.edges.has(edge.k));
    if (!among.length) return;
    const rank = list.length - 1 - place;
    const n = among.reduce((sum, edge) => sum + countOf(edge), 0);
    const points = onScreen(line, frame);
    const isStrong = among.some(({ k }) => strong?.strand?.has(k));
    const width = widthAt(n, frame.scale) * (isStrong ? 1.3 : 1);
    const left = isStrong ? 1 : (rank < 40 ? clamp(0.6 + n / 20, 0, 1) : 0.3) * (strong ? 0.4 : 1);
    const stroke = faded(isStrong ? accent : bundle, left);
    items.push({ is: "line", points, stroke, width, dash: [], stands: among });
    for (const at of rank < 40 ? [0, points.length - 2] : []) {
      const end = transformed(DATA.shapes.dot, points[at], points[at + 1], width * 0.6 + 1.2);
      items.push({ is: "shape", points: end, fill: stroke });
    }
    tally(frame, "gathered", among);
    if (n > 1) frame.counts.push({ points, n, stands: among, left: strong && !isStrong ? 0.4 : 1, first });
  });
}
