// Above: the title, and how much is shown.

import { DATA } from "./data.js";
import { button, byId, fill, input } from "./dom.js";
import { state } from "./state.js";
import { changeText, shownText } from "./summary.js";
import { resetAll } from "./update.js";
import { visible } from "./visible.js";
import { said, words } from "./words.js";

export function drawHeader() {
  byId("shown").textContent = byId("shown").title = shownText(false);
  const unread = DATA.meta.unread.map((line) => said(line)).join(" ");
  const beside = [...(unread ? [words("unread", { what: unread })] : []), ...changeText()];
  byId("since").textContent = byId("since").title = beside.join(" · ");
  byId("since").classList.toggle("warning", unread !== "");
  byId("empty").hidden = visible.nodes.size > 0;
  fill(byId("empty"), words("nothing"), button(words("clear"), resetAll));
}

/** In the language and the colours of the moment. */
export function drawHeading() {
  document.documentElement.lang = state.lang;
  document.documentElement.dataset.theme = state.theme;
  document.title = said(DATA.meta.title);
  byId("title").textContent = said(DATA.meta.title);
  input("search").placeholder = words("search") + " ( / )";
  for (const id of ["search", "legend", "map", "tables"]) byId(id).setAttribute("aria-label", words(id));
  byId("panel").setAttribute("aria-label", words("evidence"));
}
