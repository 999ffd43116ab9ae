// Everything on the map as tables, for those who read rather than look.

import { changeCell } from "./changes.js";
import { countOf } from "./contents.js";
import { DATA } from "./data.js";
import { button, byId, fill, make } from "./dom.js";
import { documentName, sourceText, validity } from "./evidence.js";
import { graph } from "./graph.js";
import { stage } from "./network.js";
import { selectEdge, selectNode } from "./selection.js";
import { visible } from "./visible.js";
import { kindOf, nameOf, number, said, words } from "./words.js";

function drawTables() {
  const { notes } = DATA.meta;
  const documents = Object.keys(DATA.documents);
  const since = graph.view.compared ? ["changes"] : [];
  fill(byId("tables"),
    ...notes.length ? [make("h2", {}, words("notes")), ...notes.map((note) => make("p", {}, said(note)))] : [],
    make("h2", {}, `${words("table_nodes")} (${number(visible.nodes.size)})`),
    table("node-table", ["name", "kind", "valid", "quote", "source_of", ...since], [...visible.nodes].map(nodeRow)),
    make("h2", {}, `${words("table_relations")} (${number(visible.edges.size)})`),
    table("relation-table", ["from_node", "relation", "to_node", "modality", "quote", "source_of", ...since],
      [...visible.edges].map(edgeRow)),
    ...documents.length ? [make("h2", {}, words("documents")),
      make("ul", {}, ...documents.map((id) => make("li", {}, documentName(id))))] : []);
}

/** @param {string} id @param {string[]} keys @param {Element[]} rows */
const table = (id, keys, rows) => make("table", { id },
  make("thead", {}, make("tr", {}, ...keys.map((key) => make("th", { scope: "col" }, words(key))))),
  make("tbody", {}, ...rows));

/** @param {string} text */
const cell = (text) => make("td", {}, text);

/** @param {number} i */
function nodeRow(i) {
  const node = graph.nodes[i];
  const pick = button(nameOf(node), () => fromTable(() => selectNode(i)), { class: "neighbour" });
  return make("tr", {}, make("th", { scope: "row" }, pick), cell(kindOf(node)), cell(validity(node)),
    cell(node.quote || ""), cell(sourceText(node)), ...changeCell(node));
}

/** @param {number} k */
function edgeRow(k) {
  const edge = graph.edges[k];
  const quotes = edge.assertions.filter(({ quote }) => quote);
  // A tie has no assertion of its own: what the two share stands in its place.
  const first = quotes.find(({ modality }) => modality === edge.modality) || quotes[0] || edge.assertions[0]
    || { quote: (edge.shared || []).map((id) => graph.view.activities[id].name).filter(Boolean).join("; ") };
  const label = said(DATA.relations[edge.relation].label);
  const pick = button(label, () => fromTable(() => selectEdge(k)), { class: "neighbour" });
  const modality = edge.count === undefined ? said(DATA.modalities[edge.modality]) : number(countOf(edge)) + " ×";
  return make("tr", {}, cell(nameOf(graph.nodes[edge.s])), make("td", {}, pick), cell(nameOf(graph.nodes[edge.t])),
    cell(modality), cell(first.quote || ""), cell(sourceText(first)), ...changeCell(edge));
}

/** @param {() => void} pick */
function fromTable(pick) {
  scrollTo(0, 0);
  pick();
  stage.focus();
}

const tablesDue = { timer: 0 };

/** Tables are many elements: they are drawn when the page has nothing more urgent to do. */
export function tablesLater() {
  clearTimeout(tablesDue.timer);
  tablesDue.timer = window.setTimeout(drawTables, 60);
}

export function openTables() {
  drawTables();
  byId("tables").scrollIntoView();
  byId("tables").focus();
}
