// What is on the screen now: the map that vis-network carries, the frame drawn last, what was painted of it.

/** @returns {Painted} */
export const nothingPainted = () => ({ edges: new Set(), lines: [], numbered: [] });

/** @param {Camera} camera @returns {Frame} */
export const newFrame = (camera) => ({ ...camera, labels: [], bundled: false, tally: null, counts: [] });

export const picture = {
  /** Set when the page is opened, before anything asks for it. */
  network: /** @type {VisNetwork} */ (/** @type {unknown} */ (null)),
  frame: newFrame({ scale: 1, x: 0, y: 0, width: 1, height: 1 }),
  /** For checks in a browser: edges with a line of their own, those of each line that stands for several, and those
   * of each such line whose number is there. */
  painted: nothingPainted(),
  /** What the header last said of how the edges are drawn. */
  told: "",
  firstDraw: 0,
  /** @type {Transition | null} */ transition: null,
};
