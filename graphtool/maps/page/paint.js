// The picture's list painted on a canvas.

import { boundsOf } from "./polylines.js";
import { fontOf } from "./text.js";

/** @param {Painted | null} into @param {CanvasRenderingContext2D} context @param {Bounds} bounds
 * @param {{ edge?: number, stands?: GraphEdge[], counts?: GraphEdge[] }} item */
function record(into, context, [left, top, right, bottom], { edge, stands, counts }) {
  if (!into) return;
  const { a, d, e, f } = context.getTransform();
  const { width, height } = context.canvas;
  if (right * a + e < 0 || left * a + e > width || bottom * d + f < 0 || top * d + f > height) return;
  if (edge !== undefined) into.edges.add(edge);
  if (stands) into.lines.push(stands.map(({ k }) => k));
  if (counts) into.numbered.push(counts.map(({ k }) => k));
}

/** @param {CanvasRenderingContext2D} context @param {Item[]} items @param {Painted | null} [into] */
export function paint(context, items, into = null) {
  context.lineJoin = "round";
  context.textBaseline = "alphabetic";
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item.is === "group") {
      context.save();
      context.translate(item.x, item.y);
      paint(context, item.items, into);
      context.restore();
    } else if (item.is === "text") paintText(context, item, into);
    else {
      // Neighbours in the list that look alike are one stroke of the pen, but no path is too long.
      const alike = [item];
      for (let next = items[at + 1]; alike.length < 32 && next && looksLike(next, item); next = items[++at + 1]) {
        alike.push(next);
      }
      paintShapes(context, alike, into);
    }
  }
}

/** @param {Item} one @param {PathItem} other @returns {one is PathItem} */
const looksLike = (one, other) => one.is === other.is && one.fill === other.fill
  && one.stroke === other.stroke && one.width === other.width && one.dash === other.dash;

/** @param {CanvasRenderingContext2D} context @param {PathItem[]} alike @param {Painted | null} into */
function paintShapes(context, alike, into) {
  const [item] = alike;
  context.beginPath();
  for (const { points, is } of alike) {
    context.moveTo(points[0], points[1]);
    for (let i = 2; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
    if (is === "shape") context.closePath();
  }
  if (item.fill) {
    context.fillStyle = item.fill;
    context.fill();
  }
  if (item.stroke && item.width) {
    context.strokeStyle = item.stroke;
    context.lineWidth = item.width;
    context.setLineDash(item.dash || []);
    context.stroke();
    for (const one of alike) {
      if (one.edge !== undefined || one.stands) record(into, context, boundsOf(one.points), one);
    }
  }
}

/** @param {CanvasRenderingContext2D} context @param {TextItem} item @param {Painted | null} into */
function paintText(context, item, into) {
  context.font = fontOf(item.size, Boolean(item.bold));
  context.textAlign = item.anchor === "middle" ? "center" : item.anchor === "end" ? "right" : "left";
  if (item.turned) {
    context.save();
    context.translate(item.x, item.y);
    context.rotate(-Math.PI / 2);
    context.fillStyle = item.fill;
    context.fillText(item.text, 0, 0);
    context.restore();
    return;
  }
  if (item.halo) {
    context.setLineDash([]);
    context.strokeStyle = item.halo;
    context.lineWidth = 3;
    context.strokeText(item.text, item.x, item.y);
  }
  context.fillStyle = item.fill;
  context.fillText(item.text, item.x, item.y);
  if (item.counts) record(into, context, [item.x, item.y, item.x, item.y], item);
}
