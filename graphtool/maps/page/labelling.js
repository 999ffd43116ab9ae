// Labels on the picture: the most important first, none over another.

import { drawCounts, FRAMED } from "./counts.js";
import { degreeOf, graph, isHead } from "./graph.js";
import { labelOf, pushLabel, titleInHull } from "./labels.js";
import { boxOnScreen, faded, fontAt, isOverview, palette } from "./look.js";
import { isColumnOnly } from "./matrix.js";
import { Occupancy } from "./occupancy.js";
import { state } from "./state.js";
import { widthOf, wrapped } from "./text.js";
import { isReturning } from "./transition.js";
import { visible } from "./visible.js";
import { capitalized, said } from "./words.js";

/** The words of nodes by importance: what is picked, then heads of groups, then the most connected.
 * @param {Item[]} items @param {Frame} frame @param {Emphasis | null} strong @param {boolean} whole */
export function drawLabels(items, frame, strong, whole) {
  const room = new Occupancy();
  const overview = !whole && isOverview(frame.scale);
  /** @type {Frame["labels"]} */
  const labels = [];
  /** @param {number} i */
  const important = (i) => (i === state.node || i === state.hover ? 4e6 : 0)
    + (strong && strong.nodes.has(i) ? 2e6 : 0)
    + (isHead(i) ? 1e6 + graph.hulls[graph.nodes[i].hull].members.length : 0)
    + (graph.nodes[i].size ? graph.nodes[i].size * 1e4 : 0)
    + degreeOf(i);
  drawHullTitles(items, frame, room, strong);
  const order = [...visible.nodes].sort((a, b) => important(b) - important(a) || a - b);
  const counts = frame.counts.sort((one, other) => other.n - one.n);
  let framed = frame.bundled || graph.view.groups ? counts.slice(0, FRAMED) : [];
  const unframed = counts.slice(framed.length);
  for (const i of order) {
    if (framed.length && important(i) < 1e6) {
      drawCounts(items, frame, room, framed, true);
      framed = [];
    }
    // A card has its words in it, and over the columns of a matrix they are turned.
    if (graph.nodes[i].card || isColumnOnly(graph.nodes[i])) continue;
    if (!whole && isReturning(i)) continue;
    const heads = isHead(i);
    const stands = Boolean(strong?.nodes.has(i));
    const hull = graph.hulls[graph.nodes[i].hull];
    if (overview && !heads && !stands && i !== state.hover && hull && !hull.cluster) continue;
    const picked = i === state.node || i === state.hover;
    let label = overview && heads && !stands ? titleInHull(i, frame) : labelOf(i, frame, stands, whole, 9);
    // Where a neighbour's words are in the way, fewer lines may still fit.
    while (label && !picked && !room.isFree(label.box)) {
      label = label.lines.length > 1 ? labelOf(i, frame, stands, whole, label.lines.length - 1) : null;
    }
    if (!label) continue;
    room.take(label.box);
    labels.push({ i, size: label.size, ...label.box });
    const left = (strong && !stands ? 0.28 : 1) * (graph.nodes[i].change === "removed" ? 0.62 : 1);
    pushLabel(items, label, faded(palette().ink, left), picked);
  }
  drawCounts(items, frame, room, framed, true);
  drawCounts(items, frame, room, unframed, false);
  frame.labels = labels;
}

/** Titles of groups that no node heads.
 * @param {Item[]} items @param {Frame} frame @param {Occupancy} room @param {Emphasis | null} strong */
function drawHullTitles(items, frame, room, strong) {
  for (const hull of graph.hulls) {
    if (!hull.title || !hull.now || !hull.members.some((i) => visible.nodes.has(i))) continue;
    const outer = boxOnScreen(hull.now, frame);
    const size = fontAt(frame.scale) + 0.5;
    const [text] = wrapped(capitalized(said(hull.title)), outer.w - 8, 1, size, true);
    if (!text) continue;
    const box = { x: outer.x + 8 * frame.scale + 3, y: outer.y + 5 * frame.scale,
      w: widthOf(text, size, true), h: size * 1.2 };
    room.take(box);
    items.push({ is: "text", text, x: box.x, y: box.y + size, size, bold: true,
      fill: faded(palette().soft, strong ? 0.4 : 1), halo: palette().hull, anchor: "start" });
  }
}
