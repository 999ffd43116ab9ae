// The camera: what it looks at, as near as it can be read.

import { boxAround, visibleBox } from "./bounds.js";
import { byId } from "./dom.js";
import { graph } from "./graph.js";
import { isNarrow, isOverview, readingScale } from "./look.js";
import { firstCell, isMatrix, signPlace } from "./matrix.js";
import { currentFrame, redraw, stage } from "./network.js";
import { picture } from "./picture.js";
import { clamp } from "./polylines.js";
import { isPresenting, state } from "./state.js";
import { emphasis, visible } from "./visible.js";

/** How much of the map a panel covers: from the right, or from below where it is a sheet. */
function covered() {
  const { right, bottom } = stage.getBoundingClientRect();
  const open = ["panel", "findings"].map(byId).find(({ offsetWidth }) => offsetWidth);
  const panel = open?.getBoundingClientRect();
  if (!panel) return { right: 0, bottom: 0 };
  return isNarrow() ? { right: 0, bottom: Math.max(0, bottom - panel.top) } : { right: right - panel.left, bottom: 0 };
}
const pathBoxHeight = () => (byId("way").hidden ? 0 : byId("way").offsetHeight + 8);
const closest = () => (isPresenting() ? 1.8 : 1.25);

/** The camera on everything.
 * @param {boolean} [animated] */
export function fit(animated = true) {
  state.cameraMoved = state.isBeyond = false;
  showBox(visibleBox(), animated, closest());
}

/** The zoom at which a box fills the part of the map that no panel covers.
 * @param {Bounds} bounds @param {number} most */
function scaleFor([left, top, right, bottom], most) {
  const panel = covered();
  const width = Math.max(200, stage.clientWidth - panel.right);
  const height = Math.max(100, stage.clientHeight - panel.bottom - pathBoxHeight());
  return Math.min((width - 16) / (right - left), (height - 16) / (bottom - top), most);
}

/** @param {Bounds} bounds @param {boolean} animated @param {number} most */
export function showBox([left, top, right, bottom], animated, most) {
  if (stage.clientWidth < 20 || stage.clientHeight < 20) return;  // hidden, as in print
  const scale = scaleFor([left, top, right, bottom], most);
  const panel = covered();
  const [x, y] = [(left + right) / 2 + panel.right / 2 / scale,
    (top + bottom + (panel.bottom - pathBoxHeight()) / scale) / 2];
  moveCamera({ scale, position: { x, y },
    animation: animated && mayMove() ? { duration: 300, easingFunction: "easeInOutQuad" } : false });
}

/** vis loses sight of an animation that has not drawn its first frame when the next one begins, and
 * then never ends it: the map would be drawn sixty times a second for as long as the page is open.
 * @param {{ scale?: number, position?: Xy, animation?: object | false }} target */
function moveCamera(target) {
  const { view, body, renderer } = picture.network;
  if (view.easingTime === 0 && picture.network.listeners("initRedraw").includes(view.viewFunction)) {
    body.emitter.off("initRedraw", view.viewFunction);
    if (renderer.renderRequests === 1) cancelAnimationFrame(renderer.renderTimer);
    body.emitter.emit("_stopRendering");
  }
  picture.network.moveTo(target);
}

export const mayMove = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Bring a node into the part of the map that no panel covers, moving no more than is needed.
 * @param {number} i */
