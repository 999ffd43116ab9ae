// vis-network carries the camera, the dragging and the hit areas; the picture is our own.

const stage = at("map");
const hitArea = ({ id }) => {
  // vis asks for the size of what it may drag.
  const size = 2 * Math.max(radiusAt(network ? network.getScale() : 1) * (nodes[nodeAt.get(id)]?.size || 1), 6)
    / (network ? network.getScale() : 1);
  return { drawNode() {}, nodeDimensions: { width: size, height: size }, id };
};

let network = null;
let view = { scale: 1, x: 0, y: 0, width: 1, height: 1, boxes: [] };
let firstDraw = 0;

function visData() {
  return {
    nodes: new vis.DataSet(nodes.map((node) => ({
      id: node.id, x: node.x, y: node.y, shape: "custom", ctxRenderer: hitArea }))),
    // Drawn by the scene, so hidden here; vis still knows who is joined to whom.
    edges: new vis.DataSet(edges.map((edge) => ({
      id: edge.k, from: nodes[edge.s].id, to: nodes[edge.t].id, hidden: true }))),
  };
}

// Another view on the same canvas; what was chosen is chosen again where it is in both.
function turnTo(name) {
  if (sheet.view === name || !sheetNames.includes(name)) return;
  const node = chosen.node >= 0 ? nodes[chosen.node].id : null;
  const mun = [...chosen.places].map((p) => sheet.places[p].id);
  const stop = sheet.stops[chosen.moment - 1];
  layOut(name);
  Object.assign(chosen, { hidden: new Set(), only: null, edge: -1, hover: -1, from: -1, way: null, found: null,
    node: nodeAt.has(node) ? nodeAt.get(node) : -1, moment: momentOf(stop),
    places: new Set(sheet.places.flatMap((place, p) => (mun.includes(place.id) ? [p] : []))) });
  moved.clear();
  forgetCourses();
  at("way").hidden = true;
  network.setData(visData());
  relabel();
  fit(false);
  say(said(sheet.title) + ". " + said(sheet.purpose));
}

function openCanvas() {
  network = new vis.Network(stage, visData(), {
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
  network.on("resize", () => { if (!chosen.touched) aim(false); });
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
  const ratio = context.canvas.width / stage.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (!drawMoved(context, view, ratio)) {
    const items = scene(view);
    context.fillStyle = palette().page;
    context.fillRect(0, 0, view.width, view.height);
    paint(context, items);
  }
  context.restore();
  if (at("hint").dataset.bundled !== String(view.bundled)) {
    at("hint").dataset.bundled = String(view.bundled);
    drawHint();
  }
  if (!firstDraw) firstDraw = Math.round(performance.now());
}

const drawHint = () => { at("hint").textContent = words(sheet.groups ? "groups_hint" : view.bundled ? "bundled" : "hint"); };
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
  for (const i of visible.node) {
    if (nodes[i].hull >= 0 && !moved.has(i)) continue;
    const { x, y, room: [w, h, below], card } = nodes[i];
    const mine = card ? [x - w / 2, y - h / 2, x + w / 2, y + h / 2] : below ? [x - w / 2, y - 20, x + w / 2, y + h + 16] : [x - 20, y - h / 2, x + w + 20, y + h / 2];
    box = box ? [0, 1].map((n) => Math.min(box[n], mine[n])).concat([2, 3].map((n) => Math.max(box[n], mine[n]))) : mine;
  }
  for (const [x, y, w] of visible.node.size ? sheet.headings : []) {
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + w), Math.max(box[3], y + 20)];
  }
  for (const k of box ? visible.edge : []) {
    const { corners } = edges[k];
    for (let i = 0; corners && i < corners.length; i += 2) {
      const [x, y] = [corners[i], corners[i + 1]];
      box = [Math.min(box[0], x - 4), Math.min(box[1], y - 4), Math.max(box[2], x + 4), Math.max(box[3], y + 4)];
    }
  }
  return box || [0, 0, 100, 100];
}

const panelWidth = () => Math.max(at("panel").offsetWidth, at("findings").offsetWidth);

function fit(animated = true) {
  chosen.touched = false;
  show(visibleBox(), animated, nearest());
}

const wayHeight = () => (at("way").hidden ? 0 : at("way").offsetHeight + 8);

// The zoom at which a box fills the part of the map that no panel covers.
function scaleFor([left, top, right, bottom], most, taken = panelWidth()) {
  const [width, height] = [Math.max(200, stage.clientWidth - taken), stage.clientHeight - wayHeight()];
  return Math.min((width - 24) / (right - left), (height - 24) / (bottom - top), most);
}

function show([left, top, right, bottom], animated, most) {
  if (stage.clientWidth < 20 || stage.clientHeight < 20) return;  // hidden, as in print
  const scale = scaleFor([left, top, right, bottom], most);
  const position = { x: (left + right) / 2 + panelWidth() / 2 / scale, y: (top + bottom - wayHeight() / scale) / 2 };
  moveCamera({ scale, position,
    animation: animated && calm() ? { duration: 300, easingFunction: "easeInOutQuad" } : false });
}

// vis loses sight of an animation that has not drawn its first frame when the next one begins, and
// then never ends it.
function moveCamera(target) {
  if (network.view.easingTime === 0) network.body.emitter.off("initRedraw", network.view.viewFunction);
  network.moveTo(target);
}

const calm = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;

// Bring a node into the part of the map that no panel covers, moving no more than is needed.
function reveal(i) {
  if (isPresenting()) return;
  const now = currentView();
  const [x, y] = [nodes[i].x * now.scale + now.x, nodes[i].y * now.scale + now.y];
  const right = now.width - panelWidth() - 150;
  const scale = Math.max(now.scale, Math.min(0.8, 1));
  if (x > 60 && x < right && y > 40 && y < now.height - 60 && !isOverview(now.scale)) return redraw();
  moveCamera({ scale, position: { x: nodes[i].x + panelWidth() / 2 / scale, y: nodes[i].y },
    animation: calm() ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
}

function nodeUnder(x, y) {
  let [best, nearest] = [-1, 5];
  for (const i of visible.node) {
    if (isOnCard(i, x, y)) return i;
    if (nodes[i].card) continue;
    const away = Math.hypot(nodes[i].x * view.scale + view.x - x, nodes[i].y * view.scale + view.y - y)
      - Math.max(radiusAt(view.scale) * (nodes[i].size || 1), 5);
    if (away < nearest) [best, nearest] = [i, away];
  }
  if (best >= 0) return best;
  const hit = view.boxes.find((b) => x >= b.x - 2 && x <= b.x + b.w + 2 && y >= b.y && y <= b.y + b.h);
  return hit ? hit.i : -1;
}

function edgeUnder(x, y) {
  const strong = emphasis();
  const flow = flowUnder(x, y);
  if (flow >= 0 || (view.bundled && isOverview(view.scale))) return flow;
  let [best, nearest] = [-1, 6];
  for (const k of visible.edge) {
    if (edges[k].count !== undefined || (strong && !strong.edges.has(k))) continue;
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
  if (node < 0 || openGroup(node)) return;
  if (nodes[node].hull < 0) return;
  const [x, y, w, h] = hulls[nodes[node].hull].now;
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
