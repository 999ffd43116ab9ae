// Colours and sizes at the zoom of the moment, and places on the screen.

import { DATA } from "./data.js";
import { graph } from "./graph.js";
import { transformed } from "./polygons.js";
import { clamp } from "./polylines.js";
import { isPresenting, state } from "./state.js";

/** The height of a row of names, in the layout's coordinates. */
const ROW = 22;

const NARROW = matchMedia("(max-width: 800px)");

/** Whether the window is a phone's, as page.css has it: less room, and the same eyes. */
export const isNarrow = () => NARROW.matches;

export const palette = () => DATA.colours[state.theme];

/** The colour as it looks when only so much of it is left on the page; solid, for every format.
 * @param {string} colour @param {number} left @param {string} [ground] */
export function faded(colour, left, ground = palette().page) {
  if (left >= 1) return colour;
  /** @param {number} i */
  const mix = (i) => Math.round(parseInt(colour.slice(i, i + 2), 16) * left
    + parseInt(ground.slice(i, i + 2), 16) * (1 - left)).toString(16).padStart(2, "0");
  return "#" + mix(1) + mix(3) + mix(5);
}

/** @param {number} scale */
export const isOverview = (scale) => ROW * scale < 9.5 && graph.nodes.length > 150;
/** @param {number} scale */
export const radiusAt = (scale) => clamp(DATA.radius * scale, isOverview(scale) ? 2 : 4.2, isPresenting() ? 15 : 10);

// Letters that the layout made room for at zoom 1; read from the back of a room; read on a projector.
const MADE_FOR = 14.2;
const READ = 14;
const PRESENTED = 16;
const ON_A_PHONE = 12;
/** So many names around points find room at that size whatever the zoom. */
const FEW_NAMES = 40;

/** The layout's measure of words is on the generous side: from this zoom on they find room at that size too. */
const NEARLY = 0.93;

/** The zoom from which on all words of a sheet of rows are as large as they are to be read. */
export const readingScale = () => (isPresenting() ? (NEARLY * PRESENTED) / READ : NEARLY);

/** Whether few names stand around points, with room between them. */
export const isLoose = () =>
  graph.nodes.length <= FEW_NAMES && graph.nodes.some(({ room, card }) => room[2] && !card);

/** As large as the layout made room for; larger only where the map is small, or few names stand around points with
 * room between them.
 * @param {number} scale */
export function fontAt(scale) {
  const isFitted = isLoose() || scale >= NEARLY;
  const least = isFitted ? (isPresenting() ? PRESENTED : READ) : isNarrow() ? ON_A_PHONE : 10.5;
  const quarter = Math.round(Math.max(12.5 * scale + 1.75, MADE_FOR * scale) * 4) / 4;
  return clamp(quarter, least, isPresenting() ? 22 : 17);
}

/** What lies behind a node, for the halo of its words.
 * @param {GraphNode} node */
export const groundOf = (node) =>
  (node.hull < 0 || graph.hulls[node.hull].depth % 2 ? palette().page : palette().hull);

/** @param {GraphNode} node */
export const fillOf = (node) =>
  (node.tint === undefined ? DATA.kinds[node.kind].fill : graph.view.tints[node.tint])[state.theme];

/** @param {Line} line @param {Frame} frame */
export const onScreen = (line, frame) => line.map((value, i) => value * frame.scale + (i % 2 ? frame.y : frame.x));

/** @param {Rectangle} rectangle @param {Frame} frame @returns {Box} */
export function boxOnScreen([x, y, w, h], frame) {
  return { x: x * frame.scale + frame.x, y: y * frame.scale + frame.y,
    w: w * frame.scale, h: h * frame.scale };
}

/** The box of a node without its words: where its edges end.
 * @param {number} i @param {Frame} frame @returns {Box} */
export function endBox(i, frame) {
  const { x, y, room, card } = graph.nodes[i];
  const symbol = 2 * radiusAt(frame.scale);
  const [w, h] = card ? [room[0] * frame.scale, room[1] * frame.scale] : [symbol, symbol];
  return { x: x * frame.scale + frame.x - w / 2, y: y * frame.scale + frame.y - h / 2, w, h };
}

/** @param {Xy} place @param {Frame} frame */
export function isInView({ x, y }, frame) {
  const [left, top] = [x * frame.scale + frame.x, y * frame.scale + frame.y];
  return left >= 0 && left <= frame.width && top >= 0 && top <= frame.height;
}

/** A sign in a disc.
 * @param {{ shape: string }} sign @param {number} x @param {number} y @param {number} size @param {string} colour
 * @returns {PathItem[]} */
export const glyphItems = ({ shape }, x, y, size, colour) => [
  { is: "shape", points: transformed(DATA.shapes.dot, x, y, size), fill: palette().page, stroke: colour, width: 1.2 },
  { is: "shape", points: transformed(DATA.shapes[shape], x, y, size * 0.55), fill: colour, stroke: colour, width: 0.6 },
];
