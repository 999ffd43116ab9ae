// Right, where groups are shown: what is known of a group, and of the edges that a line stands for.

import { nodeButton } from "./buttons.js";
import { countOf } from "./contents.js";
import { DATA } from "./data.js";
import { button, make } from "./dom.js";
import { closeButton } from "./evidence.js";
import { graph, viewData } from "./graph.js";
import { metaEdges } from "./metaedges.js";
import { openGroup } from "./navigation.js";
import { lineSample, swatch } from "./samples.js";
import { state } from "./state.js";
import { selectEdge, sentence } from "./selection.js";
import { visible } from "./visible.js";
import { nameOf, number, said, words } from "./words.js";

/** What is known of a group.
 * @param {number} i */
export function groupPanel(i) {
  const { card } = graph.nodes[i];
  if (!card) return [];
  const inner = graph.incident[i].filter((edge) => edge.s === edge.t).reduce((sum, edge) => sum + countOf(edge), 0);
  const opener = card.sheet ? button(words("group_open", { n: number(card.shown || 0), m: number(card.nodes || 0) }),
    () => openGroup(i), { class: "primary", id: "open-group" }) : null;
  return [closeButton(), make("p", { class: "kindline" }, words("group")), make("h2", {}, nameOf(graph.nodes[i])),
    opener || (card.nodes ? make("p", { class: "soft" }, words("group_closed")) : null),
    card.nodes ? make("h3", {}, words("holds", { n: number(card.nodes) })) : null,
    make("ul", { class: "held" }, ...Object.entries(card.kinds).map(([kind, n]) => make("li", {},
      swatch(DATA.kinds[kind]), make("span", { class: "what" }, said(DATA.kinds[kind].plural)),
      make("span", { class: "count" }, number(n))))),
    inner ? make("p", {}, words("group_inside", { n: number(inner) })) : null,
    card.joined ? make("p", { class: "soft" }, words("group_joined", { n: number(card.joined) })) : null,
    graph.view.groups ? make("p", { class: "soft" }, said(graph.view.groups.rule)) : null,
    ...metaEdgeList(i)];
}

/** What is known of what is folded: what opens it, and the names of what is in it.
 * @param {number} i */
export function foldPanel(i) {
  const { fold } = graph.nodes[i];
  if (!fold) return [];
  const chosen = new Set([...state.places].map((p) => graph.view.places[p].id));
  const { nodes, places } = viewData(fold.sheet);
  const inside = nodes.filter((node) => (node.fold ? node.fold.nodes : [node.id]).some((id) => fold.nodes.includes(id))
    && (!chosen.size || node.places?.some((p) => chosen.has(places[p].id))));
  return [closeButton(), make("p", { class: "kindline" }, words("fold")), make("h2", {}, nameOf(graph.nodes[i])),
    button(words("fold_open"), () => openGroup(i), { class: "primary", id: "open-group" }),
    make("ul", { class: "held" }, ...inside.map((node) =>
      make("li", {}, swatch(DATA.kinds[node.kind]), make("span", { class: "what" }, nameOf(node)))))];
}

/** Who a group, or a node beside groups, has edges to; the most first.
 * @param {number} i */
function metaEdgeList(i) {
  const mine = metaEdges().list.filter(({ a, b }) => a === i || b === i).reverse();
  return [make("h3", {}, words("neighbours")), make("ul", { class: "relation" }, ...mine.map(({ a, b, n, edges }) =>
    make("li", {}, nodeButton(a === i ? b : a), button(number(n), () => selectEdge(edges[0].k),
      { class: "source", "aria-label": words("bundle") + ": " + number(n) }))))];
}

/** All edges between two ends of which one is a group, by relation and direction.
 * @param {GraphEdge} edge */
export function bundlePanel(edge) {
  const shown = edge.beside.filter((other) => visible.edges.has(other.k));
  return [closeButton(), make("p", { class: "kindline" }, words("bundle")),
    make("h2", {}, nameOf(graph.nodes[edge.s]) + " – " + nameOf(graph.nodes[edge.t])),
    make("p", {}, nodeButton(edge.s)), make("p", {}, nodeButton(edge.t)),
    make("ul", { class: "held" }, ...shown.map((other) => make("li", {}, lineSample(DATA.relations[other.relation]),
      make("span", { class: "what" }, sentence(other)), make("span", { class: "count" }, number(countOf(other))))))];
}
