// `window.graphtool`: what checks in a browser may ask and do.

import { fit } from "./camera.js";
import { countOf, heldShown } from "./contents.js";
import { pngBlob, svgFile } from "./export.js";
import { graph, positionOf, tripleOf } from "./graph.js";
import { isOverview } from "./look.js";
import { openGroup } from "./navigation.js";
import { currentFrame, stage } from "./network.js";
import { picture } from "./picture.js";
import { nodeOfHit, search, searchOtherViews } from "./search.js";
import { takeHere } from "./searchbox.js";
import { showPath } from "./selection.js";
import { isPresenting, state } from "./state.js";
import { visible } from "./visible.js";
import { fold } from "./words.js";

/** @param {GraphEdge} edge */
const isFolded = ({ s, t }) => Boolean(graph.nodes[s].fold || graph.nodes[t].fold);
/** @param {number[]} found */
const idsOf = (found) => found.map((i) => graph.nodes[i].id);

export const probe = {
  ready: false,
  state: () => ({
    // What is folded counts as what it stands for; `symbols` are what is drawn.
    visibleNodes: [...visible.nodes].map((i) => graph.nodes[i])
      .reduce((sum, node) => sum + (node.fold ? heldShown(node) : 1), 0),
    visibleEdges: [...visible.edges].map((k) => graph.edges[k])
      .reduce((sum, edge) => sum + (isFolded(edge) ? countOf(edge) : 1), 0),
    symbols: visible.nodes.size,
    selected: state.node >= 0 ? graph.nodes[state.node].id : null,
    selectedEdge: state.edge >= 0 ? tripleOf(graph.edges[state.edge]) : null,
    selectedStrand: state.strand ? state.strand.edges.map((k) => tripleOf(graph.edges[k])) : null,
    path: state.path ? idsOf(state.path.nodes) : null,
    step: isPresenting() ? state.step + 1 : null, finding: state.highlight?.finding || null,
    lang: state.lang, theme: state.theme, firstDraw: picture.firstDraw, scale: picture.network.getScale(),
    overview: isOverview(picture.network.getScale()), view: graph.view.view,
    year: graph.view.stops[state.stop - 1] || null,
    moving: picture.transition?.ways.length || 0, drawn: picture.frame.tally,
  }),
  select: (/** @type {string} */ id) => {
    if (positionOf(id) >= 0) takeHere(positionOf(id));
    return state.node >= 0 && graph.nodes[state.node].id === id;
  },
  path: (/** @type {string} */ from, /** @type {string} */ to) => {
    const [start, end] = [positionOf(from), positionOf(to)];
    const path = start < 0 || end < 0 ? null : showPath(start, end);
    return path ? idsOf(path.nodes) : null;
  },
  search: (/** @type {string} */ text) => idsOf(search(text)),
  elsewhere: (/** @type {string} */ text) => searchOtherViews(text).map((hit) => [hit.sheet, nodeOfHit(hit).id]),
  open: (/** @type {string} */ id) => openGroup(positionOf(id)),
  dom: (/** @type {string} */ id) => {
    const node = graph.nodes[positionOf(id)];
    if (!node) return null;
    const now = currentFrame();
    const { left, top } = stage.getBoundingClientRect();
    return { x: left + node.x * now.scale + now.x, y: top + node.y * now.scale + now.y };
  },
  fold, fit: () => fit(false), png: pngBlob, svg: svgFile,
  painted: () => ({ ...picture.painted, edges: [...picture.painted.edges] }),
  labels: () => picture.frame.labels.map(({ i, ...box }) => ({ id: graph.nodes[i].id, ...box })),
  network: /** @type {VisNetwork | null} */ (null),
};
