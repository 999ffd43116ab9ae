// Left: what the signs mean, how many there are, and switches for each; and whose it is.

import { crossButton } from "./buttons.js";
import { changeLegend } from "./changes.js";
import { holds } from "./contents.js";
import { DATA } from "./data.js";
import { all, button, byId, fill, focused, make } from "./dom.js";
import { amountOf } from "./foldleft.js";
import { graph } from "./graph.js";
import { amountLeftOut } from "./kept.js";
import { gradeLegend, modalityLegend, sizeLegend, tintLegend } from "./legendrows.js";
import { picture } from "./picture.js";
import { relationSample, swatch } from "./samples.js";
import { state } from "./state.js";
import { isNow } from "./stops.js";
import { restsPartly } from "./bundles.js";
import { relationShown } from "./tally.js";
import { update } from "./update.js";
import { visible } from "./visible.js";
import { placeNames } from "./summary.js";
import { nameOf, number, said, words } from "./words.js";

function drawLegend() {
  picture.told = "";
  fill(byId("legend"),
    make("h2", {}, words("legend")), crossButton(() => openLegend(false)),
    changeLegend(),
    switches("kinds", kindRows(), state.hiddenKinds),
    switches("relations", relationRows(), state.hiddenRelations, make("p", { class: "soft", id: "drawn" })),
    gradeLegend(), tintLegend(), sizeLegend(), modalityLegend(), placeFilter());
}

/** Over the map where there is no room beside it.
 * @param {boolean} isOpen */
export function openLegend(isOpen) {
  byId("legend").classList.toggle("open", isOpen);
  byId("key").setAttribute("aria-expanded", String(isOpen));
  (isOpen ? all("button", byId("legend"))[0] : byId("key")).focus();
}

export const isLegendOpen = () => byId("legend").classList.contains("open");

export const legendButton = () => button(words("legend"), () => openLegend(!isLegendOpen()),
  { id: "key", "aria-expanded": String(isLegendOpen()), "aria-controls": "legend" });

/** With the focus where it was. */
export function redrawLegend() {
  const focus = { ...focused()?.dataset };
  drawLegend();
  for (const [key, value] of Object.entries(focus)) {
    all(`[data-${key}="${CSS.escape(value || "")}"]`, byId("legend"))[0]?.focus();
  }
}

/** A name, a sign, a text and a count. @typedef {[string, Element, string, number]} SwitchRow */

/** Of each kind that the view has.
 * @returns {SwitchRow[]} */
function kindRows() {
  const used = new Set(graph.nodes.flatMap(holds).map(([kind]) => kind));
  return Object.entries(DATA.kinds).filter(([name]) => used.has(name))
    .map(([name, kind]) => [name, swatch(kind), said(kind.plural), visible.kindCount[name] || 0]);
}

/** Of each relation that the view has.
 * @returns {SwitchRow[]} */
function relationRows() {
  const used = new Set(graph.edges.map(({ relation }) => relation));
  return Object.entries(DATA.relations).filter(([name]) => used.has(name))
    .map(([name, look]) => [name, relationSample(name), said(look.label), relationShown(name)]);
}

/** A switch for each row, and two for all of them.
 * @param {string} key @param {SwitchRow[]} rows @param {Set<string>} hidden @param {Element | null} [note] */
function switches(key, rows, hidden, note = null) {
  if (!rows.length) return null;
  const list = rows.map(([name, sign, text, count]) => {
    const isPartly = key === "relations" && restsPartly(name) && !hidden.has(name) && !state.wholeRelations.has(name);
    const box = make("input", { type: "checkbox", checked: !hidden.has(name), "data-name": name,
      onchange: () => { turn(name, hidden, isPartly); update(); } });
    /** @type {HTMLInputElement} */ (box).indeterminate = isPartly;
    return make("li", {}, make("label", {}, box, sign, make("span", { class: "what" }, text),
      make("span", { class: "count" }, number(count))));
  });
  /** @param {boolean} none */
  const hideAll = (none) => () => {
    hidden.clear();
    if (key === "relations") state.wholeRelations.clear();
    if (none) rows.forEach(([name]) => hidden.add(name));
    update();
  };
  return make("fieldset", { class: key }, make("legend", {}, words(key)),
    make("span", { class: "switch" }, button(words("all"), hideAll(false), { "data-all": key }),
      button(words("none"), hideAll(true), { "data-none": key })),
    note, make("ul", {}, ...list));
}

/** From a part to all of it, from all to nothing, and from nothing to all again.
 * @param {string} name @param {Set<string>} hidden @param {boolean} isPartly */
function turn(name, hidden, isPartly) {
  if (isPartly) { state.wholeRelations.add(name); return; }
  state.wholeRelations.delete(name);
  if (!hidden.delete(name)) hidden.add(name);
  else if (hidden === state.hiddenRelations && restsPartly(name)) state.wholeRelations.add(name);
}

/** What the filter keeps, and how much it leaves out. */
function placesText() {
  if (!state.places.size) return words("places_hint");
  const rest = graph.nodes.reduce((sum, node, i) => sum + (isNow(node) ? amountLeftOut(i) : 0), 0);
  return words("places_chosen", { names: placeNames(), n: number(rest) });
}

function placeFilter() {
  if (!graph.view.places.length) return null;
  const order = graph.view.places.map((place, p) => p).sort((a, b) => {
    const [one, other] = [graph.view.places[a], graph.view.places[b]];
    return one.kind.localeCompare(other.kind) || nameOf(one).localeCompare(nameOf(other), "nb", { numeric: true });
  });
  const there = graph.nodes.filter(isNow);
  const amounts = graph.view.places.map((place, p) => there.reduce((sum, node) => sum + amountOf(node, p), 0));
  const rows = order.map((p) => make("li", {}, make("label", {},
    make("input", { type: "checkbox", checked: state.places.has(p), "data-place": graph.view.places[p].id,
      onchange: () => {
        if (state.places.has(p)) state.places.delete(p); else state.places.add(p);
        update(true);
      } }),
    swatch(DATA.kinds[graph.view.places[p].kind]),
    make("span", { class: "what" }, nameOf(graph.view.places[p])),
    make("span", { class: "count" }, number(amounts[p])))));
  return make("fieldset", { class: "places" }, make("legend", {}, words("places")),
    make("span", { class: "switch" },
      state.places.size ? button(words("clear"), () => { state.places.clear(); update(true); }) : null),
    make("p", { class: "soft", id: "left" }, placesText()), make("ul", {}, ...rows));
}
