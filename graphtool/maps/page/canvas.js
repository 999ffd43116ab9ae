// The map is opened on the canvas, and drawn whenever vis-network asks for it.

import { aimCamera, fit } from "./camera.js";
import { all, byId } from "./dom.js";
import { palette } from "./look.js";
import { currentFrame, stage, visData } from "./network.js";
import { paint } from "./paint.js";
import { drawPanned } from "./panning.js";
import { nothingPainted, picture } from "./picture.js";
import { onDoubleClick, onDrag, onPointer, onPress, onRelease, setHover } from "./pointer.js";
import { scene } from "./scene.js";
import { state } from "./state.js";
import { drawHint, updateTally } from "./summary.js";

export function openCanvas() {
  picture.network = new vis.Network(stage, visData(), {
    autoResize: true,
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    nodes: { physics: false, chosen: false },
    edges: { smooth: false, chosen: false },
    interaction: { hover: false, dragNodes: true, selectable: false, selectConnectedEdges: false,
      tooltipDelay: 1e9, zoomSpeed: 0.7, keyboard: false },
  });
  // The map itself has the focus and the keys, not the frame that vis puts in it.
  all(".vis-network", stage)[0].removeAttribute("tabindex");
  picture.network.on("afterDrawing", drawPicture);
  picture.network.on("doubleClick", onDoubleClick);
  picture.network.on("dragging", onDrag);
  // vis puts its own camera back once everybody has heard that the window has another size.
  picture.network.on("resize", () => queueMicrotask(() => { if (!state.cameraMoved) aimCamera(false); }));
  for (const event of ["zoom", "dragStart"]) picture.network.on(event, () => { state.cameraMoved = true; });
  stage.addEventListener("pointerdown", onPress, true);
  stage.addEventListener("pointerup", onRelease, true);
  stage.addEventListener("pointermove", onPointer);
  stage.addEventListener("pointerleave", () => setHover(-1));
  fit(false);
}

/** @param {CanvasRenderingContext2D} context */
function drawPicture(context) {
  if (!stage.clientWidth) return;
  picture.frame = currentFrame();
  const ratio = context.canvas.width / stage.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (!drawPanned(context, picture.frame, ratio)) {
    const items = scene(picture.frame);
    context.fillStyle = palette().page;
    context.fillRect(0, 0, picture.frame.width, picture.frame.height);
    picture.painted = nothingPainted();
    paint(context, items, picture.painted);
  }
  context.restore();
  const told = String([picture.frame.bundled, state.isBeyond]);
  if (byId("hint").dataset.told !== told) {
    byId("hint").dataset.told = told;
    drawHint();
  }
  updateTally();
  if (!picture.firstDraw) picture.firstDraw = Math.round(performance.now());
}
