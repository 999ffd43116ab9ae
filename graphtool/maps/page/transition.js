// What was merged on its way to what came after it, and back; nothing else on the map ever moves.

import { mayMove } from "./camera.js";
import { DATA } from "./data.js";
import { graph, positionOf } from "./graph.js";
import { faded, fillOf, fontAt, palette, radiusAt } from "./look.js";
import { redraw } from "./network.js";
import { picture } from "./picture.js";
import { transformed } from "./polygons.js";
import { clamp } from "./polylines.js";
import { visible } from "./visible.js";
import { nameOf } from "./words.js";

const DURATION = 700;

/** The visible nodes that came after a node, or that it came from, however many steps away.
 * @param {number} i @param {number[][]} pairs @param {Set<number>} shown */
function successorsOf(i, pairs, shown) {
  /** @type {number[]} */
  const found = [];
  const [seen, front] = [new Set([i]), [i]];
  for (let here = front.pop(); here !== undefined; here = front.pop()) {
    for (const [from, to] of pairs) {
      if (from !== here || seen.has(to)) continue;
      seen.add(to);
      if (shown.has(to)) found.push(to); else front.push(to);
    }
  }
  return found;
}

/** After the stop has changed: `before` are the nodes that were visible until then.
 * @param {Set<number>} before */
export function startTransition(before) {
  picture.transition = null;
  if (!mayMove()) return;
  const pairs = (graph.view.followed || []).map((pair) => pair.map(positionOf));
  /** @type {Transition["ways"]} */
  const ways = [];
  for (const i of before) {
    if (!visible.nodes.has(i)) successorsOf(i, pairs, visible.nodes).forEach((to) => ways.push({ i, to, away: true }));
  }
  for (const i of visible.nodes) {
    if (!before.has(i)) successorsOf(i, pairs, before).forEach((to) => ways.push({ i, to, away: false }));
  }
  if (!ways.length) return;
  const back = new Set(ways.filter((way) => !way.away).map(({ i }) => i));
  picture.transition = { ways, began: performance.now(), back };
  requestAnimationFrame(continueTransition);
}

function continueTransition() {
  if (!picture.transition) return;
  if (performance.now() - picture.transition.began >= DURATION) picture.transition = null;
  redraw();
  if (picture.transition) requestAnimationFrame(continueTransition);
}

/** Whether a node is still on its way back, and so not in its place.
 * @param {number} i */
export const isReturning = (i) => Boolean(picture.transition?.back.has(i));

/** @param {Item[]} items @param {Frame} frame */
export function drawTransition(items, frame) {
  if (!picture.transition) return;
  const share = clamp((performance.now() - picture.transition.began) / DURATION, 0, 1);
  const eased = share * share * (3 - 2 * share);
  const colours = palette();
  for (const { i, to, away } of picture.transition.ways) {
    const done = away ? eased : 1 - eased;
    const [a, b] = [graph.nodes[i], graph.nodes[to]];
    const x = (a.x + (b.x - a.x) * done) * frame.scale + frame.x;
    const y = (a.y + (b.y - a.y) * done) * frame.scale + frame.y;
    const left = 1 - 0.75 * done;
    const size = radiusAt(frame.scale) * (a.size || 1);
    items.push({ is: "line", points: [a.x * frame.scale + frame.x, a.y * frame.scale + frame.y, x, y],
      stroke: faded(colours.soft, left * 0.6), width: 1.5, dash: [3, 4] });
    items.push({ is: "shape", points: transformed(DATA.shapes[DATA.kinds[a.kind].shape], x, y, size),
      fill: faded(fillOf(a), left), stroke: faded(colours.outline, left), width: 1.4 });
    items.push({ is: "text", text: nameOf(a), x: x + size + 5, y: y + 4, size: fontAt(frame.scale),
      fill: faded(colours.ink, left), halo: colours.page, anchor: "start" });
  }
}
