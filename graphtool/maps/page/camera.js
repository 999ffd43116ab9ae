// The camera: what it looks at, as near as it can be read.

import { boxAround, visibleBox } from "./bounds.js";
import { byId } from "./dom.js";
import { graph } from "./graph.js";
import { isOverview } from "./look.js";
import { currentFrame, redraw, stage } from "./network.js";
import { picture } from "./picture.js";
import { clamp } from "./polylines.js";
import { isPresenting, state } from "./state.js";
import { emphasis } from "./visible.js";

const panelWidth = () => Math.max(byId("panel").offsetWidth, byId("findings").offsetWidth);
const pathBoxHeight = () => (byId("way").hidden ? 0 : byId("way").offsetHeight + 8);
const closest = () => (isPresenting() ? 1.8 : 1.25);

/** The camera on everything.
 * @param {boolean} [animated] */
export function fit(animated = true) {
  state.cameraMoved = false;
  showBox(visibleBox(), animated, closest());
}

/** The zoom at which a box fills the part of the map that no panel covers.
 * @param {Bounds} bounds @param {number} most */
function scaleFor([left, top, right, bottom], most) {
  const [width, height] = [Math.max(200, stage.clientWidth - panelWidth()), stage.clientHeight - pathBoxHeight()];
  return Math.min((width - 24) / (right - left), (height - 24) / (bottom - top), most);
}

/** @param {Bounds} bounds @param {boolean} animated @param {number} most */
export function showBox([left, top, right, bottom], animated, most) {
  if (stage.clientWidth < 20 || stage.clientHeight < 20) return;  // hidden, as in print
  const scale = scaleFor([left, top, right, bottom], most);
  const [x, y] = [(left + right) / 2 + panelWidth() / 2 / scale, (top + bottom - pathBoxHeight() / scale) / 2];
  moveCamera({ scale, position: { x, y },
    animation: animated && mayMove() ? { duration: 300, easingFunction: "easeInOutQuad" } : false });
}

/** vis loses sight of an animation that has not drawn its first frame when the next one begins, and
 * then never ends it.
 * @param {{ scale?: number, position?: Xy, animation?: object | false }} target */
function moveCamera(target) {
  const { view, body } = picture.network;
  if (view.easingTime === 0) body.emitter.off("initRedraw", view.viewFunction);
  picture.network.moveTo(target);
}

export const mayMove = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Bring a node into the part of the map that no panel covers, moving no more than is needed.
 * @param {number} i */
export function bringIntoView(i) {
  if (isPresenting()) return;
  const now = currentFrame();
  const [x, y] = [graph.nodes[i].x * now.scale + now.x, graph.nodes[i].y * now.scale + now.y];
  const right = now.width - panelWidth() - 150;
  const scale = Math.max(now.scale, 0.8);
  if (x > 60 && x < right && y > 40 && y < now.height - 60 && !isOverview(now.scale)) redraw();
  else {
    moveCamera({ scale, position: { x: graph.nodes[i].x + panelWidth() / 2 / scale, y: graph.nodes[i].y },
      animation: mayMove() ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
  }
}

// Where all of a view can be read at once, nothing is gained by going nearer.
const READABLE = 0.9;

/** The camera on what a finding or a step points at, else on everything.
 * @param {boolean} [isAnimated] */
export function aimCamera(isAnimated = true) {
  const strong = isPresenting() || state.highlight?.finding ? emphasis() : null;
  if (!strong?.nodes.size || scaleFor(visibleBox(), READABLE) === READABLE) { fit(isAnimated); return; }
  state.cameraMoved = false;
  showBox(boxAround(strong.nodes), isAnimated, closest());
}

/** @param {number} dx @param {number} dy */
export function pan(dx, dy) {
  const centre = picture.network.getViewPosition();
  const step = 90 / picture.network.getScale();
  state.cameraMoved = true;
  moveCamera({ position: { x: centre.x + dx * step, y: centre.y + dy * step } });
}

/** @param {number} factor */
export function zoom(factor) {
  state.cameraMoved = true;
  moveCamera({ scale: clamp(picture.network.getScale() * factor, 0.02, 6) });
}
