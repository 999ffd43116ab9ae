// The poster as PNG and SVG, on the clipboard and in print.

import { DATA } from "./data.js";
import { byId, fill, make } from "./dom.js";
import { graph } from "./graph.js";
import { palette } from "./look.js";
import { paint } from "./paint.js";
import { POSTER, poster } from "./poster.js";
import { state } from "./state.js";
import { drawHint, placeNames } from "./summary.js";
import { svgOf } from "./svg.js";
import { fold, said, say, words } from "./words.js";

function posterCanvas() {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [POSTER.width * POSTER.times, POSTER.height * POSTER.times];
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(POSTER.times, POSTER.times);
  context.fillStyle = palette().page;
  context.fillRect(0, 0, POSTER.width, POSTER.height);
  paint(context, poster());
  return canvas;
}

/** @returns {Promise<Blob>} */
export const pngBlob = () => new Promise((done, fail) => {
  posterCanvas().toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png");
});

export function svgFile() {
  const root = svgOf(poster(), POSTER.width, POSTER.height, said(DATA.meta.title));
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(root) + "\n";
}

/** @param {string} suffix */
function fileName(suffix) {
  const day = DATA.meta.asOf || new Date().toISOString().slice(0, 10);
  const year = graph.view.stops[state.stop - 1] || "";
  const parts = [said(DATA.meta.title).slice(0, 60), placeNames().slice(0, 60), said(graph.view.title), year, day];
  return parts.map((part) => fold(part).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, ""))
    .filter(Boolean).join("-") + "." + suffix;
}

/** @param {Blob} blob @param {string} suffix */
function save(blob, suffix) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: fileName(suffix) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  say(words("saved", { file: fileName(suffix) }));
}

export const savePng = async () => save(await pngBlob(), "png");
export const saveSvg = () => save(new Blob([svgFile()], { type: "image/svg+xml" }), "svg");

export async function copyImage() {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": pngBlob() })]);
    flash(words("copied"));
  } catch {
    flash(words("copy_failed"));
  }
}

/** @param {string} text */
function flash(text) {
  byId("hint").textContent = text;
  byId("hint").classList.add("flash");
  say(text);
  setTimeout(() => { byId("hint").classList.remove("flash"); drawHint(); }, 4000);
}

/** Print shows the poster as vector, on one page. */
export function preparePrint() {
  const svg = svgOf(poster(), POSTER.width, POSTER.height, said(DATA.meta.title));
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  fill(byId("paper"), svg);
}
