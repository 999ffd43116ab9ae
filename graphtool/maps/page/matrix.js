// A matrix: who stands in rows, in what in columns; each edge is a sign where its row meets its column.

import { cellItems } from "./cells.js";
import { DATA } from "./data.js";
import { graph, isHead } from "./graph.js";
import { faded, fillOf, fontAt, onScreen, palette, radiusAt } from "./look.js";
import { picture } from "./picture.js";
import { transformed } from "./polygons.js";
import { clamp } from "./polylines.js";
import { state } from "./state.js";
import { gradeOf } from "./stops.js";
import { tally } from "./tally.js";
import { wrapped } from "./text.js";
import { visible } from "./visible.js";
import { nameOf } from "./words.js";

export const isMatrix = () => graph.view.grid.length > 0;

/** Whether a node stands over a column only, where its words are turned.
 * @param {GraphNode} node */
export const isColumnOnly = ({ x, y, head }) => Boolean(head) && head?.[0] === x && head?.[1] === y;

/** Where an edge's sign stands, in the layout's coordinates; null where its target heads no column.
 * @param {GraphEdge} edge @returns {Xy | null} */
export function signPlace(edge) {
  const { head } = graph.nodes[edge.t];
  if (!head) return null;
  const among = edge.beside.filter((other) => other.s === edge.s);
  return { x: head[0] + (among.indexOf(edge) - (among.length - 1) / 2) * DATA.cell.step, y: graph.nodes[edge.s].y };
}

/** The upper left corner of all cells, in the layout's coordinates. */
export function firstCell() {
  const grid = graph.view.grid;
  return { x: Math.min(...grid.flatMap(([x1, , x2]) => (x1 === x2 ? [x1] : []))),
    y: Math.min(...grid.flatMap(([x1, y1, x2]) => (x1 === x2 ? [] : [y1]))) };
}

/** Where the cells begin: at the right of the names of rows, below those of columns. These stay where they are while
 * the cells move beneath them.
 * @param {Frame} frame @returns {Xy} */
function cornerOf(frame) {
  const { x, y } = firstCell();
  return { x: x * frame.scale + Math.max(frame.x, 0), y: y * frame.scale + Math.max(frame.y, 0) };
}

/** @param {Frame} frame @returns {Frame} */
export const besideCells = (frame) => ({ ...frame, x: Math.max(frame.x, 0) });
/** @param {Frame} frame @returns {Frame} */
export const aboveCells = (frame) => ({ ...frame, y: Math.max(frame.y, 0) });

/** The ground under names that stay, so that nothing shows through: of rows, of columns, or where both meet.
 * @param {Item[]} items @param {Frame} frame @param {"rows" | "columns" | "both"} which */
export function coverCells(items, frame, which) {
  if ((which !== "columns" && frame.x >= 0) || (which !== "rows" && frame.y >= 0)) return;
  const corner = cornerOf(frame);
  const right = which === "columns" ? frame.width : corner.x;
  const bottom = which === "rows" ? frame.height : corner.y;
  items.push({ is: "shape", points: [0, 0, right, 0, right, bottom, 0, bottom], fill: palette().page,
    stroke: palette().page, width: 0.5 });
}

/** @param {Item[]} items @param {Frame} frame */
export function drawGrid(items, frame) {
  for (const line of graph.view.grid) {
    items.push({ is: "line", points: onScreen(line, frame), stroke: palette().rule, width: 1, dash: [] });
  }
}

/** @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong */
export function drawCells(items, frame, strong) {
  const edges = [...visible.edges].map((k) => graph.edges[k]);
  const size = DATA.cell.half * frame.scale;
  /** @type {[GraphEdge[], GraphEdge[]]} */
  const [single, others] = [[], []];
  for (const edge of edges) {
    const place = signPlace(edge);
    (place ? single : others).push(edge);
    if (!place) continue;
    const [x, y] = onScreen([place.x, place.y], frame);
    const isHovered = state.hover >= 0 && !strong && (edge.s === state.hover || edge.t === state.hover);
    const picked = Boolean(strong?.edges.has(edge.k)) || isHovered;
    items.push(...cellItems(edge, x, y, size, strong && !picked ? 0.2 : 1, picked));
  }
  tally(frame, "single", single);
  tally(frame, "others", others);
}

/** Symbols and turned words over the columns; what is under the pointer there is found again by its label.
 * @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong */
export function drawHeads(items, frame, strong) {
  const radius = radiusAt(frame.scale);
  for (const i of visible.nodes) {
    const node = graph.nodes[i];
    if (!node.head) continue;
    const [x, y] = onScreen(node.head.slice(0, 2), frame);
    const left = strong && !strong.nodes.has(i) ? 0.22 : 1;
    if (!isColumnOnly(node)) {
      items.push({ is: "shape", points: transformed(DATA.shapes[DATA.kinds[node.kind].shape], x, y, radius),
        fill: faded(fillOf(node), left), stroke: faded(palette().outline, left),
        width: clamp(frame.scale * 1.4, 0.7, 1.4) });
    }
    drawTurned(items, frame, i, x, y - radius * (gradeOf(node) ? 1.8 : 1) - 5, left);
  }
}

/**
 * @param {Item[]} items @param {Frame} frame @param {number} i
 * @param {number} x @param {number} y @param {number} left
 */
function drawTurned(items, frame, i, x, y, left) {
  const [, , length, across] = graph.nodes[i].head || [0, 0, 0, 0];
  const bold = isHead(i) || i === state.node || i === state.hover;
  const size = Math.min(fontAt(frame.scale), across * frame.scale);
  const leading = size * 1.08;
  const most = Math.max(1, Math.floor((across * frame.scale + 1) / leading));
  const lines = wrapped(nameOf(graph.nodes[i]), length * frame.scale + 2, most, size, bold);
  const first = x - (lines.length * leading) / 2;
  lines.forEach((text, n) => items.push({ is: "text", text, x: first + n * leading + size * 0.86, y, size, bold,
    fill: faded(palette().ink, left < 1 ? 0.28 : 1), halo: null, anchor: "start", turned: true }));
  const high = length * frame.scale;
  const tall = high + 2 * radiusAt(frame.scale) + 5;
  frame.labels.push({ i, size, x: first, y: y - high, w: lines.length * leading, h: tall });
}

/** The edge whose sign is under a point of the map; -1 for none.
 * @param {number} x @param {number} y */
export function cellUnder(x, y) {
  const { frame } = picture;
  const corner = cornerOf(frame);
  if (x < corner.x || y < corner.y) return -1;
  const half = Math.max((DATA.cell.step / 2) * frame.scale, 5);
  for (const k of visible.edges) {
    const place = signPlace(graph.edges[k]);
    if (!place) continue;
    const [cx, cy] = onScreen([place.x, place.y], frame);
    if (Math.abs(cx - x) <= half && Math.abs(cy - y) <= half) return k;
  }
  return -1;
}
