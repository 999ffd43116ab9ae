// Right: what a line that stands for several edges gathers, each with what the sources say.

import { nodeButton } from "./buttons.js";
import { DATA } from "./data.js";
import { button, make } from "./dom.js";
import { assertion, closeButton } from "./evidence.js";
import { graph } from "./graph.js";
import { relationSample } from "./samples.js";
import { selectEdge, sentence, strandName } from "./selection.js";
import { number, said, words } from "./words.js";

/** Each relation under its own heading, each edge with its evidence.
 * @param {Strand} strand */
export function strandPanel(strand) {
  /** @type {Map<string, GraphEdge[]>} */
  const byRelation = new Map();
  for (const k of strand.edges) {
    const edge = graph.edges[k];
    byRelation.set(edge.relation, [...(byRelation.get(edge.relation) || []), edge]);
  }
  const heads = strand.ends.map((h) => graph.hulls[h].root).filter((i) => i >= 0);
  return [
    closeButton(),
    make("p", { class: "kindline" }, `${words("bundle")} (${number(strand.edges.length)})`),
    make("h2", {}, strandName(strand)),
    ...heads.map((i) => make("p", {}, nodeButton(i))),
    ...[...byRelation].flatMap(([relation, edges]) => [
      make("h3", {}, relationSample(relation), ` ${said(DATA.relations[relation].label)} (${number(edges.length)})`),
      ...edges.map(gathered),
    ]),
  ];
}

/** @param {GraphEdge} edge */
const gathered = (edge) => make("section", { class: "gathered" },
  make("h4", {}, button(sentence(edge), () => selectEdge(edge.k), { class: "neighbour", "data-edge": edge.k })),
  ...edge.assertions.map(assertion));
