// Edges to or from groups: all of a pair are one line.

import { countOf } from "./contents.js";
import { graph } from "./graph.js";
import { endBox, faded, palette } from "./look.js";
import { borderToBorder } from "./polygons.js";
import { clamp, lengthOf } from "./polylines.js";
import { tally } from "./tally.js";
import { perVersion, visible } from "./visible.js";

// So many lines between cards are drawn when none is selected; where cards are few, each one's strongest too.
const FEW_GROUPS = 24;

const MOST_DRAWN = 40;

// Lines between two of which one is a card: all edges of a pair are one, the weakest first; and how many each end has.
export const metaEdges = perVersion(() => {
  /** @type {MetaEdge[]} */
  const list = [];
  const done = new Set();
  for (const k of visible.edges) {
    const edge = graph.edges[k];
    if (edge.count === undefined || edge.s === edge.t || done.has(edge.beside)) continue;
    done.add(edge.beside);
    const shown = edge.beside.filter((other) => visible.edges.has(other.k));
    const n = shown.reduce((sum, other) => sum + countOf(other), 0);
    list.push({ a: edge.s, b: edge.t, k, edges: shown, n, drawn: false });
  }
  list.sort((one, other) => one.n - other.n || other.k - one.k);
  const kept = strongestOfEach(list);
  list.forEach((one, place) => { one.drawn = list.length - place <= MOST_DRAWN || kept.has(one); });
  /** @type {Map<number, number>} */
  const ends = new Map();
  for (const { a, b } of list.filter(({ drawn }) => drawn)) {
    ends.set(a, (ends.get(a) || 0) + 1);
    ends.set(b, (ends.get(b) || 0) + 1);
  }
  return { list, ends };
});

/** Each card's strongest line, where cards are few.
 * @param {MetaEdge[]} list @returns {Set<MetaEdge>} */
function strongestOfEach(list) {
  const strongest = new Map();
  if (graph.nodes.length > FEW_GROUPS && graph.view.part?.trimmed === undefined) return new Set();
  for (const one of list) {
    if (graph.nodes[one.a].card) strongest.set(one.a, one);
    if (graph.nodes[one.b].card) strongest.set(one.b, one);
  }
  return new Set(strongest.values());
}

/** @param {MetaEdge} metaEdge @param {Frame} frame */
export const metaEdgeLine = ({ a, b }, frame) => borderToBorder(endBox(a, frame), endBox(b, frame));

/** @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong @param {boolean} whole */
export function drawMetaEdges(items, frame, strong, whole) {
  const { bundle, accent } = palette();
  const { list } = metaEdges();
  const largest = list.at(-1)?.n || 1;
  countInside(frame);
  for (const metaEdge of list) {
    const { n, edges: stands, drawn } = metaEdge;
    const isStrong = Boolean(strong) && stands.some(({ k }) => strong?.edges.has(k));
    const points = isStrong || (!strong && (drawn || whole)) ? metaEdgeLine(metaEdge, frame) : null;
    tally(frame, points ? "gathered" : "others", stands);
    if (!points) continue;
    const left = isStrong ? 1 : graph.view.groups ? clamp(0.5 + n / largest, 0, 1) : 0.5;
    const width = 0.8 + (graph.view.groups ? 5 : 1.2) * Math.sqrt(n / largest);
    items.push({ is: "line", points, stroke: faded(isStrong ? accent : bundle, left), width, dash: [], stands });
    if (n > 1) frame.counts.push({ points, n, stands, first: ownEnd(metaEdge, points) });
  }
}

/** Where a line's number is looked for first: where it leaves the one that has fewer lines, and is not taken for
 * another's.
 * @param {MetaEdge} metaEdge @param {Line} line */
function ownEnd({ a, b }, line) {
  const { ends } = metaEdges();
  const share = Math.min(0.5, 12 / (lengthOf(line) || 1));
  return (ends.get(a) || 0) <= (ends.get(b) || 0) ? share : 1 - share;
}

/** What runs within a group is in its card.
 * @param {Frame} frame */
function countInside(frame) {
  const all = [...visible.edges].map((k) => graph.edges[k]);
  tally(frame, "inside", all.filter((edge) => edge.count !== undefined && edge.s === edge.t));
}
