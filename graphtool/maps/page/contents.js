// What a node that stands for a group or is folded holds, and how many edges a line stands for.

import { KIND_NAMES } from "./data.js";
import { edgesLeft, gradesLeft, isLessened, kindsLeft } from "./foldleft.js";
import { graph } from "./graph.js";
import { state } from "./state.js";
import { gradeOf } from "./stops.js";

/** What a node is in the legend's counts: itself, or all that its group holds and a filter leaves.
 * @param {GraphNode} node */
export const held = (node) =>
  (node.fold && isLessened(node.fold) ? Object.entries(kindsLeft(node.fold)) : holds(node));

/** What a node stands for, whatever is filtered: itself, or all that its group holds.
 * @param {GraphNode} node @returns {[string, number][]} */
export function holds(node) {
  if (node.fold) return Object.entries(node.fold.kinds);
  if (!node.card) return [[node.kind, 1]];
  return graph.view.groups ? Object.entries(node.card.kinds) : [];
}

/** @param {GraphNode} node */
export const heldShown = (node) =>
  held(node).reduce((sum, [kind, n]) => sum + (state.hiddenKinds.has(kind) ? 0 : n), 0);
/** @param {GraphNode} node */
export function isFilteredOut(node) {
  if (node.fold) return !heldShown(node);
  return node.card ? Boolean(graph.view.groups) && !heldShown(node) : state.hiddenKinds.has(node.kind);
}

/** Of how many nodes that it stands for which grade says how nearly somebody answers for them.
 * @param {GraphNode} node @returns {Record<string, number>} */
export function gradesHeld(node) {
  if (node.fold && isLessened(node.fold)) return gradesLeft(node.fold);
  const marks = node.fold?.marks;
  if (marks) return marks[state.stop] || marks[0];
  return gradeOf(node) ? { [gradeOf(node)]: 1 } : {};
}

/** How many edges a line stands for, of those whose kinds are shown.
 * @param {GraphEdge} edge */
export function countOf(edge) {
  const left = edgesLeft(edge);
  if (left !== null) return left;
  if (edge.count === undefined) return edge.stands ? edge.stands[state.stop] ?? edge.stands[0] : 1;
  if (!edge.split || !state.hiddenKinds.size) return edge.count;
  let sum = 0;
  for (let at = 0; at < edge.split.length; at += 3) {
    const [s, t, n] = edge.split.slice(at, at + 3);
    if (!state.hiddenKinds.has(KIND_NAMES[s]) && !state.hiddenKinds.has(KIND_NAMES[t])) sum += n;
  }
  return sum;
}
