// Edges that are drawn one by one.

import { howDrawn, leavesView } from "./bundles.js";
import { edgeShapes, stubs } from "./edgeshapes.js";
import { graph } from "./graph.js";
import { radiusAt } from "./look.js";
import { clamp } from "./polylines.js";
import { isPresenting, state } from "./state.js";
import { tally, tallyMore } from "./tally.js";
import { visible, visibleEdgesOf } from "./visible.js";

/** The edges' shapes with the view's corner at 0, 0: the same while one only pans.
 * @typedef {{ items: EdgeShapes[] } & Record<"single" | "covered" | "placed" | "waiting", GraphEdge[]>} Edges */

/** @type {{ key: string, edges: Edges }} */
const edgeCache = { key: "", edges: { items: [], single: [], covered: [], placed: [], waiting: [] } };

/** The same for two drawings whose edges differ in nothing but the place of the map.
 * @param {number} scale */
const edgesKey = (scale) => [graph.view.view, scale, state.theme, visible.version, isPresenting(),
  state.node, state.edge, state.steps, state.highlight?.turn,
  state.path?.edges.join(), state.strand?.edges.join()].join();

/** The same for two drawings that differ in nothing but that.
 * @param {number} scale */
export const drawnKey = (scale) => edgesKey(scale) + "," + state.hover;

/** @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong @param {boolean} whole */
export function drawEdges(items, frame, strong, whole) {
  const key = [edgesKey(frame.scale), whole, frame.bundled].join();
  if (key !== edgeCache.key) {
    Object.assign(edgeCache, { key, edges: shapesOfEdges({ ...frame, x: 0, y: 0 }, strong) });
  }
  const { items: drawn, single, covered, placed, waiting } = edgeCache.edges;
  tally(frame, "single", single);
  tally(frame, "covered", covered);
  tally(frame, "placed", placed);
  tally(frame, "waiting", waiting);
  const [left, top] = [-frame.x - 9, -frame.y - 9];
  const [right, bottom] = [left + frame.width + 18, top + frame.height + 18];
  const shown = [];
  for (const one of drawn) {
    const { box } = one;
    if (!whole && (box[2] < left || box[0] > right || box[3] < top || box[1] > bottom)) continue;
    if (!whole && !one.isStrong && leavesView(one.edge, frame)) {
      const short = stubs(one, frame);
      if (short.length) tallyMore(frame, "leaving", 1);
      shown.push(...short);
    } else shown.push(...one.items);
  }
  items.push({ is: "group", x: frame.x, y: frame.y, items: shown });
}

/** The shapes of each edge that is drawn by itself, those that stand out last; which these are; those of which nothing
 * is to be seen, for the symbols at both ends touch; and those that are told by where a group stands, or wait.
 * @param {Frame} frame @param {Emphasis | null} strong @returns {Edges} */
function shapesOfEdges(frame, strong) {
  const radius = radiusAt(frame.scale);
  const [made, above] = [/** @type {EdgeShapes[]} */ ([]), /** @type {EdgeShapes[]} */ ([])];
  const covered = [];
  // The others are in drawMetaEdges and drawBundles.
  const among = [...visible.edges].map((k) => graph.edges[k]).filter(({ count }) => count === undefined);
  /** @param {ReturnType<typeof howDrawn>} how */
  const told = (how) => among.filter((edge) => howDrawn(edge, frame, strong) === how);
  const single = told("single");
  const thin = thinness(single.length, frame.scale);
  for (const edge of single) {
    const isStrong = Boolean(strong?.edges.has(edge.k));
    const shapes = edgeShapes(edge, frame, radius, isStrong, strong && !isStrong ? 0.16 : 1, isStrong ? 1 : thin);
    if (shapes) (isStrong ? above : made).push(shapes);
    else covered.push(edge);
  }
  const items = [...made, ...above];
  return { items, single: items.map(({ edge }) => edge), covered, placed: told("placed"), waiting: told("waiting") };
}

// So many lines on a million pixels can be told apart at their full width.
const APART = 1000;

/** How much thinner lines are where they stand so close that they would run together.
 * @param {number} n @param {number} scale */
function thinness(n, scale) {
  const [width, height] = graph.view.size;
  return clamp(Math.sqrt(APART * Math.max(width * height * scale * scale, 1) / 1e6 / Math.max(n, 1)), 0.35, 1);
}

/** Edges of the node under the pointer, once more above all others.
 * @param {Item[]} items @param {Frame} frame */
export function drawHovered(items, frame) {
  for (const edge of visibleEdgesOf(state.hover)) {
    const shapes = edge.count === undefined ? edgeShapes(edge, frame, radiusAt(frame.scale), true, 1) : null;
    if (shapes) items.push(...shapes.items);
  }
}
