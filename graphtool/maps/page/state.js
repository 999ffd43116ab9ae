// All that whoever looks at the map has chosen; the rest of the page is worked out from it and from the data.

import { DATA } from "./data.js";

export const state = {
  lang: DATA.meta.lang, theme: DATA.meta.theme,
  // What is shown.
  /** @type {Set<string>} */ hiddenKinds: new Set(),
  /** @type {Set<string>} */ hiddenRelations: new Set(),
  /** Of which all is drawn, also what waits at rest. @type {Set<string>} */ wholeRelations: new Set(),
  /** @type {Set<number>} */ hiddenNodes: new Set(),
  /** @type {Set<number>} */ places: new Set(),
  /** @type {Set<number> | null} */ only: null,
  onlyChanged: false,
  // Which stop of the slider, 0 for all of time; what came and went on the way to it; the timer that goes on.
  stop: 0, passage: { stop: -1, text: "" }, playing: 0,
  // What is selected, by position; -1 for none.
  node: -1, edge: -1, hover: -1, steps: 1, pathStart: -1,
  /** @type {[number, number] | null} */ pathEnds: null,
  /** @type {Path | null} */ path: null,
  /** @type {Highlighted | null} */ highlight: null,
  /** @type {Strand | null} */ strand: null,
  highlights: 0,
  // Whether the camera was moved by hand, the map begins larger than the window, the findings are open, and that
  // because somebody chose so; which step is presented, -1 for none.
  cameraMoved: false, isBeyond: false, findingsOpen: false, findingsByHand: false, step: -1,
  themeBefore: DATA.meta.theme, isFullScreen: false,
};

/** What is selected while nothing is. */
export const NOTHING = { node: -1, edge: -1, pathStart: -1, pathEnds: null, path: null, highlight: null, strand: null };

export const isPresenting = () => state.step >= 0;
