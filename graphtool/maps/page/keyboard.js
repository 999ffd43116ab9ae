// The whole map by keyboard.

import { gatheredLines, strandOf } from "./bundles.js";
import { fit, pan, zoom } from "./camera.js";
import { byId, dialog, focused } from "./dom.js";
import { openFindings } from "./findingspanel.js";
import { degreeOf, graph } from "./graph.js";
import { openHelp } from "./help.js";
import { isLegendOpen, openLegend } from "./legend.js";
import { openGroup } from "./navigation.js";
import { stage } from "./network.js";
import { picture } from "./picture.js";
import { present, presentKey } from "./present.js";
import { clearSelection, dropPath, selectNode, selectStrand } from "./selection.js";
import { stepYears } from "./slider.js";
import { isPresenting, state } from "./state.js";
import { openTables } from "./tables.js";
import { emphasis, visible } from "./visible.js";

export function openKeyboard() {
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(focused().tagName)
      && !/^(checkbox|range)$/.test(focused().getAttribute("type") || "");
    if (event.ctrlKey || event.metaKey || event.altKey || dialog("help").open) return;
    if (isPresenting() && presentKey(event)) return;
    if (event.key === "Escape" && !typing) stepBack();
    if (event.key === "Escape" || typing) return;
    if (event.key === "/") { event.preventDefault(); byId("search").focus(); }
    else if (event.key === "?") openHelp();
    else if (event.key === "t") openTables();
    else if (event.key === "f" && byId("tell")) openFindings();
    else if (event.key === "p") present();
    else if (document.activeElement === stage || document.activeElement === document.body) mapKey(event);
  });
}

/** @type {Record<string, Point>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {KeyboardEvent} event */
function mapKey(event) {
  if (Object.hasOwn(DIRECTIONS, event.key)) {
    event.preventDefault();
    (state.node >= 0 ? stepTo : pan)(...DIRECTIONS[event.key]);
  } else if (event.key === "+") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fit();
  else if ((event.key === "," || event.key === ".") && graph.view.stops.length) stepYears(event.key === "," ? -1 : 1);
  else if (event.key === "Enter" && openGroup(state.node)) stage.focus();
  else if (event.key === "l" || event.key === "L") stepLine(event.key === "l" ? 1 : -1);
  else if (event.key === "Enter" && (state.node >= 0 || state.strand)) byId("panel").focus();
  else if (event.key === "Enter") {
    selectNode([...visible.nodes].sort((a, b) => degreeOf(b) - degreeOf(a) || a - b)[0] ?? -1);
  }
}

/** The nearest visible node in that direction; sideways distance counts double.
 * @param {number} dx @param {number} dy */
function stepTo(dx, dy) {
  const here = graph.nodes[state.node];
  let [best, least] = [-1, Infinity];
  for (const i of visible.nodes) {
    const [x, y] = [graph.nodes[i].x - here.x, graph.nodes[i].y - here.y];
    const ahead = x * dx + y * dy;
    const cost = Math.hypot(x, y) + Math.abs(x * dy - y * dx) * 2;
    if (i !== state.node && ahead > 1 && cost < least) [best, least] = [i, cost];
  }
  if (best >= 0) selectNode(best);
}

/** The next of the lines that stand for several edges, those of most edges first, or the one before.
 * @param {number} by */
function stepLine(by) {
  const list = gatheredLines(picture.frame);
  const now = state.strand?.edges[0];
  const at = list.findIndex(({ edges }) => edges[0].k === now);
  if (list.length) selectStrand(strandOf([list[at < 0 ? 0 : (at + by + list.length) % list.length].edges[0].k]));
}

/** One thing after the other: the path, then the choice and the findings. */
function stepBack() {
  if (isLegendOpen()) { openLegend(false); return; }
  if (state.path || state.pathStart >= 0) { dropPath(); return; }
  if (state.findingsOpen && !emphasis()) openFindings(false);
  clearSelection();
  stage.focus();
}
