// Signs and lines as the legend shows them.

import { DATA } from "./data.js";
import { REMOVED_DASH } from "./edgeshapes.js";
import { palette } from "./look.js";
import { transformed } from "./polygons.js";
import { state } from "./state.js";
import { svgElement, svgShape } from "./svg.js";

/** @param {KindLook} kind */
export const swatch = (kind) => symbol(kind.shape, kind.fill[state.theme], palette().outline);

/** Items as an element of their own.
 * @param {PathItem[]} items @param {number} width */
function drawing(items, width) {
  const svg = svgElement("svg", { width, height: 18, "aria-hidden": "true" });
  svg.append(...items.map(svgShape));
  return svg;
}

/** @param {string} shape @param {string} inner @param {string} rim @param {number} [size] */
export const symbol = (shape, inner, rim, size = 7) => drawing(
  [{ is: "shape", points: transformed(DATA.shapes[shape], 11, 9, size), fill: inner, stroke: rim, width: 1.2 }], 22);

/** A sign of a grade or a change.
 * @param {Sign} sign */
export const signSample = ({ shape, colour }) => symbol(shape, palette()[colour], palette()[colour], 5);

/** @type {LineLook} */
export const PLAIN = { family: "soft", width: 1.7, arrow: "triangle", dash: [] };

/** @param {LineLook} look @param {string} [mark] */
export const lineSample = (look, mark) => drawing(sampleShapes(look, 1, 9, 42, mark), 44);

/** @param {Change} change */
export const changeSample = (change) => drawing(changeShapes(change, 1, 9, 32), 34);

/** A line from x to end, with its head, and a hollow mark where it is not stated.
 * @param {LineLook} look @param {number} x @param {number} y @param {number} end @param {string} [mark] */
export function sampleShapes(look, x, y, end, mark) {
  const colour = palette()[look.family];
  const arrow = DATA.arrows[look.arrow];
  const tail = arrow.length ? -Math.min(...arrow.map(([px]) => px)) : 0;
  /** @type {PathItem[]} */
  const items = [{ is: "line", points: [x, y, end - tail * 0.8, y], stroke: colour,
    width: look.width, dash: look.dash }];
  const hollow = Boolean(mark);
  if (arrow.length) {
    items.push({ is: "shape", points: transformed(arrow, end, y, 1), fill: hollow ? palette().page : colour,
      stroke: colour, width: hollow ? 1.2 : 0 });
  }
  if (mark) {
    items.push({ is: "shape", points: transformed(DATA.shapes[mark], (x + end) / 2 - 3, y, mark === "star" ? 5 : 3.8),
      fill: palette().page, stroke: colour, width: 1.3 });
  }
  return items;
}

/** @param {Change} change @param {number} x @param {number} y @param {number} end */
export function changeShapes(change, x, y, end) {
  const look = { ...PLAIN, family: DATA.changes[change].colour, dash: change === "removed" ? REMOVED_DASH : [] };
  return sampleShapes(look, x, y, end, DATA.changes[change].shape);
}
