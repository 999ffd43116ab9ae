// Labels of nodes: how large, in how many lines, and where.

import { graph, isHead } from "./graph.js";
import { boxOnScreen, fontAt, groundOf, isLoose, isNarrow, palette, radiusAt } from "./look.js";
import { clamp } from "./polylines.js";
import { state } from "./state.js";
import { widthOf, wrapped } from "./text.js";
import { visible } from "./visible.js";
import { nameOf } from "./words.js";

/** @param {string[]} text */
const isCut = (text) => text.some((line) => line.endsWith("…"));

/** One node's label: beside or below its symbol, inside the view; null where there is no room.
 * @param {number} i @param {Frame} frame @param {boolean} stands @param {boolean} whole @param {number} limit
 * @returns {Label | null} */
export function labelOf(i, frame, stands, whole, limit) {
  const node = graph.nodes[i];
  const picked = i === state.node || i === state.hover;
  const bold = isHead(i) || picked;
  const size = fontAt(frame.scale) + (isHead(i) ? 1.5 : 0);
  const leading = size * 1.16;
  const [width, height, below] = node.room;
  const [x, y] = [node.x * frame.scale + frame.x, node.y * frame.scale + frame.y];
  if (!whole && (x < 0 || y < 0 || x > frame.width || y > frame.height)) return null;
  const tall = (height + 1) * frame.scale;
  const radius = radiusAt(frame.scale) * (node.size || 1);
  // What is folded has others behind its symbol.
  const gap = radius * (node.fold ? 1.6 : 1) + 5;
  // At the border of the view a name is cut short while there is room for some of it.
  const rest = frame.width - 4 - x - gap;
  // On a phone most of the map lies beyond the border: what stands there is not pushed over what is seen.
  if (isNarrow() && !whole && !below && !picked && rest < 70) return null;
  const left = whole || below || picked || rest < 70 ? Infinity : rest;
  const wide = Math.min(left, picked ? 300 : Math.max(width * frame.scale + 2, stands ? 130 : below ? 9 * size : 0));
  const most = Math.min(limit, picked ? 6 : Math.max(below ? 2 : 1, Math.floor(tall / leading + 0.27)));
  const name = nameOf(node);
  let text = wrapped(name, wide, most, size, bold);
  // Small letters shrink less than the map: rather a little over the room's border than broken or cut off.
  const over = Math.min(left, wide * clamp(size / (12.5 * frame.scale), 1, 1.4));
  const isTight = !below && node.hull < 0 && text.join(" ") !== name;
  const wider = isTight ? wrapped(name, over, most, size, bold) : text;
  if (wider.join(" ") === name || (isCut(text) && !isCut(wider))) text = wider;
  // Around points there is mostly air over and under a name; where there is none it gets fewer lines again.
  if (isCut(text) && isLoose()) text = wrapped(name, wide, Math.min(limit, most + 2), size, bold);
  if (!text.length) return null;
  const w = Math.max(...text.map((line) => widthOf(line, size, bold)));
  const h = text.length * leading;
  const box = below ? { x: x - w / 2, y: y + radius + 3, w, h } : { x: x + gap, y: y - h / 2, w, h };
  if (!whole) {
    // Never clipped at the border: to the other side of the symbol, or pushed in.
    if (!below && box.x + w > frame.width - 4) box.x = x - gap - w;
    if (below || box.x < 4) box.x = clamp(box.x, 4, Math.max(4, frame.width - 4 - w));
    box.y = clamp(box.y, 2, Math.max(2, frame.height - 2 - h));
  }
  return { lines: text, box, x: below ? box.x + w / 2 : box.x, size, leading, bold,
    halo: groundOf(node), anchor: below ? "middle" : "start" };
}

/** In the overview a group's name stands inside its box, as large as it can be read.
 * @param {number} i @param {Frame} frame @returns {Label | null} */
export function titleInHull(i, frame) {
  const hull = graph.hulls[graph.nodes[i].hull];
  if (!hull.now) return null;
  const outer = boxOnScreen(hull.now, frame);
  const count = hull.members.filter((m) => visible.nodes.has(m)).length;
  const size = hull.members.length > 15 ? 13 : 11.5;
  const text = wrapped(nameOf(graph.nodes[i]) + " (" + count + ")", outer.w - 8, 3, size, true);
  if (!text.length) return null;
  const w = Math.max(...text.map((line) => widthOf(line, size, true)));
  const box = { x: outer.x + 5, y: outer.y + 3, w, h: text.length * size * 1.16 };
  if (box.x < 0 || box.y < 0 || box.x + w > frame.width || box.y + box.h > frame.height) return null;
  return { lines: text, box, x: box.x, size, leading: size * 1.16, bold: true,
    halo: palette().hull, anchor: "start" };
}

/** @param {Item[]} items @param {Label} label @param {string} colour @param {boolean} picked */
export function pushLabel(items, label, colour, picked) {
  const { box } = label;
  if (picked) {
    const edge = [box.x - 3, box.y - 2, box.x + box.w + 3, box.y - 2,
      box.x + box.w + 3, box.y + box.h + 2, box.x - 3, box.y + box.h + 2];
    items.push({ is: "shape", points: edge, fill: palette().page, stroke: palette().accent, width: 1.5 });
  }
  label.lines.forEach((text, n) => items.push({ is: "text", text, x: label.x,
    y: box.y + label.size * 0.96 + n * label.leading, size: label.size, bold: label.bold,
    fill: colour, halo: picked ? null : label.halo, anchor: label.anchor }));
}
