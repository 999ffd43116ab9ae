// Above: tabs and tools, in the language of the moment.

import { fit, zoom } from "./camera.js";
import { DATA } from "./data.js";
import { all, button, byId, fill, input, make } from "./dom.js";
import { copyImage, savePng, saveSvg } from "./export.js";
import { findingsButton } from "./findingspanel.js";
import { graph, viewData } from "./graph.js";
import { openHelp } from "./help.js";
import { legendButton } from "./legend.js";
import { openView } from "./navigation.js";
import { presentButton } from "./present.js";
import { state } from "./state.js";
import { openTables } from "./tables.js";
import { relabel } from "./update.js";
import { said, viewTitle, words } from "./words.js";

/** The way back: the views that the open one lies in, it itself last. */
function breadcrumbs() {
  const way = [];
  for (let at = graph.view; at.part; at = viewData(at.part.above)) way.unshift(at.view);
  return way.map((name) => button("› " + viewTitle(name), () => openView(name), { class: "crumb", "data-view": name,
    "aria-pressed": String(name === graph.view.view) }));
}

/** One tab a view; the open one says what it answers. */
export function drawTabs() {
  byId("views").hidden = DATA.meta.sheets.length < 2 && !graph.view.part;
  byId("views").setAttribute("aria-label", words("views"));
  fill(byId("views"), ...DATA.meta.sheets.map(([name, title, purpose]) => button(said(title), () => {
    openView(name);
    all(`[data-view="${name}"]`, byId("views"))[0].focus();
  }, { "data-view": name, title: said(purpose), "aria-pressed": String(name === graph.view.view) })), ...breadcrumbs());
}

const LANGUAGE_NAMES = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

/** One of several values, each with its text.
 * @param {string} key @param {string[][]} values @param {string} now @param {(value: string) => void} set */
const choice = (key, values, now, set) => make("select", { id: key, "aria-label": words(key),
  onchange: () => { set(input(key).value); relabel(); byId(key).focus(); } },
  ...values.map(([value, text]) => make("option", { value, selected: value === now }, text)));

export function drawTools() {
  const themes = Object.keys(DATA.colours).map((name) => [name, words(name)]);
  fill(byId("tools"), legendButton(), findingsButton(), presentButton(),
    button(words("copy"), copyImage, { id: "copy" }), button(words("png"), savePng, { id: "png" }),
    button(words("svg"), saveSvg, { id: "svg" }), button(words("print"), () => print(), { id: "print" }),
    button(words("tables"), openTables), button("?", openHelp, { "aria-label": words("help"), title: words("help") }),
    choice("theme", themes, state.theme, (value) => { state.theme = /** @type {Theme} */ (value); }),
    choice("language", Object.entries(LANGUAGE_NAMES), state.lang, (value) => { state.lang = value; }));
  fill(byId("zoom"),
    button("+", () => zoom(1.25), { "aria-label": words("zoom_in"), title: words("zoom_in") }),
    button("−", () => zoom(0.8), { "aria-label": words("zoom_out"), title: words("zoom_out") }),
    button(words("fit"), () => fit(), { id: "fit" }));
}
