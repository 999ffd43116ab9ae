// The camera: what it looks at, as near as it can be read.

function currentView() {
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  return { scale, width, height, boxes: [],
    x: width / 2 - centre.x * scale, y: height / 2 - centre.y * scale };
}

const panelWidth = () => Math.max(at("panel").offsetWidth, at("findings").offsetWidth);

function fit(animated = true) {
  chosen.touched = false;
  show(visibleBox(), animated, closest());
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
    animation: animated && mayMove() ? { duration: 300, easingFunction: "easeInOutQuad" } : false });
}

// vis loses sight of an animation that has not drawn its first frame when the next one begins, and
// then never ends it.
function moveCamera(target) {
  if (network.view.easingTime === 0) network.body.emitter.off("initRedraw", network.view.viewFunction);
  network.moveTo(target);
}

const mayMove = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;

// Bring a node into the part of the map that no panel covers, moving no more than is needed.
function reveal(i) {
  if (isPresenting()) return;
  const now = currentView();
  const [x, y] = [nodes[i].x * now.scale + now.x, nodes[i].y * now.scale + now.y];
  const right = now.width - panelWidth() - 150;
  const scale = Math.max(now.scale, 0.8);
  if (x > 60 && x < right && y > 40 && y < now.height - 60 && !isOverview(now.scale)) return redraw();
  moveCamera({ scale, position: { x: nodes[i].x + panelWidth() / 2 / scale, y: nodes[i].y },
    animation: mayMove() ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
}

// Where all of a view can be read at once, nothing is gained by going nearer.
const READABLE = 0.9;
const closest = () => (isPresenting() ? 1.8 : 1.25);

// The camera on what a finding or a step points at, else on everything.
function aim(isAnimated = true) {
  const strong = isPresenting() || (chosen.found && chosen.found.finding) ? emphasis() : null;
  if (!strong || !strong.nodes.size || scaleFor(visibleBox(), READABLE) === READABLE) return fit(isAnimated);
  chosen.touched = false;
  show(boxAround(strong.nodes), isAnimated, closest());
}

function pan(dx, dy) {
  const centre = network.getViewPosition();
  const step = 90 / network.getScale();
  chosen.touched = true;
  moveCamera({ position: { x: centre.x + dx * step, y: centre.y + dy * step } });
}

function zoom(factor) {
  chosen.touched = true;
  moveCamera({ scale: clamp(network.getScale() * factor, 0.02, 6) });
}
