// What the data say of themselves, and how much of it a view shows.

import { aimCamera } from "./camera.js";
import { DATA, own } from "./data.js";
import { graph, positionOf, viewNames } from "./graph.js";
import { openView } from "./navigation.js";
import { stage } from "./network.js";
import { highlight } from "./selection.js";
import { state } from "./state.js";
import { visible } from "./visible.js";
import { number, said, say, words } from "./words.js";

export const FINDINGS = DATA.meta.findings || [];

/** What a finding is about: its nodes, else the ends of its edges.
 * @param {Finding} finding */
export function aboutOf(finding) {
  const ends = finding.edges.flatMap(([source, target]) => [source, target]);
  return finding.nodes.length ? finding.nodes : [...new Set(ends)];
}

/** How much of a finding a view shows, and the view that shows it best, which is named first.
 * @param {Finding} finding @param {string} name */
const shownIn = (finding, name) => own(finding.shown, name) || 0;

/** @param {Finding} finding */
export const fullestView = (finding) => Object.keys(finding.shown)[0] ?? viewNames[0];

/** The open view where none shows more of a finding.
 * @param {Finding} finding */
function viewOf(finding) {
  const fullest = fullestView(finding);
  return shownIn(finding, graph.view.view) === shownIn(finding, fullest) ? graph.view.view : fullest;
}

/** @param {string} key @param {boolean} [isAnimated] */
export function selectFinding(key, isAnimated = true) {
  const finding = FINDINGS.find((one) => one.key === key);
  if (!finding || !aboutOf(finding).length) return;
  openView(viewOf(finding));
  highlightFinding(finding);
  aimCamera(isAnimated);
}

/** From an address: in the view that it names, with its words beside it.
 * @param {string} key */
export function followFinding(key) {
  const finding = FINDINGS.find((one) => one.key === key);
  if (!finding) return;
  Object.assign(state, { findingsOpen: stage.clientWidth > 700, findingsByHand: true });
  highlightFinding(finding);
}

/** What the open view shows of a finding stands out.
 * @param {Finding} finding */
export function highlightFinding(finding) {
  if (!aboutOf(finding).length) return;
  // By positions: what is folded is one.
  const triples = new Set(finding.edges.map(([source, target, relation]) =>
    [positionOf(source), positionOf(target), relation].join()));
  const edges = [...visible.edges].filter((k) => triples.has([graph.edges[k].s, graph.edges[k].t,
    graph.edges[k].relation].join()));
  const ends = edges.flatMap((k) => [graph.edges[k].s, graph.edges[k].t]);
  const about = aboutOf(finding).map(positionOf).filter((i) => visible.nodes.has(i));
  highlight([...new Set([...about, ...ends])], edges, said(finding.text), finding.key);
  say([said(finding.text), shownOf(finding)].filter(Boolean).join(" "));
}

/** How much of a finding the map shows as it is now; "" where it is all there.
 * @param {Finding} finding */
export function shownOf(finding) {
  const about = aboutOf(finding);
  const n = about.filter((id) => visible.nodes.has(positionOf(id))).length;
  return n === about.length ? "" : words("finding_part", { n: number(n), m: number(about.length) });
}
