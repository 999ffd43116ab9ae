// What the picture has of the edges, counted while it is drawn.

import { countOf } from "./contents.js";
import { picture } from "./picture.js";
import { state } from "./state.js";
import { visible } from "./visible.js";

/** How many edges are drawn one by one (`single`; of these `leaving` have an end outside the view), in lines that stand
 * for several (`gathered`; `unnumbered` of them in lines without a number), within the cards of groups (`inside`), or
 * told by a group that stands in another's box (`placed`); and how many are not to be seen: under symbols that touch
 * (`covered`), in lines that are not drawn (`others`), or until somebody asks for them (`waiting`).
 * @returns {Tally} */
const newTally = () =>
  ({ single: 0, leaving: 0, gathered: 0, unnumbered: 0, inside: 0, placed: 0, covered: 0, others: 0, waiting: 0,
    relations: {} });

/** @typedef {Exclude<keyof Tally, "relations">} How */

/** @type {How[]} */
const UNSEEN = ["covered", "others", "waiting"];

/** @param {Frame} frame @param {How} how @param {number} n */
export function tallyMore(frame, how, n) {
  frame.tally ??= newTally();
  frame.tally[how] += n;
}

/** @param {Frame} frame @param {How} how @param {GraphEdge[]} which */
export function tally(frame, how, which) {
  const { relations } = frame.tally ??= newTally();
  for (const edge of which) {
    const n = countOf(edge);
    tallyMore(frame, how, n);
    if (!UNSEEN.includes(how)) relations[edge.relation] = (relations[edge.relation] || 0) + n;
  }
}

/** @param {Tally} tally */
export const drawnOf = ({ single, gathered, inside, placed }) => single + gathered + inside + placed;

/** How many of a relation are to be seen; of one that is switched off, how many there would be to draw.
 * @param {string} name */
export function relationShown(name) {
  const drawn = state.hiddenRelations.has(name) ? null : picture.frame.tally;
  return (drawn ? drawn.relations : visible.relationCount)[name] || 0;
}
