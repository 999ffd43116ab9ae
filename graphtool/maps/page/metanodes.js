// Nodes that stand for a group: cards that say what it holds.

import { heldShown } from "./contents.js";
import { DATA } from "./data.js";
import { graph } from "./graph.js";
import { endBox, faded, palette } from "./look.js";
import { roundedBox, transformed } from "./polygons.js";
import { clamp } from "./polylines.js";
import { state } from "./state.js";
import { shortened, widthOf, wrapped } from "./text.js";
import { nameOf, number, words } from "./words.js";

/** A card: its name, how much it holds, and of which kinds.
 * @param {Item[]} items @param {number} i @param {Frame} frame @param {number} left */
export function drawMetaNode(items, i, frame, left) {
  const node = graph.nodes[i];
  if (!node.card) return;
  const { kinds, sheet: inner, nodes } = node.card;
  const colours = palette();
  const { x, y, w, h } = endBox(i, frame);
  const picked = i === state.node || i === state.hover || i === state.pathStart;
  items.push({ is: "shape", points: roundedBox({ x, y, w, h }, Math.min(8, h / 4)),
    fill: faded(inner ? colours.hull : colours.page, left),
    stroke: faded(picked ? colours.accent : colours.outline, left),
    width: picked ? 2.6 : inner ? 1.2 : 0.7, node: i });
  const size = clamp(12.5 * frame.scale + 1.75, 8.5, 13);
  const many = nodes ? words("holds", { n: number(graph.view.groups ? heldShown(node) : nodes) }) : "";
  const count = shortened(many, w - 10, size, false);
  const rows = Math.max(1, Math.floor((h - 12) / (size * 1.16)) - 1);
  const text = h < 15 ? [] : wrapped(nameOf(node), w - 10, Math.min(3, rows), size, true);
  /** @param {string} line @param {number} n @param {boolean} bold @param {string} fill */
  const write = (line, n, bold, fill) => items.push({ is: "text", text: line, x: x + 6,
    y: y + 3 + size * (0.95 + 1.14 * n), size, bold, fill, halo: null, anchor: "start" });
  text.forEach((line, n) => write(line, n, true, faded(colours.ink, left)));
  if (h > size * (text.length + 1) * 1.16 + 8) write(count, text.length, false, faded(colours.soft, left));
  const under = y + 3 + size * (1.95 + 1.14 * text.length);
  const held = Object.entries(kinds).filter(([kind]) => !state.hiddenKinds.has(kind));
  if (under + size * 0.4 < y + h - 10) {
    drawKinds(items, held, { x: x + 6, y: under, w: w - 12, size: size * 0.88 }, left);
  }
  drawShares(items, held, { x: x + 6, y: y + h - 9, w: w - 12, h: 5 }, left);
}

/** The kinds that a group has most of, with their numbers, as far as there is room.
 * @param {Item[]} items @param {[string, number][]} held @param {Xy & { w: number, size: number }} room
 * @param {number} left */
function drawKinds(items, held, { x, y, w, size }, left) {
  let from = x;
  for (const [kind, n] of [...held].sort((a, b) => b[1] - a[1])) {
    const text = number(n);
    const wide = widthOf(text, size, false);
    if (from + 14 + wide > x + w) return;
    const look = DATA.kinds[kind];
    items.push({ is: "shape", points: transformed(DATA.shapes[look.shape], from + 5, y - size * 0.36, 4.2),
      fill: faded(look.fill[state.theme], left), stroke: faded(palette().outline, left), width: 0.8 });
    const fill = faded(palette().ink, left);
    items.push({ is: "text", text, x: from + 12, y, size, fill, halo: null, anchor: "start" });
    from += 21 + wide;
  }
}

/** What a group holds as parts of a bar, in the colours of the legend.
 * @param {Item[]} items @param {[string, number][]} held @param {Box} box @param {number} left */
function drawShares(items, held, { x, y, w, h }, left) {
  const total = held.reduce((sum, [, n]) => sum + n, 0);
  let from = x;
  for (const [kind, n] of held) {
    const to = from + w * n / total;
    items.push({ is: "shape", points: [from, y, to, y, to, y + h, from, y + h],
      fill: faded(DATA.kinds[kind].fill[state.theme], left),
      stroke: faded(palette().outline, left * 0.7), width: 0.5 });
    from = to;
  }
}
