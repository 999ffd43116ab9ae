// Right: the findings, in sentences that point at the map.

import { crossButton } from "./buttons.js";
import { aimCamera } from "./camera.js";
import { DATA } from "./data.js";
import { all, button, byId, fill, focused, make } from "./dom.js";
import { aboutOf, FINDINGS, selectFinding, shownOf } from "./findings.js";
import { stage } from "./network.js";
import { clearSelection } from "./selection.js";
import { isPresenting, state } from "./state.js";
import { number, said, words } from "./words.js";

/** Drawn again with the evidence, which lies in the same place and goes first. */
export function drawFindings() {
  const panel = byId("findings");
  panel.hidden = !state.findingsOpen || !byId("panel").hidden || isPresenting();
  if (panel.hidden) return;
  const focus = focused().dataset.finding;
  panel.setAttribute("aria-label", words("findings"));
  fill(panel,
    crossButton(() => openFindings(false)),
    make("h2", {}, words("findings")),
    whyText(),
    make("p", { class: "soft" }, words(DATA.meta.asOf ? "findings_day" : "findings_whole", { day: DATA.meta.asOf })),
    make("p", { class: "soft" }, words(DATA.meta.findings ? "findings_hint" : "findings_large")),
    make("ul", {}, ...FINDINGS.map((finding) => make("li", {}, ...findingRow(finding)))));
  if (focus) all(`[data-finding="${CSS.escape(focus)}"]`, panel)[0]?.focus();
}

/** @param {Finding} finding */
function findingRow(finding) {
  if (!aboutOf(finding).length) return [make("p", { class: "finding" }, said(finding.text))];
  const isPressed = state.highlight?.finding === finding.key;
  const part = isPressed ? shownOf(finding) : "";
  return [
    button(said(finding.text), () => (isPressed ? clearSelection() : selectFinding(finding.key)),
      { class: "finding", "data-finding": finding.key, "aria-pressed": String(isPressed) }),
    part ? make("p", { class: "soft" }, part) : null,
  ];
}

/** Why the map opens in the view that it does, where nobody asked for it. */
export function whyText() {
  const [, title] = DATA.meta.sheets.find(([name]) => name === DATA.view) || DATA.meta.sheets[0];
  const why = said(DATA.meta.why);
  return why ? make("p", { class: "soft" }, words("why", { view: said(title), text: why })) : null;
}

/** @param {boolean} [isOpen] */
export function openFindings(isOpen = !state.findingsOpen) {
  Object.assign(state, { findingsOpen: isOpen, findingsByHand: true });
  if (isOpen && !byId("panel").hidden) clearSelection();
  drawFindings();
  byId("tell").setAttribute("aria-expanded", String(isOpen));
  if (!state.cameraMoved) aimCamera();
  (isOpen ? byId("findings") : byId("tell")).focus();
}

const PANEL = 350;

/** The width of a map on a projector, in a window of 1280: what layouts make their maps for. */
const PROJECTED = 1044;

/** Where both have room the findings stand open beside the map from the start, in every view; where they would take it
 * from the map their button stands out instead. So too when the window gets another size, until somebody opens or
 * closes them. */
export function offerFindings() {
  state.findingsByHand = state.findingsOpen;
  followWindow();
  addEventListener("resize", followWindow);
}

function followWindow() {
  if (!state.findingsByHand) state.findingsOpen = FINDINGS.length > 0 && stage.clientWidth >= PROJECTED + PANEL;
  drawFindings();
  byId("tell")?.setAttribute("aria-expanded", String(state.findingsOpen));
}

export const findingsButton = () => (FINDINGS.length || !DATA.meta.findings
  ? button(`${words("findings")} (${number(FINDINGS.length)})`, () => openFindings(),
    { id: "tell", "aria-expanded": String(state.findingsOpen), "aria-controls": "findings" }) : null);
