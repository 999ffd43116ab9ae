// A presentation: the steps of the story over the whole window, each with its picture.

import { writeAddress } from "./address.js";
import { aimCamera, zoom } from "./camera.js";
import { all, button, byId, dialog, fill, focused, make } from "./dom.js";
import { FINDINGS, highlightFinding } from "./findings.js";
import { edgeAt, graph, placesAmong, positionOf } from "./graph.js";
import { openView } from "./navigation.js";
import { stage } from "./network.js";
import { picture } from "./picture.js";
import { clamp } from "./polylines.js";
import { selectEdge, selectNode, showPath } from "./selection.js";
import { stepYears } from "./slider.js";
import { isPresenting, NOTHING, state } from "./state.js";
import { stopOf } from "./stops.js";
import { storySteps } from "./story.js";
import { relabel } from "./update.js";
import { said, say, words } from "./words.js";

/** @param {number} [step] @param {boolean} [isApplied] */
function startPresenting(step = 0, isApplied = true) {
  if (!isPresenting()) state.themeBefore = state.theme;
  state.step = step;
  document.documentElement.dataset.presenting = "";
  byId("present").hidden = false;
  dialog("help").close();
  showStep(step, isApplied);
  byId("present").focus();
}

/** Asked for by a key or a button, or a browser does not allow it; then the window is filled. */
async function fillScreen() {
  try {
    await document.documentElement.requestFullscreen();
    state.isFullScreen = true;
  } catch { /* the window is enough */ }
}

export function present() {
  fillScreen();
  startPresenting();
}

function stopPresenting() {
  state.step = -1;
  delete document.documentElement.dataset.presenting;
  byId("present").hidden = true;
  state.theme = state.themeBefore;
  if (state.isFullScreen && document.fullscreenElement) document.exitFullscreen();
  state.isFullScreen = false;
  relabel();
  aimCamera(false);
  stage.focus();
}

/** @param {number} step @param {boolean} [isApplied] */
function showStep(step, isApplied = true) {
  const steps = storySteps();
  state.step = clamp(step, 0, steps.length - 1);
  const { title, text, state: asked } = steps[state.step];
  if (isApplied) apply(asked);
  byId("panel").hidden = true;
  drawStep();
  aimCamera();
  drawBeyond();
  writeAddress();
  const place = words("step_of", { n: state.step + 1, m: steps.length });
  say([place, said(title), said(text)].join(". "));
}

/** The picture of a step; what it does not name is as it was when the map was opened.
 * @param {Asked} asked */
function apply(asked) {
  openView(asked.view);
  Object.assign(state, NOTHING, { hiddenKinds: new Set(asked.hide), hiddenRelations: new Set(asked.hideRel),
    hiddenNodes: new Set(), only: null, steps: asked.steps || 1, theme: asked.theme || state.themeBefore,
    stop: stopOf(asked.year), places: placesAmong(asked.mun || []) });
  picture.network.unselectAll();
  relabel();
  const edge = asked.edge && graph.edges[edgeAt(asked.edge)];
  const finding = FINDINGS.find(({ key }) => key === asked.finding);
  if (finding) highlightFinding(finding);
  else if (asked.from) showPath(positionOf(asked.from), positionOf(asked.to));
  else if (edge) selectEdge(edge.k);
  else if (asked.node) selectNode(positionOf(asked.node));
}

function drawStep() {
  const steps = storySteps();
  const { title, text } = steps[state.step];
  const year = graph.view.stops[state.stop - 1];
  /** @param {number} by @param {string} sign @param {string} key @param {boolean} isEnd */
  const turn = (by, sign, key, isEnd) => button(sign, () => showStep(state.step + by),
    { "aria-label": words(key), title: words(key), "data-turn": key, disabled: isEnd });
  const focus = focused().dataset.turn;
  byId("present").setAttribute("aria-label", words("presentation"));
  fill(byId("present"),
    make("div", { class: "told" }, make("h1", {}, said(title)), make("p", {}, said(text))),
    make("div", { class: "turns" },
      make("p", { class: "beyond", hidden: true }),
      make("p", {}, [year, `${state.step + 1} / ${steps.length}`].filter(Boolean).join(" · ")),
      turn(-1, "‹", "previous", state.step === 0), turn(1, "›", "next", state.step === steps.length - 1),
      button(words("leave"), stopPresenting)));
  if (focus) (all(`[data-turn="${focus}"]:not(:disabled)`, byId("present"))[0] || byId("present")).focus();
}

/** Says beside the words of a step that its picture is larger than the window. */
function drawBeyond() {
  const [note] = all(".beyond", byId("present"));
  note.textContent = state.isBeyond ? words("beyond_step") : "";
  note.hidden = !state.isBeyond;
}

/** @type {Record<string, number>} */
const STEPS_BY_KEY = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, " ": 1 };

/** Whether a key was for the presentation. While evidence is read, only the page keys turn.
 * @param {KeyboardEvent} event */
export function presentKey(event) {
  const { key } = event;
  const isReading = byId("panel").contains(document.activeElement);
  if (key === " " && focused().tagName === "BUTTON") return true;
  if (isReading && !/^(Page|Escape)/.test(key)) return true;
  if (Object.hasOwn(STEPS_BY_KEY, key)) showStep(state.step + STEPS_BY_KEY[key]);
  else if (Object.hasOwn(PRESENTING_KEYS, key)) PRESENTING_KEYS[key]();
  else return key !== "?";
  event.preventDefault();
  return true;
}

/** @type {Record<string, () => void>} */
const PRESENTING_KEYS = {
  Home: () => showStep(0), End: () => showStep(storySteps().length - 1), Escape: stopPresenting,
  "+": () => zoom(1.25), "-": () => zoom(0.8), 0: () => aimCamera(),
  ",": () => { stepYears(-1); drawStep(); }, ".": () => { stepYears(1); drawStep(); },
};

export function openPresentation() {
  document.addEventListener("fullscreenchange", () => {
    if (isPresenting() && state.isFullScreen && !document.fullscreenElement) stopPresenting();
  });
}

export const presentButton = () => button(words("present"), present, { id: "begin" });

/** The step that an address names; alone it brings its picture along.
 * @param {number} step @param {boolean} isAlone */
export function followStep(step, isAlone) {
  if (step >= 1 && step <= storySteps().length) startPresenting(step - 1, isAlone);
  else if (isPresenting()) {
    state.themeBefore = state.theme;
    stopPresenting();
  }
}
