// What follows when something that decides what is visible has changed.

import { strandOf } from "./bundles.js";
import { aimCamera } from "./camera.js";
import { held } from "./contents.js";
import { emit } from "./events.js";
import { graph } from "./graph.js";
import { isKept } from "./kept.js";
import { dropPath } from "./selection.js";
import { state } from "./state.js";
import { stopWith } from "./stops.js";
import { isLeftUnchanged, recount, visible } from "./visible.js";

/** After anything that decides what is visible.
 * @param {boolean} [refit] */
export function update(refit = false) {
  recount();
  if (state.node >= 0 && !visible.nodes.has(state.node)) state.node = -1;
  if (state.edge >= 0 && !visible.edges.has(state.edge)) state.edge = -1;
  if (state.strand) state.strand = strandOf(state.strand.edges);
  if (state.path && !state.path.edges.every((k) => visible.edges.has(k))) dropPath();
  emit("change");
  if (refit) aimCamera();
}

/** After a change of language, theme or view, and at the start. */
export function relabel() {
  emit("relabel");
  update();
}

export function resetAll() {
  state.hiddenKinds.clear();
  state.hiddenRelations.clear();
  state.wholeRelations.clear();
  state.places.clear();
  state.hiddenNodes.clear();
  state.only = null;
  state.onlyChanged = false;
  update(true);
}

/** @param {number} i */
export function unhide(i) {
  if (visible.nodes.has(i)) return;
  for (const [kind] of held(graph.nodes[i])) state.hiddenKinds.delete(kind);
  state.hiddenNodes.delete(i);
  state.stop = stopWith(graph.nodes[i]);
  if (isLeftUnchanged(i)) state.onlyChanged = false;
  if (state.only && !state.only.has(i)) state.only = null;
  if (!isKept(i)) state.places.clear();
  update();
}
