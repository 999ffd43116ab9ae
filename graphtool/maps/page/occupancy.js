// Boxes that are taken, so that no words cover others.

// Boxes that are taken, found again quickly by a grid.
export class Occupancy {
  /** @type {Map<number, Box[]>} */
  cells = new Map();

  /** The cells of the grid that a box lies in.
   * @param {Box} box */
  *keys(box) {
    for (let x = Math.floor(box.x / 90); x <= Math.floor((box.x + box.w) / 90); x++) {
      for (let y = Math.floor(box.y / 30); y <= Math.floor((box.y + box.h) / 30); y++) {
        yield x * 100003 + y;
      }
    }
  }

  /** @param {Box} box */
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

  /** @param {Box} box */
  take(box) {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }
}
