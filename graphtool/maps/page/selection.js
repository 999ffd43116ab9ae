// One thing is selected, or nothing: a node, an edge, a path, or what a finding or the legend points at.

import { bringIntoView, fit } from "./camera.js";
import { DATA } from "./data.js";
import { emit } from "./events.js";
import { graph } from "./graph.js";
import { shortestPath } from "./paths.js";
import { picture } from "./picture.js";
import { NOTHING, state } from "./state.js";
import { capitalized, nameOf, number, said, say, words } from "./words.js";

/** One thing is selected, or nothing; what was selected before is no longer.
 * @param {Partial<typeof state>} [fields] */
function select(fields = {}) {
  Object.assign(state, NOTHING, fields);
  if (state.node >= 0) picture.network.selectNodes([graph.nodes[state.node].id]);
  else picture.network.unselectAll();
  emit("selection");
}

export const clearSelection = () => select();
/** @param {GraphEdge} edge */
export const sentence = ({ s, t, relation }) =>
  `${nameOf(graph.nodes[s])} ${said(DATA.relations[relation].label)} ${nameOf(graph.nodes[t])}`;

/** @param {number} i */
export function selectNode(i) {
  if (i < 0) return;
  if (state.pathStart >= 0 && state.pathStart !== i) { showPath(state.pathStart, i); return; }
  select({ node: i, pathStart: state.pathStart });
  bringIntoView(i);
  say(words("selected", { name: nameOf(graph.nodes[i]) }));
}

/** @param {number} k */
export function selectEdge(k) {
  select({ edge: k });
  say(words("selected", { name: sentence(graph.edges[k]) }));
}

/** What heads a group, or what it is called.
 * @param {number} h */
function groupName(h) {
  const { root, title } = graph.hulls[h];
  return root >= 0 ? nameOf(graph.nodes[root]) : title ? capitalized(said(title)) : "";
}

/** The two groups that a line joins, in words; how many edges it stands for where they have no names.
 * @param {Strand} strand */
export function strandName({ ends, edges }) {
  const names = ends.map(groupName).filter(Boolean);
  return names.length === ends.length ? names.join(" – ") : `${words("bundle")} (${number(edges.length)})`;
}

/** @param {Strand | null} strand */
export function selectStrand(strand) {
  if (!strand) return;
  select({ strand });
  say(words("selected", { name: strandName(strand) }));
}

/** Nodes (and edges, by position) that stand out together; what the legend and the findings point at.
 * @param {number[]} nodes @param {number[]} edges @param {string} text @param {string} [finding] */
export function highlight(nodes, edges, text, finding = "") {
  select({ highlight: { nodes: new Set(nodes), edges: new Set(edges), finding, turn: ++state.highlights } });
  say(words("found", { n: number(nodes.length), text }));
}

/** @param {number} i */
export function startPath(i) {
  Object.assign(state, { pathStart: i, path: null, pathEnds: null });
  emit("path");
}

/** @param {number} start @param {number} end */
export function showPath(start, end) {
  const path = shortestPath(start, end);
  select({ path, pathEnds: [start, end] });
  if (!state.cameraMoved) fit(false);
  return path;
}

export function dropPath() {
  Object.assign(state, { pathStart: -1, path: null, pathEnds: null });
  emit("path");
}
