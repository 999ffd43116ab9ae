// Over the map: the path from end to end, where it is to end, or that there is none.

import { crossButton, nodeButton } from "./buttons.js";
import { DATA } from "./data.js";
import { button, byId, fill, make } from "./dom.js";
import { graph } from "./graph.js";
import { stage } from "./network.js";
import { dropPath, selectEdge } from "./selection.js";
import { state } from "./state.js";
import { nameOf, said, words } from "./words.js";

export function drawPathBox() {
  const box = byId("way");
  const { path, pathStart, pathEnds } = state;
  box.hidden = pathStart < 0 && !pathEnds;
  if (box.hidden) return;
  fill(box, make("strong", {}, pathText()), path ? make("ol", {}, pathEnd(path.nodes[0]), ...pathSteps(path)) : null,
    crossButton(() => { dropPath(); stage.focus(); }));
}

function pathText() {
  const { path, pathStart, pathEnds } = state;
  if (!pathEnds) return words("path_pick", { name: nameOf(graph.nodes[pathStart]) });
  const [a, b] = pathEnds.map((i) => nameOf(graph.nodes[i]));
  return path ? words("path_length", { n: path.edges.length, a, b }) : words("path_none", { a, b });
}

/** @param {number} i */
const pathEnd = (i) => make("li", {}, nodeButton(i));

/** @param {Path} path */
const pathSteps = (path) => path.edges.flatMap((k, n) => {
  const look = DATA.relations[graph.edges[k].relation];
  const isForwards = graph.edges[k].s === path.nodes[n];
  return [make("li", { class: "by" }, button(said(isForwards ? look.label : look.inverse), () => selectEdge(k))),
    pathEnd(path.nodes[n + 1])];
});
