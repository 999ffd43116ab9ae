// The slider through the years, and what came and went on the way.

import { byId, fill, input, make } from "./dom.js";
import { graph } from "./graph.js";
import { palette } from "./look.js";
import { clamp } from "./polylines.js";
import { state } from "./state.js";
import { svgElement, svgShape } from "./svg.js";
import { startTransition } from "./transition.js";
import { update } from "./update.js";
import { visible } from "./visible.js";
import { counted, say, words } from "./words.js";

/** @param {Set<number>} before @param {Set<number>} now */
function cameAndWent(before, now) {
  const come = [...now].filter((x) => !before.has(x)).length;
  const gone = [...before].filter((x) => !now.has(x)).length;
  return [...counted(come, "n_added"), ...counted(gone, "n_removed")].join(", ");
}

/** To another stop: nothing moves but what is merged, which goes to what came after it.
 * @param {number} stop */
function goToStop(stop) {
  const next = clamp(stop, 0, graph.view.stops.length);
  if (next === state.stop) return;
  const [before, edgesBefore] = [visible.nodes, visible.edges];
  state.stop = next;
  state.highlight = null;
  update();
  const [nodes, edges] = [cameAndWent(before, visible.nodes), cameAndWent(edgesBefore, visible.edges)];
  const parts = [nodes && words("of_nodes", { what: nodes }), edges && words("of_relations", { what: edges })];
  state.passage = { stop: next, text: parts.filter(Boolean).join(" · ") || words("no_change") };
  updateSlider();
  say((state.stop ? graph.view.stops[state.stop - 1] : words("all_years")) + ": " + state.passage.text);
  startTransition(before);
}

const PACE = 1800;

/** Walks through the years from where it stands, from the first where it stands at the end. */
function play() {
  if (state.playing) { stopPlaying(); return; }
  state.playing = window.setInterval(() => {
    goToStop(state.stop + 1);
    if (state.stop >= graph.view.stops.length) stopPlaying();
  }, PACE);
  goToStop(state.stop && state.stop < graph.view.stops.length ? state.stop + 1 : 1);
  updateSlider();
}

function stopPlaying() {
  clearInterval(state.playing);
  state.playing = 0;
  updateSlider();
}

/** @param {number} by */
export function stepYears(by) {
  if (state.playing) stopPlaying();
  goToStop(state.stop + by);
}

/** The slider of the open view; hidden where its data has no dates. */
export function drawSlider() {
  state.passage = { stop: -1, text: "" };
  if (state.playing) stopPlaying();
  byId("time").hidden = !graph.view.stops.length;
  if (!graph.view.stops.length) { fill(byId("time")); return; }
  byId("time").setAttribute("aria-label", words("time"));
  fill(byId("time"),
    make("button", { type: "button", id: "play", onclick: play }),
    make("label", { for: "years" }, words("year")),
    make("input", { id: "years", type: "range", min: 0, max: graph.view.stops.length, step: 1,
      oninput: () => { if (state.playing) stopPlaying(); goToStop(Number(input("years").value)); } }),
    make("strong", { id: "year" }), make("span", { id: "passage", class: "soft" }));
  updateSlider();
}

const PLAY = [[-4, -6, 6, 0, -4, 6]];
const PAUSE = [[-5, -6, -1.5, -6, -1.5, 6, -5, 6], [1.5, -6, 5, -6, 5, 6, 1.5, 6]];

export function updateSlider() {
  if (!byId("years")) return;
  const { stop, passage, playing } = state;
  const text = stop ? graph.view.stops[stop - 1] : words("all_years");
  input("years").value = String(stop);
  byId("years").setAttribute("aria-valuetext", text);
  byId("year").textContent = text;
  byId("year").className = stop ? "digits" : "";
  byId("passage").textContent = byId("passage").title = passage.stop === stop ? passage.text : "";
  const key = words(playing ? "pause" : "play");
  byId("play").setAttribute("aria-label", key);
  byId("play").title = key;
  const svg = svgElement("svg", { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" });
  for (const points of playing ? PAUSE : PLAY) {
    svg.append(svgShape({ is: "shape", points, fill: palette().ink, stroke: palette().ink, width: 1 }));
  }
  fill(byId("play"), svg);
}
