// Right: what is known of the selected node or edge.

import { writeAddress } from "./address.js";
import { nodeButton } from "./buttons.js";
import { changeOf } from "./changes.js";
import { DATA, LANGUAGES, own } from "./data.js";
import { button, byId, fill, input, make } from "./dom.js";
import { assertion, closeButton, definition, quoted, validity } from "./evidence.js";
import { graph, otherEnd } from "./graph.js";
import { bundlePanel, foldPanel, groupPanel } from "./grouppanel.js";
import { redraw } from "./network.js";
import { lineSample, relationSample, swatch } from "./samples.js";
import { clearSelection, selectEdge, sentence, startPath } from "./selection.js";
import { isPresenting, state } from "./state.js";
import { gradeOf, isInForce } from "./stops.js";
import { strandPanel } from "./strandpanel.js";
import { update } from "./update.js";
import { visibleEdgesOf, within } from "./visible.js";
import { kindOf, nameOf, number, propertyName, said, words } from "./words.js";

/** What the panel is about: it is read on where it was while that stays the same.
 * @type {{ subject: GraphNode | GraphEdge | undefined }} */
const panelShown = { subject: undefined };

export function drawPanel() {
  const panel = byId("panel");
  if (state.edge >= 0) fill(panel, ...edgePanel(graph.edges[state.edge]));
  else if (state.node >= 0) fill(panel, ...nodePanel(state.node));
  else if (state.strand) fill(panel, ...strandPanel(state.strand));
  // Of a line that stands for several its first edge: what a filter takes from it leaves the reader where he was.
  const subject = graph.edges[state.edge] || graph.nodes[state.node] || graph.edges[state.strand?.edges[0] ?? -1];
  panel.hidden = !subject;
  if (subject && subject !== panelShown.subject) panel.scrollTop = 0;
  panelShown.subject = subject;
}

/** A step's own choice is no reason to cover its picture. */
export function redrawPanel() {
  if (!isPresenting() || !byId("panel").hidden) drawPanel();
}

/** @param {number} i */
function nodePanel(i) {
  if (graph.nodes[i].card) return groupPanel(i);
  if (graph.nodes[i].fold) return [...foldPanel(i), nodeTools(i), ...neighbours(i)];
  const node = graph.nodes[i];
  const kind = DATA.kinds[node.kind];
  const label = said(kind.label);
  const refined = node.subkind && kindOf(node) !== label ? `${label}: ${kindOf(node)}` : label;
  const names = node.names || {};
  const others = LANGUAGES.filter((l) => names[l] && names[l] !== (names[state.lang] || node.label));
  return [
    closeButton(),
    make("p", { class: "kindline" }, swatch(kind), refined),
    make("h2", {}, nameOf(node)),
    make("dl", {},
      ...others.flatMap((l) => definition(words(l), names[l])),
      ...(names[state.lang] && names[state.lang] !== node.label ? definition(words("name"), node.label) : []),
      ...definition(words("aliases"), (node.aliases || []).join(", ")),
      ...definition(words("valid"), validity(node)),
      ...definition(words("note"), node.note),
      ...(graph.view.sizes && node.value !== undefined && !state.stop
        ? definition(said(graph.view.sizes), number(node.value)) : []),
      ...definition(words("grade"), gradeOf(node) ? said(DATA.grades[gradeOf(node)].label) : "")),
    changeOf(node),
    node.quote || node.document ? quoted(node) : null,
    nodeTools(i),
    ...neighbours(i),
    ...facts(node),
  ];
}

/** @param {number} i */
function nodeTools(i) {
  const steps = make("select", { id: "steps", "aria-label": words("steps"),
    onchange: () => { state.steps = Number(input("steps").value); writeAddress(); redraw(); } },
    ...[1, 2, 3, 4].map((n) => make("option", { value: n, selected: n === state.steps }, words("step", { n }))));
  return make("div", { class: "actions" },
    make("label", {}, words("steps") + " ", steps),
    button(words("path_from"), () => startPath(i)),
    button(words("only"), () => { state.only = within(i, state.steps); update(true); }),
    button(words("hide_node"), () => { state.hiddenNodes.add(i); clearSelection(); update(); }),
    state.only || state.hiddenNodes.size ? button(words("expand"), () => {
      state.only = null; state.hiddenNodes.clear(); update(true); }) : null);
}

