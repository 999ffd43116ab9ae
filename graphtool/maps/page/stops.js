// Time: what is there at the stop of the slider; stop 0 is all of time.

import { DATA } from "./data.js";
import { isLessened, worstLeft } from "./foldleft.js";
import { graph } from "./graph.js";
import { state } from "./state.js";

/** Whether a node, an edge or a record is there at the stop.
 * @param {{ when?: Spans }} dated */
export const isNow = ({ when }) => !when || when.some(([first, last]) => first <= state.stop && state.stop <= last);

/** The stops of a period: from the year in which it begins to the last on whose last day it is not over.
 * @param {Period} period @returns {Spans} */
function stopsOf({ valid_from: begins = "", valid_to: ends = "" }) {
  const { stops } = graph.view;
  const first = stops.filter((year) => year < begins.slice(0, 4)).length + 1;
  const last = stops.filter((year) => !ends || ends >= (year + "-12-31").slice(0, ends.length)).length;
  return [[0, 0], [first, last]];
}

/** Whether a record holds at the stop; its stops are worked out once.
 * @param {Dated} record */
export const isInForce = (record) => isNow({ when: record.when ??= stopsOf(record) });

/** Gives edges the assertions, the modality and the weight that they have at the stop. */
export function applyStop() {
  if (graph.settledAt === state.stop) return;
  graph.settledAt = state.stop;
  if (!graph.view.stops.length) return;
  for (const edge of graph.edges) {
    const ever = edge.ever ??= { assertions: edge.assertions, modality: edge.modality };
    edge.assertions = ever.assertions.filter(isInForce);
    // No source says of a successor what it has from its predecessor.
    const modalities = edge.assertions.map((one) => (one.carried_from ? "derived" : one.modality));
    edge.modality = Object.keys(DATA.modalities).find((name) => modalities.includes(name)) || ever.modality;
    const stretch = (edge.over || []).find(([first, last]) => first <= state.stop && state.stop <= last);
    if (stretch) Object.assign(edge, { weight: undefined, shared: undefined, circle: undefined }, stretch[2]);
  }
}

/** The stop of a year: its own, or the last one before it.
 * @param {string | undefined} year */
export const stopOf = (year) => (/^\d{4}$/.test(year || "") && graph.view.stops.length
  ? Math.max(1, graph.view.stops.filter((stop) => stop <= String(year)).length) : 0);

/** The stop at which a node is to be seen: the one that is shown, else all of time, else its own first.
 * @param {GraphNode} node */
export function stopWith(node) {
  if (isNow(node) || !node.when) return state.stop;
  return node.when.some(([first]) => first === 0) ? 0 : node.when[0][0];
}

/** How nearly somebody answers for a goal or measure at the stop; "" where somebody does.
 * @param {GraphNode} node */
export const gradeOf = (node) => (node.fold && isLessened(node.fold) ? worstLeft(node.fold)
  : (node.marks ? node.marks[state.stop] : node.mark) || "");
