// Edges as shapes: line, head and mark.

import { DATA } from "./data.js";
import { drawnEdge } from "./drawnedge.js";
import { breadthOf, graph } from "./graph.js";
import { faded, glyphItems, isInView, palette } from "./look.js";
import { transformed } from "./polygons.js";
import { boundsOf, clamp, firstPart, reversed } from "./polylines.js";

/** An edge as shapes, or null where nothing of it is to be seen; how much is left of its colour and its width.
 * @param {GraphEdge} edge @param {Frame} frame @param {number} radius @param {boolean} isStrong @param {number} left
 * @param {number} [thin] @returns {EdgeShapes | null} */
export function edgeShapes(edge, frame, radius, isStrong, left, thin = 1) {
  const colours = palette();
  const drawn = drawnEdge(edge, frame, radius, isStrong ? 2 : 1);
  if (!drawn) return null;
  const firm = edge.modality === "stated" || edge.weight;
  const colour = faded(colours[colourOf(edge, drawn.look)], left);
  const width = widthOfEdge(edge, drawn.look) * (isStrong ? 1.5 : 1) * (firm ? 1 : 0.85)
    * clamp(frame.scale + 0.25, 0.7, 1.15) * thin;
  /** @type {PathItem[]} */
  const items = [{ is: "line", points: drawn.line, stroke: colour, edge: edge.k,
    width: edge.change ? width * CHANGE_WIDTHS[edge.change] : width,
    dash: edge.change === "removed" ? REMOVED_DASH : drawn.look.dash }];
  if (drawn.head) {
    items.push({ is: "shape", points: drawn.head, fill: firm ? colour : colours.page,
      stroke: colour, width: firm ? 0 : 1.2 });
  }
  const head = items.slice(1);
  drawMark(items, edge, drawn, colour);
  return { items, head, box: boundsOf(drawn.line), edge, isStrong };
}

// So much of a line is seen where it goes on outside the view, in pixels.
const STUB = 26;

/** The ends of an edge that lie in the view.
 * @param {EdgeShapes} shapes @param {Frame} frame */
export function stubs({ items: [line], head, edge }, frame) {
  const made = [];
  if (isInView(graph.nodes[edge.s], frame)) made.push({ ...line, points: firstPart(line.points, STUB) });
  if (isInView(graph.nodes[edge.t], frame)) {
    made.push({ ...line, points: firstPart(reversed(line.points), STUB) }, ...head);
  }
  return made;
}

/** In a comparison what changed has the colour of its change, and all else steps back.
 * @param {GraphEdge} edge @param {LineLook} look */
function colourOf(edge, look) {
  if (graph.view.compared) return edge.change || "bundle";
  return edge.circle ? "alarm" : look.family;
}

// Edges that are gone are dotted and pale, whatever their relation.
export const REMOVED_DASH = [1.5, 3.5];

// How much wider what is new is drawn, and how much thinner what is gone.
const CHANGE_WIDTHS = { added: 1.5, removed: 0.9, changed: 1.2 };

/** A tie is the wider the more the two share.
 * @param {GraphEdge} edge @param {LineLook} look */
const widthOfEdge = (edge, look) => (edge.weight ? 0.8 + 2.8 * breadthOf(edge) / graph.widest : look.width);

/** Planned, aspired and derived edges carry a hollow mark, clear without colour as well.
 * @param {PathItem[]} items @param {GraphEdge} edge @param {DrawnEdge} drawn @param {string} colour */
function drawMark(items, edge, { middle }, colour) {
  if (edge.change) items.push(...glyphItems(DATA.changes[edge.change], middle.x, middle.y, 5.4, colour));
  if (edge.change) return;
  const mark = edge.circle ? "ring" : edge.weight ? "" : DATA.marks[edge.modality];
  if (!mark) return;
  const size = mark === "star" ? 4.6 : 3.4;
  items.push({ is: "shape", points: transformed(DATA.shapes[mark], middle.x, middle.y, size),
    fill: palette().page, stroke: colour, width: 1.3 });
}