/** Neighbours under the relation as it reads from here, forwards or backwards.
 * @param {number} i */
function neighbours(i) {
  /** @type {Map<string, { text: string, found: GraphEdge[] }>} */
  const byWords = new Map();
  for (const edge of visibleEdgesOf(i)) {
    const look = DATA.relations[edge.relation];
    const text = said(edge.s === i ? look.label : look.inverse);
    const key = text + "\n" + edge.relation;
    const known = byWords.get(key);
    if (known) known.found.push(edge);
    else byWords.set(key, { text, found: [edge] });
  }
  const heading = make("h3", {}, words("neighbours"));
  if (!byWords.size) return [heading, make("p", { class: "soft" }, words("no_neighbours"))];
  return [heading, ...[...byWords.values()].map(({ text, found }) =>
    make("section", { class: "relation" },
      make("h4", {}, relationSample(found[0].relation), `${text} (${number(found.length)})`),
      make("ul", {}, ...found.map((edge) => {
        const other = otherEnd(edge, i);
        return make("li", {},
          nodeButton(other, { "data-node": graph.nodes[other].id }),
          edge.modality === "stated" ? null : make("em", {}, said(DATA.modalities[edge.modality])),
          button("§", () => selectEdge(edge.k), { class: "source", title: words("show_evidence"),
            "aria-label": words("show_evidence") + ": " + sentence(edge) }));
      }))))];
}

/** @param {GraphNode} node */
function facts(node) {
  const known = (node.facts || []).filter(isInForce);
  if (!known.length) return [];
  return [make("h3", {}, words("facts")), make("ul", { class: "facts" }, ...known.map((fact) =>
    make("li", {},
      make("strong", {}, propertyName(fact.property) + ": "),
      `${[fact.value, fact.unit].filter(Boolean).join(" ")} `,
      make("span", { class: "soft" }, validity(fact)),
      fact.note ? make("p", { class: "soft" }, fact.note) : null,
      make("details", {}, make("summary", {}, words("source_of")), quoted(fact)))))];
}

/** @param {GraphEdge} edge */
function edgePanel(edge) {
  if (edge.count !== undefined) return bundlePanel(edge);
  if (edge.weight) return tiePanel(edge);
  return [
    closeButton(),
    make("p", { class: "kindline" }, relationSample(edge.relation), said(DATA.modalities[edge.modality])),
    make("h2", {}, sentence(edge)),
    make("p", {}, nodeButton(edge.s)), make("p", {}, nodeButton(edge.t)),
    edge.circle ? make("p", { class: "alarm" }, words("circle")) : null,
    changeOf(edge),
    make("h3", {}, `${words("evidence")} (${number(edge.assertions.length)})`),
    ...edge.assertions.map(assertion),
  ];
}

/** What two parties share, and where it stands that each takes part.
 * @param {GraphEdge} edge */
function tiePanel(edge) {
  const parties = [edge.s, edge.t];
  const shared = edge.shared || [];
  return [
    closeButton(),
    make("p", { class: "kindline" }, lineSample(DATA.relations[edge.relation]), words("tie")),
    make("h2", {}, parties.map((i) => nameOf(graph.nodes[i])).join(" – ")),
    ...parties.map((i) => make("p", {}, nodeButton(i))),
    make("dl", {}, ...definition(words("weight"), number(edge.weight || 0))),
    changeOf(edge),
    make("h3", {}, `${words("shared")} (${number(shared.length)})`),
    ...shared.map((id) => {
      const { name, who } = graph.view.activities[id];
      return make("article", { class: "assertion" },
        make("h4", {}, name || said(DATA.relations.COLLABORATES_WITH.label)),
        ...(name ? parties : parties.slice(0, 1)).map((i) => {
          /** @type {Involved} */
          const found = own(who, graph.nodes[i].id) || {};
          const through = found.through ? ` (${words("through", { who: found.through })})` : "";
          const by = nameOf(graph.nodes[i]) + through;
          // That a forum takes part in itself nobody needs to say.
          if (graph.nodes[i].id === id) return make("p", { class: "soft" }, by + ": " + words("itself"));
          return found.document || found.quote
            ? make("div", {}, name ? make("p", { class: "soft" }, by) : null, quoted(found))
            : make("p", { class: "soft" }, by + ": " + words("no_evidence"));
        }));
    }),
  ];
}
