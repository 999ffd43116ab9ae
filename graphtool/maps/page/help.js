// What the keys do, and notes on the map.

import { gatheredLines } from "./bundles.js";
import { DATA } from "./data.js";
import { button, byId, dialog, fill, make } from "./dom.js";
import { findingsButton, whyText } from "./findingspanel.js";
import { graph } from "./graph.js";
import { picture } from "./picture.js";
import { said, words } from "./words.js";

export function openHelp() {
  /** @param {string[]} keys @param {string} key */
  const line = (keys, key) => [make("dt", {}, ...keys.map((k) => make("kbd", {}, k))), make("dd", {}, words(key))];
  fill(byId("help"), make("h2", {}, words("keys")),
    make("dl", {}, ...line(["/"], "key_search"), ...line(["←", "→", "↑", "↓"], "key_move"),
      ...line(["+", "−", "0"], "key_zoom"),
      ...(graph.view.stops.length ? line([",", "."], "key_years") : []),
      ...(gatheredLines(picture.frame).length ? line(["l"], "key_lines") : []),
      ...line(["Enter"], "key_enter"),
      ...(findingsButton() ? line(["f"], "findings") : []), ...line(["p"], "key_present"),
      ...line(["t"], "key_tables"), ...line(["Esc"], "key_escape")),
    whyText(), ...DATA.meta.notes.map((note) => make("p", {}, said(note))),
    button(words("close"), () => dialog("help").close(), { class: "primary" }));
  dialog("help").showModal();
}
