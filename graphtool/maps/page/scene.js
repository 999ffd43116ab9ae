// The picture as one list of shapes and words in screen pixels: canvas, PNG, SVG and print are painted from it.

import { drawBundles, showsBundles } from "./bundles.js";
import { drawEdges, drawHovered } from "./edges.js";
import { graph } from "./graph.js";
import { drawLabels } from "./labelling.js";
import { boxOnScreen, faded, onScreen, palette } from "./look.js";
import {
  aboveCells, besideCells, coverCells, drawCells, drawGrid, drawHeads, isColumnOnly, isMatrix,
} from "./matrix.js";
import { drawMetaEdges } from "./metaedges.js";
import { drawNodes } from "./nodes.js";
import { roundedBox } from "./polygons.js";
import { clamp } from "./polylines.js";
import { isPresenting, state } from "./state.js";
import { wrapped } from "./text.js";
import { drawTransition } from "./transition.js";
import { emphasis } from "./visible.js";
import { said } from "./words.js";

/** `view`: {scale, x, y, width, height}; `whole` draws every edge and node, for export.
 * @param {Frame} frame @param {boolean} [whole] */
export function scene(frame, whole = false) {
  const strong = emphasis();
  /** @type {Item[]} */
  const items = [];
  frame.bundled = showsBundles(frame, whole);
  frame.tally = null;
  frame.counts = [];
  drawAreas(items, frame);
  drawHulls(items, frame, strong);
  if (isMatrix()) drawMatrix(items, frame, strong, whole);
  else {
    drawLines(items, frame, strong, whole);
    drawNodes(items, frame, strong, whole);
    if (!whole) drawTransition(items, frame);
    drawHeadings(items, frame);
    drawLabels(items, frame, strong, whole);
  }
  return items;
}

/** @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong @param {boolean} whole */
function drawMatrix(items, frame, strong, whole) {
  const [rows, columns] = [besideCells(frame), aboveCells(frame)];
  drawGrid(items, frame);
  drawCells(items, frame, strong);
  coverCells(items, frame, "rows");
  drawNodes(items, rows, strong, whole, (node) => !isColumnOnly(node));
  drawLabels(items, rows, strong, whole);
  coverCells(items, frame, "columns");
  drawNodes(items, columns, strong, whole, isColumnOnly);
  drawHeadings(items, columns);
  columns.labels = rows.labels;
  drawHeads(items, columns, strong);
  coverCells(items, frame, "both");
  frame.labels = columns.labels;
}

/** @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong @param {boolean} whole */
function drawLines(items, frame, strong, whole) {
  // What is selected lies above the bundles; else they are the main thing.
  if (frame.bundled && strong) drawBundles(items, frame, strong);
  drawMetaEdges(items, frame, strong, whole);
  drawEdges(items, frame, strong, whole);
  if (frame.bundled && !strong) drawBundles(items, frame, strong);
  if (!strong && !whole && state.hover >= 0) drawHovered(items, frame);
}

/** @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong */
function drawHulls(items, frame, strong) {
  const { hull: ground, hull_edge: rim } = palette();
  for (const hull of [...graph.hulls].sort((a, b) => a.depth - b.depth)) {
    if (!hull.now) continue;
    const box = boxOnScreen(hull.now, frame);
    const r = Math.min(10, 10 * frame.scale + 2);
    const corners = hull.edge ? onScreen(hull.edge, frame) : roundedBox(box, r);
    const left = strong ? 0.5 : 1;
    items.push({ is: "shape", points: corners, fill: faded(hull.depth % 2 ? palette().page : ground, left),
      stroke: faded(rim, left), width: 1 });
  }
}

/** Borders of places, beneath everything.
 * @param {Item[]} items @param {Frame} frame */
function drawAreas(items, frame) {
  const { land, hull_edge: rim } = palette();
  for (const [, rings] of graph.view.areas) {
    for (const ring of rings) {
      items.push({ is: "shape", points: onScreen(ring.flat(), frame), fill: land, stroke: rim, width: 1 });
    }
  }
}

/** @param {Item[]} items @param {Frame} frame */
function drawHeadings(items, frame) {
  const size = isPresenting() ? 17 : clamp(13 * frame.scale + 2, 11, 15);
  for (const [x, y, width, text] of graph.view.headings) {
    const lines = wrapped(said(text), Math.max(width * frame.scale, 60), 2, size, true);
    lines.forEach((line, n) => items.push({ is: "text", text: line, x: x * frame.scale + frame.x,
      y: y * frame.scale + frame.y + size * (1 + 1.15 * n),
      size, bold: true, fill: palette().soft, halo: palette().page, anchor: "start" }));
  }
}
