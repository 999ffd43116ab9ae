// Words on the map: measured, and broken into lines.

import { DATA, own } from "./data.js";

export const FONT = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
/** What was measured before. @type {Map<string, number>} */
const widthsBefore = new Map();
/** @type {Map<string, string[]>} */
const wrappedBefore = new Map();

/** @param {number} size @param {boolean} bold */
export const fontOf = (size, bold) => (bold ? "bold " : "") + size + "px " + FONT;

/** @param {string} text @param {number} size @param {boolean} bold */
export function widthOf(text, size, bold) {
  const key = text + "\n" + size + bold;
  let width = widthsBefore.get(key);
  if (width === undefined) {
    pen.font = fontOf(size, bold);
    widthsBefore.set(key, width = pen.measureText(text).width);
  }
  return width;
}

/** The longest beginning that fits, with an ellipsis; "" where not even three letters do.
 * @param {string} text @param {number} room @param {number} size @param {boolean} bold */
export function shortened(text, room, size, bold) {
  if (widthOf(text, size, bold) <= room) return text;
  const letters = Array.from(text);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = letters.slice(0, middle).join("").trimEnd() + "…";
    if (widthOf(part, size, bold) <= room) low = middle; else high = middle - 1;
  }
  return low < 3 ? "" : letters.slice(0, low).join("").trimEnd() + "…";
}

/** The text in at most so many lines of at most so many pixels; [] where there is no room.
 * @param {string} text @param {number} room @param {number} most @param {number} size @param {boolean} bold */
export function wrapped(text, room, most, size, bold) {
  const key = [text, Math.round(room), most, size, bold].join("\n");
  let made = wrappedBefore.get(key);
  if (!made) wrappedBefore.set(key, made = wrap(text, room, most, size, bold));
  return made;
}

/** Some letters of a word, with a hyphen where the word goes on.
 * @param {string} word @param {number} from @param {number} to */
const pieceOf = (word, from, to) => word.slice(from, to) + (/[-/]$/.test(word.slice(0, to)) ? "" : "-");

/** A word that is wider than its line in several, broken between its parts, else its syllables, else anywhere: those
 * that end in a hyphen, and what is left of it.
 * @param {string} word @param {number} room @param {number} most @param {number} size @param {boolean} bold */
function broken(word, room, most, size, bold) {
  const anywhere = Array.from({ length: Math.max(0, word.length - 5) }, (_, i) => i + 3);
  const made = [];
  let from = 0;
  while (made.length < most && widthOf(word.slice(from), size, bold) > room) {
    /** @param {number} at */
    const fits = (at) => at > from + 2 && widthOf(pieceOf(word, from, at), size, bold) <= room;
    const at = [...own(DATA.breaks, word) || [], anywhere].map((places) => places.findLast(fits)).find(Boolean);
    if (!at) break;
    made.push(pieceOf(word, from, at));
    from = at;
  }
  return { made, left: word.slice(from) };
}

/** @param {string} text @param {number} room @param {number} most @param {number} size @param {boolean} bold */
function wrap(text, room, most, size, bold) {
  const made = [];
  let rest = text.split(" ");
  while (rest.length && made.length < most) {
    const parts = broken(rest[0], room, most - 1 - made.length, size, bold);
    made.push(...parts.made);
    rest[0] = parts.left;
    if (made.length === most - 1) {
      made.push(shortened(rest.join(" "), room, size, bold));
      break;
    }
    let taken = 1;
    while (taken < rest.length
      && widthOf(rest.slice(0, taken + 1).join(" "), size, bold) <= room) taken++;
    made.push(shortened(rest.slice(0, taken).join(" "), room, size, bold));
    rest = rest.slice(taken);
  }
  return made.every(Boolean) ? made : [];
}
