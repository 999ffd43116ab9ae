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

// A sheet on the canvas, and nothing left of the one before.
function openSheet(name) {
  const before = sheet;
  layOut(name);
  forgetCourses();
  flow = null;
  if (sheet !== before) network.setData(visData());
}

// Another view on the same canvas; what was chosen is chosen again where it is in both.
function turnTo(name) {
  if (sheet.view === name || !sheetNames.includes(name)) return;
  const node = chosen.node >= 0 ? nodes[chosen.node].id : null;
  const mun = [...chosen.places].map((p) => sheet.places[p].id);
  const stop = sheet.stops[chosen.moment - 1];
  openSheet(name);
  Object.assign(chosen, NOTHING, { hidden: new Set(), only: null, hover: -1,
    node: nodeAt.has(node) ? nodeAt.get(node) : -1, moment: momentOf(stop),
    places: new Set(sheet.places.flatMap((place, p) => (mun.includes(place.id) ? [p] : []))) });
  at("way").hidden = true;
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
    interaction: { hover: false, dragNodes: true, selectable: false, selectConnectedEdges: false,
      tooltipDelay: 1e9, zoomSpeed: 0.7, keyboard: false },
  });
  // The map itself has the focus and the keys, not the frame that vis puts in it.
  stage.querySelector(".vis-network").removeAttribute("tabindex");
  network.on("afterDrawing", drawPicture);
  network.on("doubleClick", onDoubleClick);
  network.on("dragging", onDrag);
  network.on("resize", () => { if (!chosen.touched) aim(false); });
  for (const event of ["zoom", "dragStart"]) network.on(event, () => { chosen.touched = true; });
  stage.addEventListener("pointerdown", onPress, true);
  stage.addEventListener("pointerup", onRelease, true);
  stage.addEventListener("pointermove", onPointer);
  stage.addEventListener("pointerleave", () => setHover(-1));
  fit(false);
}

function isCurrent() {
  const now = currentView();
  return now.scale === view.scale && now.x === view.x && now.y === view.y;
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
    painted = blank();
    paint(context, items, painted);
  }
  context.restore();
  if (at("hint").dataset.bundled !== String(view.bundled)) {
    at("hint").dataset.bundled = String(view.bundled);
    drawHint();
  }
  tellAccount();
  if (!firstDraw) firstDraw = Math.round(performance.now());
}

const drawHint = () => { at("hint").textContent = words(sheet.groups ? "groups_hint" : view.bundled ? "bundled" : "hint"); };
const redraw = () => network.redraw();

function nodeUnder(x, y) {
  let [best, least] = [-1, 5];
  for (const i of visible.node) {
    if (isOnCard(i, x, y)) return i;
    if (nodes[i].card) continue;
    const away = Math.hypot(nodes[i].x * view.scale + view.x - x, nodes[i].y * view.scale + view.y - y)
      - Math.max(radiusAt(view.scale) * (nodes[i].size || 1), 5);
    if (away < least) [best, least] = [i, away];
  }
  if (best >= 0) return best;
  const hit = view.boxes.find((b) => x >= b.x - 2 && x <= b.x + b.w + 2 && y >= b.y && y <= b.y + b.h);
  return hit ? hit.i : -1;
}

function edgeUnder(x, y) {
  const strong = emphasis();
  const flow = flowUnder(x, y);
  if (flow >= 0) return flow;
  let [best, least] = [-1, 6];
  for (const k of visible.edge) {
    if (edges[k].count !== undefined || (strong && !strong.edges.has(k))) continue;
    if (isGathered(edges[k], view, strong) || (!strong && leavesView(edges[k], view))) continue;
    const drawn = drawnEdge(edges[k], view, radiusAt(view.scale));
    const away = drawn ? distanceTo(drawn.line, x, y) : Infinity;
    if (away < least) [best, least] = [k, away];
  }
  return best;
}

// A press and a release in one place, however long it takes: to vis a slow click is none.
const STILL = 5;
let pressed = null;

function onPress(event) {
  pressed = event.isPrimary && event.button === 0 ? [event.clientX, event.clientY] : null;
}

function onRelease(event) {
  if (!pressed || !event.isPrimary) return;
  const away = Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]);
  pressed = null;
  const frame = stage.getBoundingClientRect();
  if (away <= STILL) onClick(event.clientX - frame.left, event.clientY - frame.top);
}

function onClick(x, y) {
  if (!isCurrent()) view = { ...currentView(), boxes: [], bundled: view.bundled, account: view.account };  // moved, and not drawn since
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
  nodes[i].moved = true;
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
