// Search: every word of the query must be in the folded names; best hits first.

import { DATA } from "./data.js";
import { byId } from "./dom.js";
import { degreeOf, graph, viewData } from "./graph.js";
import { fold, number, words } from "./words.js";

/** @param {string} text */
export function search(text) {
  const wanted = fold(text).split(" ").filter(Boolean);
  if (!wanted.length) return [];
  const whole = wanted.join(" ");
  /** @param {GraphNode} node */
  const rank = (node) => (node.find === whole ? 0 : node.find.startsWith(whole) ? 1
    : (" " + node.find).includes(" " + whole) ? 2 : 3);
  return [...graph.nodes.keys()]
    .filter((i) => wanted.every((word) => graph.nodes[i].find.includes(word)))
    .sort((a, b) => rank(graph.nodes[a]) - rank(graph.nodes[b]) || degreeOf(b) - degreeOf(a) || a - b);
}

/** @param {string} name */
const rootOf = (name) => name.split("-")[0];

/** Whether a view is what one of the tabs has folded.
 * @param {string} name */
const isPartOfView = (name) => DATA.meta.sheets.some(([view]) => view === rootOf(name));

/** Of views that are not open: made when it is first asked for. @type {{ rows: Hit[] | null }} */
const index = { rows: null };

/** Nodes in the views of groups, found without opening them.
 * @param {string} text */
export function searchOtherViews(text) {
  const wanted = fold(text).split(" ").filter(Boolean);
  if (!byId("gt-sheet-group-index") || !wanted.length) return [];
  index.rows ??= hitsOf(/** @type {Record<string, any>} */ (viewData("group-index")));
  const whole = wanted.join(" ");
  /** @param {Hit} hit */
  const rank = (hit) => (hit.find === whole ? 0 : hit.find.startsWith(whole) ? 1 : 2);
  // What is folded in one view stands in others one by one: only what the open one folds is looked for.
  const isNear = (/** @type {Hit} */ { sheet }) => !isPartOfView(sheet) || rootOf(sheet) === rootOf(graph.view.view);
  return index.rows.filter((hit) => hit.sheet !== graph.view.view && isNear(hit)
    && wanted.every((word) => hit.find.includes(word)))
    .sort((a, b) => rank(a) - rank(b));
}

/** Nodes that the open view has not, each in the first of the other tabs that has it, or has it folded.
 * @param {string} text @param {Set<string>} known ids that were found already @returns {Hit[]} */
export function searchTabs(text, known) {
  const wanted = fold(text).split(" ").filter(Boolean);
  if (DATA.groups || !wanted.length) return [];
  const seen = new Set([...known, ...graph.position.keys()]);
  const names = [...DATA.meta.sheets, ...DATA.meta.below].map(([name]) => name);
  return names.flatMap((sheet) => viewData(sheet).nodes.flatMap(({ id, find, fold: folded, card }, place) => {
    if (folded || card || seen.has(id) || !wanted.every((word) => find.includes(word))) return [];
    seen.add(id);
    return [{ sheet, place, find }];
  }));
}

/** The folded names of each view's nodes as rows.
 * @param {Record<string, string[]>} names @returns {Hit[]} */
const hitsOf = ({ view, ...names }) => Object.entries(names).flatMap(([sheet, folded]) =>
  folded.map((find, place) => ({ sheet, place, find })));

/** @param {Hit} hit */
export const nodeOfHit = (hit) => viewData(hit.sheet).nodes[hit.place];

/** How many nodes no search can find, because the file has only their numbers. */
export function absentText() {
  const { groups, total } = DATA;
  const n = groups ? groups.nodes - groups.held : 0;
  return n > 0 ? words("hits_absent", { n: number(n), m: number(total[0]) }) : "";
}
