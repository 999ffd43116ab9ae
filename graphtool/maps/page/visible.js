// What is visible of the open view, counted anew whenever something that decides it changes.

import { countOf, gradesHeld, held, isFilteredOut } from "./contents.js";
import { crosses, graph, otherEnd } from "./graph.js";
import { shownBox, shownOutline } from "./hulls.js";
import { isEdgeKept, isKept } from "./kept.js";
import { picture } from "./picture.js";
import { state } from "./state.js";
import { applyStop, isNow } from "./stops.js";

/** How many there are of each. @typedef {Record<string, number>} Counts */

export const visible = {
  /** Counts up whenever what is there to be drawn changes. */
  version: 0,
  /** @type {Set<number>} */ nodes: new Set(),
  /** @type {Set<number>} */ edges: new Set(),
  /** @type {Counts} */ kindCount: {},
  /** @type {Counts} */ relationCount: {},
  /** @type {Counts} */ grades: {},
  /** Edges between nodes of different hulls. */ crossing: 0,
};

export function recount() {
  picture.frame.tally = null;
  applyStop();
  Object.assign(visible, { version: visible.version + 1, nodes: new Set(), edges: new Set(), kindCount: {},
    relationCount: {}, grades: {}, crossing: 0 });
  graph.nodes.forEach(countNode);
  graph.edges.forEach(countEdge);
  for (const hull of graph.hulls) {
    hull.now = shownBox(hull, visible.nodes);
    hull.edge = hull.outline && hull.now ? shownOutline(hull, visible.nodes) : null;
  }
}

/** @param {Counts} counts @param {string} key @param {number} n */
const add = (counts, key, n) => { counts[key] = (counts[key] || 0) + n; };

/** @param {GraphNode} node @param {number} i */
function countNode(node, i) {
  if (!isNow(node) || state.hiddenNodes.has(i) || (state.only && !state.only.has(i)) || isLeftUnchanged(i)) return;
  if (!isKept(i)) return;
  for (const [kind, n] of held(node)) add(visible.kindCount, kind, n);
  if (isFilteredOut(node)) return;
  visible.nodes.add(i);
  for (const [grade, n] of Object.entries(gradesHeld(node))) add(visible.grades, grade, n);
}

/** @param {GraphEdge} edge */
function countEdge(edge) {
  if (!visible.nodes.has(edge.s) || !visible.nodes.has(edge.t) || !isNow(edge) || !isEdgeKept(edge)) return;
  const times = countOf(edge);
  if (!times) return;
  add(visible.relationCount, edge.relation, times);
  if (state.hiddenRelations.has(edge.relation) || (state.onlyChanged && !edge.change)) return;
  visible.edges.add(edge.k);
  if (crosses(edge)) visible.crossing++;
}

/** Whether only what changed is to be seen, and a node is neither that nor at the end of a changed edge.
 * @param {number} i */
export const isLeftUnchanged = (i) =>
  state.onlyChanged && !graph.nodes[i].change && !graph.incident[i].some((edge) => edge.change);

/** What is worked out of what is visible, and anew when that has changed.
 * @template Result @param {() => Result} work @returns {() => Result} */
export function perVersion(work) {
  /** @type {{ version: number, result: Result } | null} */
  let last = null;
  return () => {
    if (last?.version !== visible.version) last = { version: visible.version, result: work() };
    return last.result;
  };
}

/** @param {number} i */
export const visibleEdgesOf = (i) => graph.incident[i].filter((edge) => visible.edges.has(edge.k));
/** @param {(node: GraphNode) => boolean} test */
export const nodesWhere = (test) => [...visible.nodes].filter((i) => test(graph.nodes[i]));

/** Nodes within so many steps along what is visible, the start included.
 * @param {number} start @param {number} steps */
export function within(start, steps) {
  const reached = new Set([start]);
  let rim = [start];
  for (let step = 0; step < steps; step++) {
    const next = [];
    for (const i of rim) {
      for (const edge of visibleEdgesOf(i)) {
        const j = otherEnd(edge, i);
        if (!reached.has(j)) { reached.add(j); next.push(j); }
      }
    }
    rim = next;
  }
  return reached;
}

/** What stands out while something is selected; null where all is equal.
 * @returns {Emphasis | null} */
export function emphasis() {
  if (state.highlight) return state.highlight;
  if (state.path) return { nodes: new Set(state.path.nodes), edges: new Set(state.path.edges) };
  if (state.strand) {
    const { edges } = state.strand;
    const ends = edges.flatMap((k) => [graph.edges[k].s, graph.edges[k].t]);
    return { nodes: new Set(ends), edges: new Set(), strand: new Set(edges) };
  }
  if (state.edge >= 0) {
    const edge = graph.edges[state.edge];
    return { nodes: new Set([edge.s, edge.t]), edges: new Set([edge.k]) };
  }
  if (state.node < 0 || !visible.nodes.has(state.node)) return null;
  const inside = within(state.node, state.steps);
  const rim = within(state.node, state.steps - 1);
  /** @type {Set<number>} */
  const kept = new Set();
  for (const k of visible.edges) {
    const { s, t } = graph.edges[k];
    if (inside.has(s) && inside.has(t) && (rim.has(s) || rim.has(t))) kept.add(k);
  }
  return { nodes: inside, edges: kept };
}
