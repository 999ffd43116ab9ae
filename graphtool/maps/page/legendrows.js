// Parts of the legend whose rows, when pressed, show on the map what they stand for.

import { gradesHeld } from "./contents.js";
import { DATA } from "./data.js";
import { make } from "./dom.js";
import { graph } from "./graph.js";
import { palette } from "./look.js";
import { modalitySample, relationSample, signSample, symbol } from "./samples.js";
import { highlight } from "./selection.js";
import { state } from "./state.js";
import { nodesWhere, visible } from "./visible.js";
import { number, said, words } from "./words.js";

/** A name, a sign, a text, the nodes that it stands for, and how many they are where some are folded.
 * @typedef {[string, Element, string, () => number[], number?]} Row */

/** @param {string} title @param {string} hint @param {Row[]} rows */
function legendRows(title, hint, rows) {
  if (!rows.length) return null;
  return make("section", { class: "keyrows" }, make("h3", {}, title), hint ? make("p", { class: "soft" }, hint) : null,
    make("ul", {}, ...rows.map(([name, mark, text, found, n = found().length]) => make("li", {},
      make("button", { type: "button", class: "keyrow", "data-key": name, onclick: () => highlight(found(), [], text) },
        mark, make("span", { class: "what" }, text), make("span", { class: "count" }, number(n)))))));
}

/** The grades and tints that are to be seen; a comparison has other signs beside its nodes. */
export const gradesShown = () =>
  (graph.view.compared ? [] : Object.entries(DATA.grades).filter(([grade]) => visible.grades[grade]));

/** @param {string} tint */
export const tinted = (tint) => nodesWhere((node) => node.tint === tint);
export const tintsShown = () => Object.entries(graph.view.tints).filter(([tint]) => tinted(tint).length);

export function gradeLegend() {
  return legendRows(words("grades"), words("grades_hint"), gradesShown().map(([grade, sign]) =>
    [grade, signSample(sign), said(sign.label), () => nodesWhere((node) => Boolean(gradesHeld(node)[grade])),
      visible.grades[grade]]));
}

export function tintLegend() {
  return legendRows(words("colours"), "", tintsShown().map(([tint, look]) =>
    [tint, symbol("dot", look[state.theme], palette().outline), said(look.label), () => tinted(tint)]));
}

export function sizeLegend() {
  const size = graph.view.sizes ? make("p", { class: "soft" }, words("size_is", {
    what: said(graph.view.sizes) + (state.stop ? ` (${words("all_years")})` : "") })) : null;
  const width = graph.edges.some((edge) => edge.weight) ? make("p", { class: "soft" }, words("width_is")) : null;
  return size || width ? make("div", {}, size, width) : null;
}

export function modalityLegend() {
  const shown = [...visible.edges].map((k) => graph.edges[k]);
  const used = Object.keys(DATA.modalities).filter((name) => shown.some((e) => e.modality === name));
  if (!used.length || (used.length === 1 && used[0] === "stated")) return null;
  return make("section", { class: "modalities" }, make("h3", {}, words("modalities")),
    make("ul", {}, ...used.map((name) => make("li", {},
      shown.some((e) => e.weight) ? relationSample(shown[0].relation) : modalitySample(name),
      make("span", { class: "what" }, said(DATA.modalities[name])),
      make("span", { class: "count" }, number(shown.filter((e) => e.modality === name).length))))));
}
