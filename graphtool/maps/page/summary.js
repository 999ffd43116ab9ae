// How much is shown, and what has changed, in words.

import { countOf, heldShown } from "./contents.js";
import { CHANGES, DATA } from "./data.js";
import { all, byId } from "./dom.js";
import { graph } from "./graph.js";
import { picture } from "./picture.js";
import { state } from "./state.js";
import { drawnOf, relationShown } from "./tally.js";
import { visible } from "./visible.js";
import { counted, nameOf, number, said, words } from "./words.js";

/** How much of what there is is shown: of the edges what is in the picture, by its tally.
 * @param {Tally | null} tally */
function shownCounts(tally) {
  const [m, f] = graph.view.total.map(number);
  const shown = [...visible.nodes].map((i) => graph.nodes[i]);
  const e = number(tally ? drawnOf(tally) : [...visible.edges].reduce((sum, k) => sum + countOf(graph.edges[k]), 0));
  if (graph.view.groups) {
    const n = number(shown.reduce((sum, node) => sum + heldShown(node), 0));
    return words("groups_shown", { g: number(shown.length), n, m, e, f });
  }
  const folds = shown.filter((node) => node.fold);
  const n = number(shown.filter((node) => !node.card && !node.fold).length);
  const inside = folds.reduce((sum, node) => sum + heldShown(node), 0);
  const folded = inside ? "; " + words("folded_shown", { n: number(inside) }) : "";
  const held = graph.nodes.reduce((sum, node) => sum + (node.card ? 0 : node.fold ? node.fold.nodes.length : 1), 0);
  const isCut = held < graph.view.total[0];
  const most = isCut ? ` (${words("most_connected")})` : "";
  if (!graph.view.part) return words("shown", { n, m, e, f }) + folded + (graph.nodes.length >= 2000 ? most : "");
  const trimmed = graph.view.part.trimmed ? "; " + words("trimmed") : "";
  return words("part_shown", { n, m, e, f, name: said(graph.view.title) }) + folded + most + trimmed;
}

function yearText() {
  const year = graph.view.stops[state.stop - 1];
  return year ? words(year > String(new Date().getFullYear()) ? "planned_for" : "at_end_of", { year }) : "";
}

/** @param {Change} change */
export const changesOf = (change) => ({
  nodes: [...visible.nodes].filter((i) => graph.nodes[i].change === change),
  edges: [...visible.edges].filter((k) => graph.edges[k].change === change),
});

const COUNTED = { added: "n_added", removed: "n_removed", changed: "n_changed" };

/** "2 nye, 1 borte": what is visible of what changed. */
export function changeText() {
  if (!graph.view.compared) return [];
  /** @param {"nodes" | "edges"} which @param {string} key */
  const part = (which, key) => {
    const what = CHANGES.flatMap((change) => counted(changesOf(change)[which].length, COUNTED[change])).join(", ");
    return what ? [words(key, { what })] : [];
  };
  const parts = [...part("nodes", "of_nodes"), ...part("edges", "of_relations")];
  const name = said(DATA.meta.before);
  return [words("since", { name, what: parts.join(" · ") || words("no_change") })];
}

/** The names of the places that are ticked. */
export const placeNames = () => [...state.places].map((p) => nameOf(graph.view.places[p])).join(", ");

/** Which municipalities the map is cut down to, when it was made and since. */
const narrowedText = () => [...(DATA.meta.narrowed ? [said(DATA.meta.narrowed)] : []),
  ...(state.places.size ? [words("only_places", { names: placeNames() })] : [])];

/** How much is shown, of what day, and what has changed where `whole` asks for it.
 * @param {boolean} [whole] @param {Tally | null} [tally] */
export function shownText(whole = true, tally = picture.frame.tally) {
  const parts = [shownCounts(tally), ...narrowedText()];
  if (DATA.meta.asOf) parts.push(words("as_of", { day: DATA.meta.asOf }));
  parts.push(...[yearText()].filter(Boolean), ...(whole ? changeText() : []));
  return parts.join(" · ");
}

/** The tally in words, where not every edge is a line of its own that is seen whole.
 * @param {Tally} tally */
function tallyText({ gathered, unnumbered, inside, placed, covered, others, waiting, leaving, single }) {
  const parts = [...counted(gathered, "drawn_gathered"), ...counted(unnumbered, "drawn_unnumbered"),
    ...counted(inside, "drawn_inside"), ...counted(placed, "drawn_placed"), ...counted(leaving, "drawn_leaving"),
    ...counted(covered, "drawn_covered"), ...counted(others, "drawn_others"), ...counted(waiting, "drawn_waiting")];
  return parts.length ? [...counted(single, "drawn_single"), ...parts].join("; ") : "";
}

/** Says what the picture has, where that is something else than what was said last. */
export function updateTally() {
  const key = [state.lang, graph.view.view, visible.version, JSON.stringify(picture.frame.tally)].join();
  if (key === picture.told || !byId("drawn")) return;
  picture.told = key;
  byId("shown").textContent = byId("shown").title = shownText(false);
  byId("drawn").textContent = picture.frame.tally ? tallyText(picture.frame.tally) : "";
  for (const box of all(".relations input[data-name]", byId("legend"))) {
    const [count] = all(".count", box.parentElement || box);
    count.textContent = number(relationShown(box.dataset.name || ""));
  }
}

export function drawHint() {
  byId("hint").classList.toggle("beyond", state.isBeyond);
  const how = state.isBeyond ? "beyond" : picture.frame.bundled ? "bundled" : "hint";
  byId("hint").textContent = words(graph.view.groups ? "groups_hint" : how);
}
