// How many edges a line stands for, written on it or beside it.

import { graph } from "./graph.js";
import { endBox, faded, isInView, palette } from "./look.js";
import { Occupancy } from "./occupancy.js";
import { roundedBox } from "./polygons.js";
import { lengthOf, pointAlong } from "./polylines.js";
import { tallyMore } from "./tally.js";
import { widthOf } from "./text.js";
import { visible } from "./visible.js";
import { number } from "./words.js";

// So many lines have their number in a frame, which names give way to; the others' stands where there is room left.
export const FRAMED = 40;

// Of so many a number that finds no room on its line is made smaller, or set beside it; of the rest it is left out.
const SOUGHT = 60;

/** Places on a line of the rest, and of those. */
const SPOTS = [10, 40];
/** @type {{ size: number, high: number, away?: number }[]} */
const FORMS = [
  { size: 10.5, high: 15 }, { size: 9, high: 12 }, { size: 9, high: 12, away: 13 }, { size: 9, high: 12, away: 21 },
  { size: 9, high: 12, away: 34 },
];

/** How many edges each of these lines stands for: the largest first, none over a symbol, a card or a name.
 * @param {Item[]} items @param {Frame} frame @param {Occupancy} room @param {LineCount[]} counts
 * @param {boolean} isFramed */
export function drawCounts(items, frame, room, counts, isFramed) {
  if (!counts.length) return;
  const symbols = occupiedBySymbols(frame);
  /** @param {Box} box */
  const isSeen = ({ x, y, w, h }) => x > 0 && y > 0 && x + w < frame.width && y + h < frame.height;
  /** @param {Box} box */
  const isFree = (box) => isSeen(box) && room.isFree(box) && symbols.isFree(box);
  counts.forEach((count, at) => {
    const isSought = at < SOUGHT;
    const spots = spotsOn(count.points, count.first ?? 0.5, SPOTS[Number(isSought)]);
    const forms = isSought ? FORMS : FORMS.slice(0, 1);
    const found = roomFor(count.n, spots, isFramed, forms, isFree);
    if (found) {
      count.box = found.box;
      room.take(found.box);
      drawCount(items, found, count, isFramed);
    } else if (spots.some(({ x, y }) => isSeen({ x: x - 10, y: y - 8, w: 20, h: 16 }))) {
      tallyMore(frame, "unnumbered", count.n);
    }
  });
}

/** Places on a line, no nearer each other than 5 pixels: from where its number is looked for first to either side.
 * @param {Line} points @param {number} first @param {number} most */
function spotsOn(points, first, most) {
  const length = lengthOf(points) || 1;
  const step = Math.max(5 / length, 1 / most);
  const shares = [first];
  for (let away = step; away < 1; away += step) {
    shares.push(...[first - away, first + away].filter((share) => share > 0.03 && share < 0.97));
  }
  return shares.map((share) => pointAlong(points, share));
}

/** Where a number stands, how large, and the point on the line that it belongs to where it stands beside it.
 * @typedef {{ box: Box, size: number, from: Point | null }} Placed */

/** The first box that is free for the number, in the largest form.
 * @param {number} n @param {(Xy & { angle: number })[]} spots @param {boolean} isFramed @param {typeof FORMS} forms
 * @param {(box: Box) => boolean} isFree @returns {Placed | null} */
function roomFor(n, spots, isFramed, forms, isFree) {
  for (const { size, high, away } of forms) {
    const w = widthOf(number(n), size, true) + (isFramed ? size - 1 : 4);
    for (const { x, y, angle } of spots) {
      if (away && !isFree({ x: x - 1, y: y - 3, w: 2, h: 6 })) continue;
      for (const side of away ? [away, -away] : [0]) {
        const box = { x: x + Math.sin(angle) * side - w / 2, y: y - Math.cos(angle) * side - high / 2, w, h: high };
        if (isFree(box)) return { box, size, from: away ? [x, y] : null };
      }
    }
  }
  return null;
}

/** @param {Item[]} items @param {Placed} placed @param {LineCount} count @param {boolean} isFramed */
function drawCount(items, { box, size, from }, { n, stands, left = 1 }, isFramed) {
  const { bundle, page, soft } = palette();
  const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
  if (from) items.push({ is: "line", points: [...from, x, y], stroke: faded(bundle, left), width: 1, dash: [] });
  if (isFramed) {
    const points = roundedBox(box, box.h / 2 - 0.5);
    items.push({ is: "shape", points, fill: page, stroke: faded(bundle, left), width: 1.2 });
  }
  items.push({ is: "text", text: number(n), x, y: y + size * 0.38, size, bold: isFramed,
    fill: faded(soft, left), halo: isFramed ? null : page, anchor: "middle", counts: stands });
}

/** @param {Frame} frame */
function occupiedBySymbols(frame) {
  const room = new Occupancy();
  for (const i of visible.nodes) {
    if (graph.nodes[i].card || isInView(graph.nodes[i], frame)) room.take(endBox(i, frame));
  }
  return room;
}
