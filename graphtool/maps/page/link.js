// An address is followed: the picture that it names.

import { strandOf } from "./bundles.js";
import { aimCamera } from "./camera.js";
import { DATA, LANGUAGES } from "./data.js";
import { followFinding } from "./findings.js";
import { edgeAt, graph, placesAmong, positionOf, viewNames } from "./graph.js";
import { loadView } from "./navigation.js";
import { followStep } from "./present.js";
import { selectEdge, selectNode, selectStrand, showPath } from "./selection.js";
import { NOTHING, state } from "./state.js";
import { stopOf } from "./stops.js";
import { relabel, unhide } from "./update.js";
import { visible } from "./visible.js";

/** @param {string | undefined} text */
const listed = (text) => (text || "").split(",").filter(Boolean);

/** What an address says; what is no text in it is as if it were not there.
 * @param {string} text */
function decoded(text) {
  try { return decodeURIComponent(text); } catch { return undefined; }
}

function readAddress() {
  /** @type {Record<string, string>} */
  const given = Object.create(null);
  for (const part of location.hash.slice(1).split("&")) {
    const [key, value = ""] = part.split("=");
    const text = decoded(value);
    if (text !== undefined) given[key] = text;
  }
  loadView(viewNames.includes(given.view) ? given.view : DATA.view);
  /** @param {string} text */
  const ids = (text) => listed(text).map((part) => decoded(part) ?? "");
  Object.assign(state, NOTHING, { hiddenNodes: new Set(), only: null, hover: -1,
    hiddenKinds: new Set(listed(given.hide).filter((name) => Object.hasOwn(DATA.kinds, name))),
    hiddenRelations: new Set(listed(given.hideRel).filter((name) => Object.hasOwn(DATA.relations, name))),
    wholeRelations: new Set(listed(given.allRel).filter((name) => Object.hasOwn(DATA.relations, name))),
    places: placesAmong(ids(given.mun)), stop: stopOf(given.year),
    steps: /^[1-4]$/.test(given.steps || "") ? Number(given.steps) : 1,
    onlyChanged: given.changed === "1" && Boolean(graph.view.compared),
    lang: LANGUAGES.includes(given.lang) ? given.lang : DATA.meta.lang,
    theme: Object.hasOwn(DATA.colours, given.theme || "") ? given.theme : DATA.meta.theme });
  return {
    node: positionOf(given.node), from: positionOf(given.from), to: positionOf(given.to),
    edge: edgeAt(ids(given.edge)), strand: edgeAt(ids(given.strand)),
    finding: given.finding, step: /^\d{1,4}$/.test(given.step || "") ? Number(given.step) : 0,
    isPicture: Object.keys(given).some((key) => !["step", "lang", "theme", ""].includes(key)),
  };
}

export function followLink() {
  const before = graph.view;
  const { node, from, to, edge, strand, finding, step, isPicture } = readAddress();
  relabel();
  if (before !== graph.view) aimCamera(false);
  if (from >= 0 && to >= 0) showPath(from, to);
  else if (node >= 0) { unhide(node); selectNode(node); }
  else if (edge >= 0 && visible.edges.has(edge)) selectEdge(edge);
  else if (strand >= 0) selectStrand(strandOf([strand]));
  else if (finding) followFinding(finding);
  followStep(step, !isPicture);
}
