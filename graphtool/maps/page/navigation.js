// From one view to another.

import { aimCamera } from "./camera.js";
import { graph, placesAmong, positionOf, readGraph, viewNames } from "./graph.js";
import { visData } from "./network.js";
import { picture } from "./picture.js";
import { forgetRoutes } from "./routes.js";
import { NOTHING, state } from "./state.js";
import { stopOf } from "./stops.js";
import { relabel } from "./update.js";
import { said, say } from "./words.js";

/** A view on the canvas, and nothing left of the one before.
 * @param {string} name */
export function loadView(name) {
  const before = graph.view;
  readGraph(name);
  forgetRoutes();
  picture.transition = null;
  if (graph.view !== before) picture.network.setData(visData());
}

/** Another view on the same canvas; what was chosen is chosen again where it is in both.
 * @param {string} name */
export function openView(name) {
  if (graph.view.view === name || !viewNames.includes(name)) return;
  const node = state.node >= 0 ? graph.nodes[state.node].id : "";
  const mun = [...state.places].map((p) => graph.view.places[p].id);
  const stop = graph.view.stops[state.stop - 1];
  loadView(name);
  Object.assign(state, NOTHING, { hiddenNodes: new Set(), only: null, hover: -1,
    node: positionOf(node), stop: stopOf(stop), places: placesAmong(mun) });
  relabel();
  aimCamera(false);
  say(said(graph.view.title) + ". " + said(graph.view.purpose));
}

/** The view of what a group holds; false where the file does not have it.
 * @param {number} i */
export function openGroup(i) {
  const inner = graph.nodes[i]?.card?.sheet || graph.nodes[i]?.fold?.sheet;
  if (!inner) return false;
  state.node = -1;
  openView(inner);
  return true;
}
