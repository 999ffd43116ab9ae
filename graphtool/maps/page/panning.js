// While the map is moved, the picture is moved rather than drawn: it was drawn wider than the screen, and is
// drawn anew when the map rests, when the picture no longer reaches, or when anything but the place changed.

import { drawnKey } from "./edges.js";
import { palette } from "./look.js";
import { isMatrix } from "./matrix.js";
import { redraw } from "./network.js";
import { paint } from "./paint.js";
import { nothingPainted, picture } from "./picture.js";
import { scene } from "./scene.js";
import { state } from "./state.js";

const SLACK = 0.3;

// Two drawings at most so long apart, in milliseconds, are one movement.
const TOGETHER = 400;

const RESTED = 160;
const panned = { key: "", x: 0, y: 0, at: -TOGETHER, wide: /** @type {Wide | null} */ (null), rest: 0 };

/** @param {Frame} now */
const pictureKey = (now) => [drawnKey(now.scale), now.width, now.height, state.pathStart].join();

/** Draws the moved picture and says so, or leaves it to be drawn anew.
 * @param {CanvasRenderingContext2D} context @param {Frame} now @param {number} ratio */
export function drawPanned(context, now, ratio) {
  // The names of a matrix stay while it is moved.
  if (isMatrix()) return false;
  const key = pictureKey(now);
  const time = performance.now();
  const isMoving = key === panned.key && (now.x !== panned.x || now.y !== panned.y) && time - panned.at < TOGETHER
    && !picture.transition;
  if (!isMoving) panned.wide = null;
  Object.assign(panned, { key, x: now.x, y: now.y, at: time });
  if (!isMoving) return false;
  const wide = panned.wide && reaches(panned.wide, now) ? panned.wide : drawWithMargin(now, ratio);
  panned.wide = wide;
  context.drawImage(wide.canvas, now.x - wide.x, now.y - wide.y, wide.width, wide.height);
  now.bundled = wide.bundled;
  now.tally = wide.tally;
  now.labels = wide.labels.map((box) => ({ ...box, x: box.x + now.x - wide.x, y: box.y + now.y - wide.y }));
  clearTimeout(panned.rest);
  panned.rest = window.setTimeout(() => { panned.at = -TOGETHER; redraw(); }, RESTED);
  panned.at = performance.now();
  return true;
}

/** Whether the picture covers the screen where it now lies.
 * @param {Wide} wide @param {Frame} now */
const reaches = (wide, now) => now.x <= wide.x && now.y <= wide.y
  && now.x - wide.x + wide.width >= now.width && now.y - wide.y + wide.height >= now.height;

/** The picture with a margin; `x` and `y` are where the map's origin would be with its corner in the screen's.
 * @param {Frame} now @param {number} ratio */
function drawWithMargin(now, ratio) {
  const [left, top] = [Math.round(now.width * SLACK), Math.round(now.height * SLACK)];
  const larger = { ...now, x: now.x + left, y: now.y + top, width: now.width + 2 * left, height: now.height + 2 * top };
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(larger.width * ratio), Math.round(larger.height * ratio)];
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette().page;
  context.fillRect(0, 0, larger.width, larger.height);
  picture.painted = nothingPainted();
  paint(context, scene(larger), picture.painted);
  return { ...larger, canvas };
}