export function bringIntoView(i) {
  if (isPresenting()) return;
  const now = currentFrame();
  const [x, y] = [graph.nodes[i].x * now.scale + now.x, graph.nodes[i].y * now.scale + now.y];
  const panel = covered();
  // On a phone its name needs most of the width.
  const right = isNarrow() ? now.width * 0.3 : now.width - panel.right - 150;
  const bottom = now.height - panel.bottom - 60;
  const scale = Math.max(now.scale, 0.8);
  if (x > 60 && x < right && y > 40 && y < bottom && !isOverview(now.scale)) redraw();
  else {
    const aside = isNarrow() ? now.width * 0.7 : panel.right;
    const place = { x: graph.nodes[i].x + aside / 2 / scale, y: graph.nodes[i].y + panel.bottom / 2 / scale };
    moveCamera({ scale, position: place,
      animation: mayMove() ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
  }
}

// Where all of a view can be read at once, nothing is gained by going nearer.
const READABLE = 0.9;

// On a phone a map begins so large, and is read by moving it: all at once it would be a stamp. Names are whole then.
const LEGIBLE = 0.85;

/** Whether names stand in rows, in so many lines as they need: small letters would not be read there. Around points,
 * and in a map of very many, the shape of the whole says more than the names; but not in a matrix, whose names stay
 * where they are while its cells move.
 * @returns {boolean} */
const isInRows = () => isMatrix()
  || (!graph.view.groups && graph.nodes.length <= 150 && graph.nodes.every(({ room }) => !room[2]));

// Left free around names and at the border of the window: what is larger by no more than that is seen whole.
const AIR = 24;

/** The least zoom at which a view is read; 0 where it is seen as a whole. */
const leastScale = () => (isNarrow() ? LEGIBLE : isInRows() ? readingScale() : 0);

/** The camera where reading begins: at the upper left, or where most is where hardly anything is there.
 * @param {Bounds} bounds @param {number} scale */
function begin([left, top, right, bottom], scale) {
  const panel = covered();
  const wide = (stage.clientWidth - panel.right - 16) / scale;
  const high = (stage.clientHeight - panel.bottom - 16) / scale;
  const nodes = [...visible.nodes].map((i) => graph.nodes[i]);
  /** @param {Point} corner */
  const seen = ([x, y]) => nodes.filter((node) =>
    node.x >= x && node.x < x + wide * 0.7 && node.y >= y && node.y < y + high).length;
  const corners = [[left, top], ...nodes.map((node) => [node.x - 30, node.y - 30])].map(([x, y]) =>
    /** @type {Point} */ ([Math.max(left, Math.min(x, right - wide)), Math.max(top, Math.min(y, bottom - high))]));
  const most = corners.reduce((best, corner) => (seen(corner) > seen(best) ? corner : best));
  const [x, y] = 2 * seen(corners[0]) >= seen(most) ? corners[0] : most;
  state.cameraMoved = false;
  state.isBeyond = right - left > wide + AIR || bottom - top > high + AIR;
  moveCamera({ scale, animation: false, position: {
    x: (right - left < wide ? (left + right) / 2 : x + wide / 2) + panel.right / 2 / scale,
    y: (bottom - top < high ? (top + bottom) / 2 : y + high / 2) + panel.bottom / 2 / scale } });
}

/** The camera on the cells that stand out, in letters that are read: whose they are stands beside and above them.
 * @param {Set<number>} edges @param {number} scale @param {boolean} animated */
function showCells(edges, scale, animated) {
  const places = [...edges].flatMap((k) => signPlace(graph.edges[k]) || []);
  const [corner, half] = [firstCell(), { x: stage.clientWidth / 2 / scale, y: stage.clientHeight / 2 / scale }];
  /** @param {"x" | "y"} axis */
  const middle = (axis) => {
    const there = places.map((place) => place[axis]);
    return Math.max((Math.min(...there) + Math.max(...there) - corner[axis]) / 2, half[axis]);
  };
  state.isBeyond = !isPresenting();  // what a step is about is there
  moveCamera({ scale, position: { x: middle("x"), y: middle("y") },
    animation: animated && mayMove() ? { duration: 300, easingFunction: "easeInOutQuad" } : false });
}

/** The camera on what a finding or a step points at, else on everything, or where that begins.
 * @param {boolean} [isAnimated] */
export function aimCamera(isAnimated = true) {
  const strong = isPresenting() || state.highlight?.finding ? emphasis() : null;
  const least = leastScale();
  if (!strong?.nodes.size && scaleFor(visibleBox(), least) < least) { begin(visibleBox(), least); return; }
  if (!strong?.nodes.size || scaleFor(visibleBox(), READABLE) === READABLE) { fit(isAnimated); return; }
  state.cameraMoved = false;
  if (isMatrix() && strong.edges.size) showCells(strong.edges, least, isAnimated);
  else showBox(boxAround(strong.nodes), isAnimated, closest());
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
