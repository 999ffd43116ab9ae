// Presses, drags and the pointer over the map.

import { strandOf } from "./bundles.js";
import { showBox } from "./camera.js";
import { graph, positionOf } from "./graph.js";
import { openGroup } from "./navigation.js";
import { currentFrame, redraw, stage } from "./network.js";
import { lineUnder, nodeUnder } from "./picking.js";
import { picture } from "./picture.js";
import { routes } from "./routes.js";
import { clearSelection, selectEdge, selectNode, selectStrand } from "./selection.js";
import { state } from "./state.js";
import { visible } from "./visible.js";

function isCurrent() {
  const now = currentFrame();
  return now.scale === picture.frame.scale && now.x === picture.frame.x && now.y === picture.frame.y;
}

// A press and a release in one place, however long it takes: to vis a slow click is none.
const STILL = 5;

// How far from a symbol a finger still means it.
const FINGER = 14;

const pressed = { at: /** @type {Point | null} */ (null) };

/** Where the pointer is on the map.
 * @param {PointerEvent} event @returns {Point} */
function placeOf(event) {
  const { left, top } = stage.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

/** @param {PointerEvent} event */
export function onPress(event) {
  pressed.at = event.isPrimary && event.button === 0 ? [event.clientX, event.clientY] : null;
}

/** @param {PointerEvent} event */
export function onRelease(event) {
  if (!pressed.at || !event.isPrimary) return;
  const away = Math.hypot(event.clientX - pressed.at[0], event.clientY - pressed.at[1]);
  pressed.at = null;
  if (away <= STILL) onClick(...placeOf(event), event.pointerType === "touch" ? FINGER : undefined);
}

/** @param {number} x @param {number} y @param {number} [reach] */
function onClick(x, y, reach) {
  // Moved, and not drawn since.
  if (!isCurrent()) picture.frame = { ...currentFrame(), bundled: picture.frame.bundled, tally: picture.frame.tally };
  const node = nodeUnder(x, y, reach);
  if (node >= 0) {
    if (!graph.nodes[node].fold || state.pathStart >= 0 || !openGroup(node)) selectNode(node);
    return;
  }
  const { edge, strand } = lineUnder(x, y);
  if (edge >= 0) selectEdge(edge);
  else if (strand) selectStrand(strandOf([strand.edges[0].k]));
  else clearSelection();
}

/** @param {{ pointer: { DOM: Xy } }} event */
export function onDoubleClick({ pointer }) {
  const node = nodeUnder(pointer.DOM.x, pointer.DOM.y);
  if (node < 0 || openGroup(node)) return;
  const box = graph.hulls[graph.nodes[node].hull]?.now;
  if (!box) return;
  const [x, y, w, h] = box;
  state.cameraMoved = true;
  showBox([x, y, x + w, y + h], true, 1.4);
}

/** @param {{ nodes: string[] }} event */
export function onDrag({ nodes: ids }) {
  if (!ids.length) return;
  const i = positionOf(ids[0]);
  const place = picture.network.getPosition(ids[0]);
  Object.assign(graph.nodes[i], { x: place.x, y: place.y, moved: true });
  visible.version++;
  graph.incident[i].forEach((edge) => edge.beside.forEach((other) => routes.delete(other.k)));
}

/** @param {PointerEvent} event */
export function onPointer(event) {
  if (event.buttons) return;
  const [x, y] = placeOf(event);
  const node = nodeUnder(x, y);
  setHover(node);
  stage.style.cursor = node >= 0 || (graph.edges.length < 1500 && isOnLine(x, y)) ? "pointer" : "grab";
}

/** @param {number} x @param {number} y */
function isOnLine(x, y) {
  const { edge, strand } = lineUnder(x, y);
  return edge >= 0 || strand !== null;
}

/** @param {number} i */
export function setHover(i) {
  if (state.hover === i) return;
  state.hover = i;
  redraw();
}
