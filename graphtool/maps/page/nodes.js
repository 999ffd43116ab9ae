// Nodes as shapes, with the sign of what nobody answers for or what became of them.

import { DATA, own } from "./data.js";
import { graph, isHead } from "./graph.js";
import { faded, fillOf, glyphItems, palette, radiusAt } from "./look.js";
import { drawMetaNode } from "./metanodes.js";
import { transformed } from "./polygons.js";
import { clamp } from "./polylines.js";
import { state } from "./state.js";
import { gradeOf } from "./stops.js";
import { isReturning } from "./transition.js";
import { visible } from "./visible.js";

/** @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong @param {boolean} whole
 * @param {(node: GraphNode) => boolean} [isMeant] */
export function drawNodes(items, frame, strong, whole, isMeant = () => true) {
  const colours = palette();
  const radius = radiusAt(frame.scale);
  for (const i of visible.nodes) {
    const node = graph.nodes[i];
    if (!isMeant(node)) continue;
    const [x, y] = [node.x * frame.scale + frame.x, node.y * frame.scale + frame.y];
    if (!whole && (x < -20 || y < -20 || x > frame.width + 20 || y > frame.height + 20)) continue;
    const left = strong && !strong.nodes.has(i) ? 0.22 : 1;
    if (node.card) { drawMetaNode(items, i, frame, left); continue; }
    if (!whole && isReturning(i)) continue;
    const look = DATA.kinds[node.kind];
    const picked = i === state.node || i === state.hover || i === state.pathStart;
    if (picked) {
      items.push({ is: "shape", points: transformed(DATA.shapes.dot, x, y, radius * (node.size || 1) + 6),
        fill: faded(colours.accent, 0.25), stroke: colours.accent, width: 2 });
    }
    const size = radius * (node.size || 1) * (isHead(i) ? 1.25 : 1);
    if (node.fold) drawBehind(items, node, x, y, size, left);
    items.push({ is: "shape", points: transformed(DATA.shapes[look.shape], x, y, size),
      fill: node.change === "removed" ? colours.page : faded(fillOf(node), left),
      stroke: faded(node.change === "removed" ? colours.removed : colours.outline, left),
      dash: node.change === "removed" ? [3, 2] : undefined,
      width: clamp(frame.scale * 1.4, 0.7, 1.4), node: i });
    drawBadge(items, node, x - size * 0.85, y - size * 0.85, left, clamp(6.6 * frame.scale, 3.4, 6.6));
  }
}

/** What is folded looks like several that lie on each other.
 * @param {Item[]} items @param {GraphNode} node @param {number} x @param {number} y @param {number} size
 * @param {number} left */
function drawBehind(items, node, x, y, size, left) {
  for (const away of [0.6, 0.3]) {
    const points = transformed(DATA.shapes[DATA.kinds[node.kind].shape], x + size * away, y - size * away, size);
    items.push({ is: "shape", points, fill: faded(fillOf(node), left), stroke: faded(palette().outline, left),
      width: 0.8 });
  }
}

/** The small sign beside a node: that nobody answers for it; in a comparison, what became of it.
 * @param {Item[]} items @param {GraphNode} node @param {number} x @param {number} y @param {number} left
 * @param {number} size */
function drawBadge(items, node, x, y, left, size) {
  const sign = graph.view.compared ? own(DATA.changes, node.change) : own(DATA.grades, gradeOf(node));
  if (!sign) return;
  items.push(...glyphItems(sign, x, y, size, faded(palette()[sign.colour], left)));
}
