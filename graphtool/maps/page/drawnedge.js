// An edge on the screen: its line without the symbols at its ends, its head and its mark.

import { DATA } from "./data.js";
import { graph, isHead } from "./graph.js";
import { labelOf } from "./labels.js";
import { onScreen } from "./look.js";
import { transformed } from "./polygons.js";
import { clamp, cutStart, fromEnd, pointAlong } from "./polylines.js";
import { isRouted, routeOf } from "./routes.js";

/** The line from where it leaves the symbol around its first point: a route may begin with a small
 * step aside within the symbol. null where it never leaves.
 * @param {Line} line @param {number} radius @returns {Line | null} */
function outside(line, radius) {
  const [x, y] = line;
  for (let i = 0; i + 3 < line.length; i += 2) {
    if (Math.hypot(line[i + 2] - x, line[i + 3] - y) <= radius) continue;
    // Between a point inside and one outside the border lies where |a + t d| = radius.
    const [ax, ay] = [line[i] - x, line[i + 1] - y];
    const [dx, dy] = [line[i + 2] - line[i], line[i + 3] - line[i + 1]];
    const [a, b, c] = [dx * dx + dy * dy, ax * dx + ay * dy, ax * ax + ay * ay - radius * radius];
    const t = (-b + Math.sqrt(Math.max(0, b * b - a * c))) / a;
    return [line[i] + dx * t, line[i + 1] + dy * t, ...line.slice(i + 2)];
  }
  return null;
}

/** The line from where it meets the words to the right of its first node's symbol: a route keeps clear
 * of the room that any name may need there. Where it meets the symbol, from the symbol's border.
 * @param {Line} line @param {number} i @param {boolean} isRoute @param {Frame} frame @param {number} radius */
function cutAtLabel(line, i, isRoute, frame, radius) {
  const rim = graph.nodes[i].x * frame.scale + frame.x + radius;
  if (!isRoute || graph.nodes[i].room[2] || graph.nodes[i].card || line[0] < rim + 10) return outside(line, radius);
  const label = labelOf(i, frame, false, true, 9);
  const x = label ? label.box.x + label.box.w + 4 : rim + 2;
  return x <= line[0] ? [x, line[1], ...line] : cutStart(line, x - line[0]);
}

/** How an edge is drawn on screen: its line without the symbols at its ends, its head and its mark.
 * @param {GraphEdge} edge @param {Frame} frame @param {number} radius @param {number} [wide]
 * @returns {DrawnEdge | null} */
export function drawnEdge(edge, frame, radius, wide = 1) {
  const look = DATA.relations[edge.relation];
  const line = onScreen(routeOf(edge), frame);
  const size = clamp(frame.scale * 1.1, 0.62, 1.1) * (wide > 1 ? 1.15 : 1);
  const arrow = DATA.arrows[look.arrow];
  const tail = arrow.length ? -Math.min(...arrow.map(([x]) => x)) * size : 0;
  const isRoute = isRouted(edge);
  const [start, finish] = [edge.s, edge.t].map((i) => radius * (graph.nodes[i].size || 1) * (isHead(i) ? 1.25 : 1));
  const left = cutAtLabel(line, edge.s, isRoute, frame, start + 1);
  // Rather through a name than not at all: a line may be shorter than the words at its ends.
  const whole = fromEnd(left, (back) => cutAtLabel(back, edge.t, isRoute, frame, finish + 1.5))
    || fromEnd(outside(line, start + 1), (back) => outside(back, finish + 1.5));
  if (!whole) return null;
  const end = pointAlong(whole, 1);
  return {
    line: fromEnd(whole, (back) => cutStart(back, tail * 0.8)) || whole,
    head: arrow.length ? transformed(arrow, end.x, end.y, size, end.angle) : null,
    middle: pointAlong(whole, isRoute ? 0.22 : 0.5),
    look,
  };
}
