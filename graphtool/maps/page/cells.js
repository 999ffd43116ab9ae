// The sign of an edge in a matrix: a letter in a box, or a shape; filled where a source states it as a fact.

import { DATA } from "./data.js";
import { faded, palette } from "./look.js";
import { roundedBox, transformed } from "./polygons.js";
import { said } from "./words.js";

/** @typedef {{ relation: string, modality: string, change?: Change, k?: number }} Signed */

/** @param {Signed} edge @param {number} x @param {number} y @param {number} size half its height
 * @param {number} left how much is left of its colour @param {boolean} [picked] @returns {(PathItem | TextItem)[]} */
export function cellItems({ relation, modality, change, k }, x, y, size, left, picked = false) {
  const look = DATA.relations[relation];
  const colour = faded(palette()[change || look.family], left);
  const wide = size * DATA.cell.broad;
  const dash = change === "removed" ? [1.5, 3.5] : DATA.borders[modality] ?? [];
  const isFilled = change !== "removed" && DATA.borders[modality] === null;
  const points = look.sign ? transformed(DATA.shapes[look.sign], x, y, size * 0.8)
    : roundedBox({ x: x - wide, y: y - size, w: 2 * wide, h: 2 * size }, size * 0.4);
  /** @type {(PathItem | TextItem)[]} */
  const items = [];
  if (picked) {
    const rim = { x: x - wide - 2.5, y: y - size - 2.5, w: 2 * wide + 5, h: 2 * size + 5 };
    items.push({ is: "shape", points: roundedBox(rim, size * 0.4 + 2), fill: faded(palette().accent, 0.25),
      stroke: palette().accent, width: 2 });
  }
  const fill = isFilled ? colour : palette().page;
  items.push({ is: "shape", points, fill, stroke: colour, width: 1.3, dash, edge: k });
  if (look.letter) {
    const text = said(look.letter);
    const letters = size * DATA.cell.letters;
    items.push({ is: "text", text, x, y: y + letters * 0.36, size: letters, bold: true, anchor: "middle", halo: null,
      fill: isFilled ? palette().page : colour });
  }
  return items;
}
