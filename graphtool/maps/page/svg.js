// The picture's list written as SVG that every program reads alike: paths and texts with plain attributes only.

import { graph } from "./graph.js";
import { palette } from "./look.js";
import { FONT } from "./text.js";
import { nameOf } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/** @param {number} value */
const tidy = (value) => String(Math.round(value * 10) / 10);

/** Paths, polygons and texts with plain attributes only; the halo is a second text beneath.
 * @param {Item[]} items @param {number} width @param {number} height @param {string} title */
export function svgOf(items, width, height, title) {
  const root = svgElement("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  root.append(svgElement("title", {}, title));
  root.append(svgElement("rect", { width, height, fill: palette().page }));
  for (const item of items.flatMap(flattened)) {
    if (item.is === "text") {
      const halo = { fill: item.halo || "", stroke: item.halo || "", "stroke-width": 3, "stroke-linejoin": "round" };
      if (item.halo) root.append(svgText(item, halo));
      root.append(svgText(item, { fill: item.fill }));
    } else root.append(svgShape(item));
  }
  return root;
}

/** A group of shapes as shapes in their final place.
 * @param {Item} item @returns {(PathItem | TextItem)[]} */
function flattened(item) {
  if (item.is !== "group") return [item];
  return item.items.map((one) => ({ ...one,
    points: one.points.map((value, i) => value + (i % 2 ? item.y : item.x)) }));
}

/** @param {string} name @param {Record<string, string | number>} fields @param {string} [text] */
export function svgElement(name, fields, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(fields)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** @param {TextItem} item @param {Record<string, string | number>} fields */
export function svgText(item, fields) {
  return svgElement("text", { x: tidy(item.x), y: tidy(item.y), "font-family": FONT.replaceAll("'", ""),
    "font-size": item.size, "font-weight": item.bold ? "bold" : "normal",
    "text-anchor": item.anchor,
    ...(item.turned ? { transform: `rotate(-90 ${tidy(item.x)} ${tidy(item.y)})` } : {}), ...fields }, item.text);
}

/** @param {PathItem} item */
export function svgShape(item) {
  const steps = [];
  for (let i = 0; i < item.points.length; i += 2) {
    steps.push((i ? "L" : "M") + tidy(item.points[i]) + " " + tidy(item.points[i + 1]));
  }
  /** @type {Record<string, string>} */
  const fields = { d: steps.join("") + (item.is === "shape" ? "Z" : ""), fill: item.fill || "none" };
  if (item.stroke && item.width) {
    Object.assign(fields, { stroke: item.stroke, "stroke-width": tidy(item.width), "stroke-linejoin": "round" });
    if (item.dash?.length) fields["stroke-dasharray"] = item.dash.join(" ");
  }
  const path = svgElement("path", fields);
  if (item.node !== undefined) {
    path.setAttribute("id", "node-" + item.node);
    path.append(svgElement("title", {}, nameOf(graph.nodes[item.node])));
  }
  if (item.edge !== undefined) path.setAttribute("id", "edge-" + item.edge);
  return path;
}
