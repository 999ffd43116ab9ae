// vis-network carries the camera, the dragging and the hit areas; the picture is our own.

const stage = at("map");
const hitArea = ({ id }) => {
  const size = 2 * Math.max(radiusAt(network ? network.getScale() : 1), 6)
    / (network ? network.getScale() : 1);
  return { drawNode() {}, nodeDimensions: { width: size, height: size }, id };
};

let network = null;
let view = { scale: 1, x: 0, y: 0, width: 1, height: 1, boxes: [] };
let firstDraw = 0;

function openCanvas() {
  const data = {
    nodes: new vis.DataSet(nodes.map((node) => ({
      id: node.id, x: node.x, y: node.y, shape: "custom", ctxRenderer: hitArea }))),
    // Drawn by the scene, so hidden here; vis still knows who is joined to whom.
    edges: new vis.DataSet(edges.map((edge) => ({
      id: edge.k, from: nodes[edge.s].id, to: nodes[edge.t].id, hidden: true }))),
  };
  network = new vis.Network(stage, data, {
    autoResize: true,
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    nodes: { physics: false, chosen: false },
    edges: { smooth: false, chosen: false },
    interaction: { hover: false, dragNodes: true, multiselect: false, selectConnectedEdges: false,
      tooltipDelay: 1e9, zoomSpeed: 0.7, keyboard: false },
  });
  network.on("afterDrawing", drawPicture);
  network.on("click", onClick);
  network.on("doubleClick", onDoubleClick);
  network.on("dragging", onDrag);
  network.on("resize", () => { if (!chosen.touched) fit(false); });
  for (const event of ["zoom", "dragStart"]) network.on(event, () => { chosen.touched = true; });
  stage.addEventListener("pointermove", onPointer);
  stage.addEventListener("pointerleave", () => setHover(-1));
  fit(false);
}

function currentView() {
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  return { scale, width, height, boxes: [],
    x: width / 2 - centre.x * scale, y: height / 2 - centre.y * scale };
}

function drawPicture(context) {
  if (!stage.clientWidth) return;
  view = currentView();
  const items = scene(view);
  const ratio = context.canvas.width / stage.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette().page;
  context.fillRect(0, 0, view.width, view.height);
  paint(context, items);
  context.restore();
  if (at("hint").dataset.bundled !== String(view.bundled)) {
    at("hint").dataset.bundled = String(view.bundled);
    drawHint();
  }
  if (!firstDraw) firstDraw = Math.round(performance.now());
}

const drawHint = () => { at("hint").textContent = words(view.bundled ? "bundled" : "hint"); };
const redraw = () => network.redraw();

// The box around what is visible, words included, in world coordinates.
function visibleBox() {
  let box = null;
  for (const hull of hulls) {
    if (!hull.now) continue;
    const [x, y, w, h] = hull.now;
    box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + w), Math.max(box[3], y + h)]
      : [x, y, x + w, y + h];
  }
  for (const i of moved) {
    if (!visible.node.has(i)) continue;
    const { x, y } = nodes[i];
    box = [Math.min(box[0], x - 20), Math.min(box[1], y - 20), Math.max(box[2], x + 120), Math.max(box[3], y + 20)];
  }
  return box || [0, 0, 100, 100];
}

const panelWidth = () => (at("panel").hidden ? 0 : at("panel").offsetWidth);

function fit(animated = true) {
  chosen.touched = false;
  show(visibleBox(), animated, 1.25);
}

function show([left, top, right, bottom], animated, most) {
  if (stage.clientWidth < 20 || stage.clientHeight < 20) return;  // hidden, as in print
  const above = at("way").hidden ? 0 : at("way").offsetHeight + 8;
  const [width, height] = [Math.max(200, stage.clientWidth - panelWidth()), stage.clientHeight - above];
  const scale = Math.min((width - 24) / (right - left), (height - 24) / (bottom - top), most);
  const position = { x: (left + right) / 2 + panelWidth() / 2 / scale, y: (top + bottom - above / scale) / 2 };
  network.moveTo({ scale, position,
    animation: animated && calm() ? { duration: 300, easingFunction: "easeInOutQuad" } : false });
}

const calm = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;

// Bring a node into the part of the map that no panel covers, moving no more than is needed.
function reveal(i) {
  const now = currentView();
  const [x, y] = [nodes[i].x * now.scale + now.x, nodes[i].y * now.scale + now.y];
  const right = now.width - panelWidth() - 150;
  const scale = Math.max(now.scale, Math.min(0.8, 1));
  if (x > 60 && x < right && y > 40 && y < now.height - 60 && !isOverview(now.scale)) return redraw();
  network.moveTo({ scale, position: { x: nodes[i].x + panelWidth() / 2 / scale, y: nodes[i].y },
    animation: calm() ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
}

function nodeUnder(x, y) {
  let [best, nearest] = [-1, Math.max(radiusAt(view.scale), 5) + 5];
  for (const i of visible.node) {
    const away = Math.hypot(nodes[i].x * view.scale + view.x - x, nodes[i].y * view.scale + view.y - y);
    if (away < nearest) [best, nearest] = [i, away];
  }
  if (best >= 0) return best;
  const hit = view.boxes.find((b) => x >= b.x - 2 && x <= b.x + b.w + 2 && y >= b.y && y <= b.y + b.h);
  return hit ? hit.i : -1;
}

function edgeUnder(x, y) {
  const strong = emphasis();
  if (view.bundled && isOverview(view.scale)) return -1;
  let [best, nearest] = [-1, 6];
  for (const k of visible.edge) {
    if (strong && !strong.edges.has(k)) continue;
    if (isLeftOut(edges[k], view, strong)) continue;
    const drawn = drawnEdge(edges[k], view, radiusAt(view.scale));
    const away = drawn ? distanceTo(drawn.line, x, y) : Infinity;
    if (away < nearest) [best, nearest] = [k, away];
  }
  return best;
}

function onClick({ pointer }) {
  const { x, y } = pointer.DOM;
  const node = nodeUnder(x, y);
  if (node >= 0) return pickNode(node);
  const edge = edgeUnder(x, y);
  if (edge >= 0) return pickEdge(edge);
  clearChoice();
}

function onDoubleClick({ pointer }) {
  const node = nodeUnder(pointer.DOM.x, pointer.DOM.y);
  if (node < 0) return;
  const hull = hulls[nodes[node].hull];
  const [x, y, w, h] = hull.now;
  chosen.touched = true;
  show([x, y, x + w, y + h], true, 1.4);
}

function onDrag({ nodes: ids }) {
  if (!ids.length) return;
  const i = nodeAt.get(ids[0]);
  const place = network.getPosition(ids[0]);
  [nodes[i].x, nodes[i].y] = [place.x, place.y];
  moved.add(i);
  version++;
  near[i].forEach((edge) => edge.beside.forEach((other) => courses.delete(other.k)));
}

function onPointer(event) {
  if (event.buttons) return;
  const frame = stage.getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  const node = nodeUnder(x, y);
  setHover(node);
  stage.style.cursor = node >= 0 || (edges.length < 1500 && edgeUnder(x, y) >= 0) ? "pointer" : "grab";
}

function setHover(i) {
  if (chosen.hover === i) return;
  chosen.hover = i;
  redraw();
}
