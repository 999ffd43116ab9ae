// vis-network carries the camera, the dragging and the hit areas; the picture is our own.

import { byId } from "./dom.js";
import { graph, positionOf } from "./graph.js";
import { radiusAt } from "./look.js";
import { newFrame, picture } from "./picture.js";

export const stage = byId("map");

/** @param {{ id: string }} node */
const hitArea = ({ id }) => {
  // vis asks for the size of what it may drag.
  const scale = picture.network ? picture.network.getScale() : 1;
  const size = 2 * Math.max(radiusAt(scale) * (graph.nodes[positionOf(id)]?.size || 1), 6) / scale;
  return { drawNode() {}, nodeDimensions: { width: size, height: size }, id };
};

export function visData() {
  return {
    nodes: new vis.DataSet(graph.nodes.map((node) => ({
      id: node.id, x: node.x, y: node.y, shape: "custom", ctxRenderer: hitArea,
      // In a matrix everything has its place.
      fixed: graph.view.grid.length > 0 }))),
    // Drawn by the scene, so hidden here; vis still knows who is joined to whom.
    edges: new vis.DataSet(graph.edges.map((edge) => ({
      id: edge.k, from: graph.nodes[edge.s].id, to: graph.nodes[edge.t].id, hidden: true }))),
  };
}

export function currentFrame() {
  const scale = picture.network.getScale();
  const centre = picture.network.getViewPosition();
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  // To a thousandth of a pixel: what vis keeps of moves before differs in the last digits, and so would the picture.
  const corner = [width / 2 - centre.x * scale, height / 2 - centre.y * scale];
  const [x, y] = corner.map((at) => Math.round(at * 1000) / 1000);
  return newFrame({ scale, width, height, x, y });
}

export const redraw = () => picture.network.redraw();
