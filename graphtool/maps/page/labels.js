// Words on the map: measured, broken into lines, and placed so that none covers another.

const FAMILY = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
const broken = new Map();

const fontOf = (size, bold) => (bold ? "bold " : "") + size + "px " + FAMILY;

function widthOf(text, size, bold) {
  const key = text + "\n" + size + bold;
  let width = widths.get(key);
  if (width === undefined) {
    pen.font = fontOf(size, bold);
    widths.set(key, width = pen.measureText(text).width);
  }
  return width;
}

// The longest beginning that fits, with an ellipsis; "" where not even three letters do.
function shortened(text, room, size, bold) {
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

// The text in at most so many lines of at most so many pixels; [] where there is no room.
function lines(text, room, most, size, bold) {
  const key = [text, Math.round(room), most, size, bold].join("\n");
  let made = broken.get(key);
  if (!made) broken.set(key, made = breakLines(text, room, most, size, bold));
  return made;
}

function breakLines(text, room, most, size, bold) {
  const made = [];
  let rest = text.split(" ");
  while (rest.length && made.length < most) {
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

// Boxes that are taken, found again quickly by a grid.
class Room {
  constructor() { this.cells = new Map(); }

  *keys(box) {
    for (let x = Math.floor(box.x / 90); x <= Math.floor((box.x + box.w) / 90); x++) {
      for (let y = Math.floor(box.y / 30); y <= Math.floor((box.y + box.h) / 30); y++) {
        yield x * 100003 + y;
      }
    }
  }

  isFree(box) {
    for (const key of this.keys(box)) {
      for (const b of this.cells.get(key) || []) {
        // The height of a line includes air that may be shared.
        if (box.x < b.x + b.w && b.x < box.x + box.w
          && box.y + 2 < b.y + b.h && b.y + 2 < box.y + box.h) {
          return false;
        }
      }
    }
    return true;
  }

  take(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}
