// Buttons that several parts of the page have.

import { button } from "./dom.js";
import { graph } from "./graph.js";
import { selectNode } from "./selection.js";
import { nameOf, words } from "./words.js";

/** Selects a node, and has its name.
 * @param {number} i @param {Record<string, string>} [fields] */
export const nodeButton = (i, fields = {}) =>
  button(nameOf(graph.nodes[i]), () => selectNode(i), { class: "neighbour", ...fields });

/** @param {() => void} onclick */
export const crossButton = (onclick) =>
  button("×", onclick, { class: "close", "aria-label": words("close"), title: words("close") });
