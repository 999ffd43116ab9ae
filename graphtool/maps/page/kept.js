// What a filter by municipality keeps: what concerns the chosen, and the other end of its ties.

import { isChosen, kept } from "./foldleft.js";
import { graph } from "./graph.js";
import { state } from "./state.js";
import { isNow } from "./stops.js";

/** Whether a filter keeps a node: for itself, or as the other end of a tie of what is chosen.
 * @param {number} i */
export const isKept = (i) => !state.places.size || isChosen(graph.nodes[i].places)
  || graph.incident[i].some((edge) => isChosen(edge.places) && isNow(edge));

/** Whether a filter keeps an edge between two that it keeps: not that of others with each other.
 * @param {GraphEdge} edge */
export const isEdgeKept = ({ s, t, places }) => !state.places.size || isChosen(places)
  || (isChosen(graph.nodes[s].places) && isChosen(graph.nodes[t].places));

/** How many nodes a filter leaves out: itself, or what is folded in it.
 * @param {number} i */
export function amountLeftOut(i) {
  const { fold } = graph.nodes[i];
  return fold ? fold.nodes.length - kept(fold).length : Number(!isKept(i));
}
