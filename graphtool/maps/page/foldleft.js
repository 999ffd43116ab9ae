// What a filter by municipality leaves of what is folded.

import { DATA, KIND_NAMES } from "./data.js";
import { graph } from "./graph.js";
import { state } from "./state.js";

/** @param {number[] | undefined} places */
export const isChosen = (places) => Boolean(places?.some((p) => state.places.has(p)));

/** Whether a filter keeps only some of what is folded.
 * @param {Fold} fold */
export const isLessened = (fold) =>
  state.places.size > 0 && !fold.each.every(([, places]) => isChosen(places));

/** The members that the filter keeps.
 * @param {Fold} fold */
export const kept = (fold) => fold.each.filter(([, places]) => isChosen(places));

/** How many of each kind are left.
 * @param {Fold} fold @returns {Record<string, number>} */
export function kindsLeft(fold) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const [kind] of kept(fold)) found[KIND_NAMES[kind]] = (found[KIND_NAMES[kind]] || 0) + 1;
  return found;
}

/** Of how many of these which grade says how nearly somebody answers for them, at the stop.
 * @param {Fold} fold @returns {Record<string, number>} */
export function gradesLeft(fold) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const [, , ...grades] of kept(fold)) {
    const grade = grades[state.stop] ?? grades[0];
    if (grade) found[grade] = (found[grade] || 0) + 1;
  }
  return found;
}

/** How nearly somebody answers for that of what is left for which it is least near; "" where somebody does for all.
 * @param {Fold} fold */
export function worstLeft(fold) {
  const found = gradesLeft(fold);
  return Object.keys(DATA.grades).find((grade) => found[grade]) || "";
}

/** How many of a node concern a place.
 * @param {GraphNode} node @param {number} p */
export const amountOf = ({ fold, places }, p) =>
  (fold ? fold.each.filter(([, mine]) => mine.includes(p)).length : Number(Boolean(places?.includes(p))));

/** Whether an edge that a line stands for has both of its ends among what is left.
 * @param {GraphEdge} edge @param {[number, number, Spans?]} one */
function isLeft({ s, t }, [from, to, when]) {
  if (when && !when.some(([first, last]) => first <= state.stop && state.stop <= last)) return false;
  return [[s, from], [t, to]].every(([end, at]) =>
    at < 0 || isChosen(graph.nodes[end].fold?.each[at][1]));
}

/** How many of the edges that a line stands for are left; null where no filter looks into its folds.
 * @param {GraphEdge} edge */
export const edgesLeft = (edge) =>
  (state.places.size && edge.each ? edge.each.filter((one) => isLeft(edge, one)).length : null);
