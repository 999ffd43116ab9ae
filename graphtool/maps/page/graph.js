// The graph of the view that is open, with its indexes.

import { DATA, RELATION_NAMES } from "./data.js";
import { byId } from "./dom.js";
import { picture } from "./picture.js";

export const graph = {
  view: /** @type {View} */ (DATA),
  /** @type {GraphNode[]} */ nodes: [],
  /** @type {GraphEdge[]} */ edges: [],
  /** @type {Hull[]} */ hulls: [],
  /** Of nodes by id. @type {Map<string, number>} */ position: new Map(),
  /** Each node's edges. @type {GraphEdge[][]} */ incident: [],
  /** What the widest tie shares. */ widest: 1,
  /** The stop whose assertions the edges have; see `applyStop`. */ settledAt: -1,
};

export const viewNames = [...DATA.meta.sheets, ...DATA.meta.below].map(([name]) => name);

/** The first view's data lie in DATA itself. @type {Map<string, View>} */
const dataByView = new Map([[DATA.view, DATA]]);

/** The data of a view, read when it is first asked for.
 * @param {string} name @returns {View} */
export function viewData(name) {
  const known = dataByView.get(name) || unpacked(JSON.parse(byId("gt-sheet-" + name).textContent || ""));
  dataByView.set(name, known);
  return known;
}

/** A group's view has its many counted edges as rows of numbers: [source, target, relation, count, ...split].
 * @param {View} data */
function unpacked(data) {
  for (const [s, t, relation, count, ...split] of data.lines || []) {
    data.edges.push([data.nodes[s].id, data.nodes[t].id, RELATION_NAMES[relation], "", [],
      split.length ? { count, split } : { count }]);
  }
  return data;
}

/** Makes a view the open one.
 * @param {string} name */
export function readGraph(name) {
  graph.view = viewData(name);
  picture.frame.labels = [];
  graph.nodes = graph.view.nodes.map((node) => Object.assign(node, { hull: -1 }));
  // What is folded is found where it is folded.
  graph.position = new Map(graph.nodes.flatMap(({ fold }, i) => (fold ? fold.nodes.map((id) => [id, i]) : [])));
  graph.nodes.forEach(({ id }, i) => graph.position.set(id, i));
  const { view } = graph;
  graph.edges = [...view.edges, ...view.passing].map(([source, target, relation, modality, assertions, more], k) =>
    ({ ...more, k, s: positionOf(source), t: positionOf(target), relation, modality, assertions, beside: [] }));
  joinEdges();
  graph.hulls = graph.view.hulls.map((hull) => ({ ...hull, members: hull.nodes.map(positionOf),
    root: hull.root === undefined ? -1 : positionOf(hull.root), now: null, edge: null }));
  graph.hulls.forEach((hull, h) => hull.members.forEach((i) => { graph.nodes[i].hull = h; }));
  graph.widest = widestOf(graph.edges);
  graph.settledAt = -1;
}

/** The position of a node of the open view, or -1.
 * @param {string | undefined} id */
export const positionOf = (id) => graph.position.get(id ?? "") ?? -1;

/** Which edges each node has, and which lie beside each other between the same two. */
function joinEdges() {
  graph.incident = graph.nodes.map(() => []);
  /** @type {Map<string, GraphEdge[]>} */
  const parallel = new Map();
  for (const edge of graph.edges) {
    graph.incident[edge.s].push(edge);
    if (edge.t !== edge.s) graph.incident[edge.t].push(edge);
    const pair = Math.min(edge.s, edge.t) + " " + Math.max(edge.s, edge.t);
    edge.beside = parallel.get(pair) || [];
    edge.beside.push(edge);
    parallel.set(pair, edge.beside);
  }
}

/** How many activities two share, which says more to a reader than the weight.
 * @param {Tie} tie */
export const breadthOf = ({ shared, weight }) => (shared ? shared.length : weight || 0);

/** What the widest tie shares: where all share the same, none is drawn as if it were more.
 * @param {GraphEdge[]} among */
function widestOf(among) {
  const weights = among.slice(0, 100000).flatMap((edge) =>
    [edge, ...(edge.over || []).map(([, , then]) => then)].flatMap((tie) => (tie.weight ? [breadthOf(tie)] : [])));
  return new Set(weights).size > 1 ? Math.max(...weights) : (weights[0] || 1) * 3;
}

/** @param {number} i */
export const degreeOf = (i) => graph.incident[i].length;
/** @param {number} i */
export const isHead = (i) => graph.nodes[i].hull >= 0 && graph.hulls[graph.nodes[i].hull].root === i;
/** @param {GraphEdge} edge */
export const crosses = (edge) => edge.count === undefined && graph.nodes[edge.s].hull !== graph.nodes[edge.t].hull;
/** @param {GraphEdge} edge @param {number} i */
export const otherEnd = (edge, i) => (edge.s === i ? edge.t : edge.s);
/** @param {GraphEdge} edge @returns {Triple} */
export const tripleOf = (edge) => [graph.nodes[edge.s].id, graph.nodes[edge.t].id, edge.relation];

/** The place of the edge between these ids, or -1; a derived one may be named from either end.
 * @param {string[]} triple */
export function edgeAt([source, target, relation]) {
  const [s, t] = [positionOf(source), positionOf(target)];
  return graph.edges.findIndex((edge) => edge.relation === relation
    && ((edge.s === s && edge.t === t) || (edge.weight && edge.s === t && edge.t === s)));
}

/** @param {(string | undefined)[]} ids */
export const placesAmong = (ids) => new Set(graph.view.places.flatMap(({ id }, p) => (ids.includes(id) ? [p] : [])));
