// What became of nodes and edges since the version that the map is compared with.

import { CHANGES, DATA, own } from "./data.js";
import { make } from "./dom.js";
import { assertion, documentName } from "./evidence.js";
import { graph } from "./graph.js";
import { changeSample, changeShapes, signSample } from "./samples.js";
import { highlight } from "./selection.js";
import { state } from "./state.js";
import { changesOf } from "./summary.js";
import { update } from "./update.js";
import { capitalized, number, propertyName, said, words } from "./words.js";

/** Signs and counts; a row that is pressed shows its nodes and edges on the map. */
export function changeLegend() {
  if (!graph.view.compared) return null;
  const rows = CHANGES.map((change) => {
    const { nodes, edges } = changesOf(change);
    const text = said(DATA.changes[change].label);
    return make("li", {}, make("button", { type: "button", class: "keyrow", "data-key": change,
      onclick: () => highlight(nodes, edges, text) }, signSample(DATA.changes[change]), changeSample(change),
    make("span", { class: "what" }, text), make("span", { class: "count" }, countsText(nodes, edges))));
  });
  return make("section", { class: "keyrows", id: "changes" }, make("h3", {}, sinceText()),
    make("p", { class: "soft" }, words("nodes_and_edges_hint")),
    make("ul", {}, ...rows,
      make("li", {}, make("label", {}, make("input", { type: "checkbox", checked: state.onlyChanged,
        "data-only": "changed", onchange: () => { state.onlyChanged = !state.onlyChanged; update(); } }),
      make("span", { class: "what" }, words("only_changed"))))));
}

const sinceText = () => words("changes_since", { name: said(DATA.meta.before) });

/** @param {number[]} nodes @param {number[]} edges */
const countsText = (nodes, edges) => words("nodes_and_edges", { n: number(nodes.length), e: number(edges.length) });

/** The same for a poster.
 * @returns {LegendSection[]} */
export function changeSections() {
  if (!graph.view.compared) return [];
  return [[sinceText(), CHANGES.map((change) => {
    const { nodes, edges } = changesOf(change);
    return [(x, y) => changeShapes(change, x, y, x + 44), said(DATA.changes[change].label), countsText(nodes, edges)];
  })]];
}

/** The rows of what changed in one node or edge, in words.
 * @param {Comparable} record */
export function changeOf(record) {
  if (!record.change) return null;
  return make("section", { class: "change" },
    make("p", {}, make("strong", {}, words("since", {
      name: said(DATA.meta.before), what: said(DATA.changes[record.change].label) }))),
    ...(record.was || []).map(changeRow));
}

/** @param {FieldChange} change */
function changeRow([field, before, after, property]) {
  if (field === "assertion") {
    return make("div", {}, make("p", {}, words(before ? "assertion_gone" : "assertion_new")),
      assertion(/** @type {Assertion} */ (before || after)));
  }
  const name = field === "fact" ? propertyName(property || "") : words("field_" + field);
  return make("p", {}, capitalized(name) + ": ",
    make("del", {}, changedValue(field, before)), " → ", make("ins", {}, changedValue(field, after)));
}

/** @param {string} field @param {unknown} value */
function changedValue(field, value) {
  if (value === undefined || value === null || value === "") return words("nothing_there");
  if (Array.isArray(value)) return said(value);
  if (typeof value === "number") return field === "share" ? number(value * 100) + " %" : number(value);
  return field === "circle" ? words("yes") : namedValue(field, String(value));
}

/** @param {string} field @param {string} value */
function namedValue(field, value) {
  if (field === "kind") return said(DATA.kinds[value].label);
  if (field === "modality") return said(DATA.modalities[value]);
  if (field === "status") return said(own(DATA.statuses, value)) || value;
  return field === "document" ? documentName(value) : value;
}

/** @param {Comparable} record */
export const changeCell = (record) => (graph.view.compared
  ? [make("td", {}, record.change ? said(DATA.changes[record.change].label) : "")] : []);
