// Signs and lines as the legend shows them.

import { DATA } from "./data.js";
import { REMOVED_DASH } from "./edgeshapes.js";
import { cellItems } from "./cells.js";
import { palette } from "./look.js";
import { isMatrix } from "./matrix.js";
import { roundedBox, transformed } from "./polygons.js";
import { state } from "./state.js";
import { svgElement, svgShape, svgText } from "./svg.js";

/** @param {KindLook} kind */
export const swatch = (kind) => symbol(kind.shape, kind.fill[state.theme], palette().outline);

/** Items as an element of their own.
 * @param {(PathItem | TextItem)[]} items @param {number} width */
function drawing(items, width) {
  const svg = svgElement("svg", { width, height: 18, "aria-hidden": "true" });
  svg.append(...items.map((item) => (item.is === "text" ? svgText(item, { fill: item.fill }) : svgShape(item))));
  return svg;
}

/** @param {string} shape @param {string} inner @param {string} rim @param {number} [size] */
export const symbol = (shape, inner, rim, size = 7) => drawing(
  [{ is: "shape", points: transformed(DATA.shapes[shape], 11, 9, size), fill: inner, stroke: rim, width: 1.2 }], 22);

/** A sign of a grade or a change.
 * @param {Sign} sign */
export const signSample = ({ shape, colour }) => symbol(shape, palette()[colour], palette()[colour], 5);

/** @type {LineLook} */
const PLAIN = { family: "soft", width: 1.7, arrow: "triangle", dash: [] };

/** @param {LineLook} look @param {string} [mark] */
export const lineSample = (look, mark) => drawing(sampleShapes(look, 1, 9, 42, mark), 44);

/** How a relation is drawn on the view that is open: as a sign in a matrix, else as a line.
 * @param {string} relation @param {number} x @param {number} y @param {number} end
 * @returns {(PathItem | TextItem)[]} */
export function relationShapes(relation, x, y, end) {
  const look = DATA.relations[relation];
  return isMatrix() && (look.letter || look.sign) ? cellItems({ relation, modality: "stated" }, x + 18, y, 8, 1)
    : sampleShapes(look, x, y, end);
}

/** @param {string} relation */
export const relationSample = (relation) => drawing(relationShapes(relation, 1, 9, 42), 44);

/** How a source says what is drawn: a mark on a line; in a matrix a sign filled or with a border.
 * @param {string} modality @param {number} x @param {number} y @param {number} end
 * @returns {(PathItem | TextItem)[]} */
export function modalityShapes(modality, x, y, end) {
  if (!isMatrix()) return sampleShapes(PLAIN, x, y, end, DATA.marks[modality]);
  const border = roundedBox({ x: x + 10, y: y - 8, w: 16, h: 16 }, 3.2);
  const { soft, page } = palette();
  return [{ is: "shape", points: border, fill: DATA.borders[modality] ? page : soft, stroke: soft, width: 1.3,
    dash: DATA.borders[modality] || [] }];
}

/** @param {string} modality */
export const modalitySample = (modality) => drawing(modalityShapes(modality, 1, 9, 42), 44);

/** @param {Change} change */
export const changeSample = (change) => drawing(changeShapes(change, 1, 9, 32), 34);

/** A line from x to end, with its head, and a hollow mark where it is not stated.
 * @param {LineLook} look @param {number} x @param {number} y @param {number} end @param {string} [mark] */
function sampleShapes(look, x, y, end, mark) {
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
