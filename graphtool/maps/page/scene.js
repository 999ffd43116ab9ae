// The picture as one list of shapes and words in screen pixels. The canvas, the PNG, the SVG and the
// print are all painted from it, so they look the same.

const ROW = 22;
const palette = () => DATA.colours[chosen.theme];

// The colour as it looks when only so much of it is left on the page; solid, for every format.
function faded(colour, left, ground = palette().page) {
  if (left >= 1) return colour;
  const mix = (i) => Math.round(parseInt(colour.slice(i, i + 2), 16) * left
    + parseInt(ground.slice(i, i + 2), 16) * (1 - left)).toString(16).padStart(2, "0");
  return "#" + mix(1) + mix(3) + mix(5);
}

const isOverview = (scale) => ROW * scale < 9.5 && nodes.length > 150;
const radiusAt = (scale) => clamp(DATA.radius * scale, isOverview(scale) ? 2 : 4.2, isPresenting() ? 15 : 10);
// Larger than the layout made room for only where the map is small; on a projector as large as that.
const fontAt = (scale) => Math.max(clamp(Math.round(12.5 * scale * 4) / 4 + 1.75, 10.5, 12.5),
  isPresenting() ? Math.min(Math.round(11.5 * scale * 4) / 4, 22) : 0);

// `view`: {scale, x, y, width, height}; `whole` draws every edge and node, for export.
function scene(view, whole = false) {
  const strong = emphasis();
  const items = [];
  view.bundled = isBundled(view, whole);
  view.account = newAccount();
  view.sums = [];
  drawAreas(items, view);
  drawHulls(items, view, strong);
  // What is selected lies above the bundles; else they are the main thing.
  if (view.bundled && strong) drawBundles(items, view, strong);
  drawFlows(items, view, strong, whole);
  drawEdges(items, view, strong, whole);
  if (view.bundled && !strong) drawBundles(items, view, strong);
  if (!strong && !whole && chosen.hover >= 0) drawHovered(items, view);
  drawNodes(items, view, strong, whole);
  if (!whole) drawFlow(items, view);
  drawHeadings(items, view);
  drawLabels(items, view, strong, whole);
  return items;
}

// What lies behind a node, for the halo of its words.
const groundOf = (node) => (node.hull < 0 || hulls[node.hull].depth % 2 ? palette().page : palette().hull);

function hullBox(hull, view) {
  const [x, y, w, h] = hull.now;
  return { x: x * view.scale + view.x, y: y * view.scale + view.y,
    w: w * view.scale, h: h * view.scale };
}

function drawHulls(items, view, strong) {
  const { hull: ground, hull_edge: rim } = palette();
  for (const hull of [...hulls].sort((a, b) => a.depth - b.depth)) {
    if (!hull.now) continue;
    const box = hullBox(hull, view);
    const r = Math.min(10, 10 * view.scale + 2);
    const corners = hull.edge ? onScreen(hull.edge, view) : roundedBox(box, r);
    const left = strong ? 0.5 : 1;
    items.push({ is: "shape", points: corners, fill: faded(hull.depth % 2 ? palette().page : ground, left),
      stroke: faded(rim, left), width: 1 });
  }
}

function drawNodes(items, view, strong, whole) {
  const colours = palette();
  const radius = radiusAt(view.scale);
  for (const i of visible.node) {
    const node = nodes[i];
    const [x, y] = [node.x * view.scale + view.x, node.y * view.scale + view.y];
    if (!whole && (x < -20 || y < -20 || x > view.width + 20 || y > view.height + 20)) continue;
    const left = strong && !strong.nodes.has(i) ? 0.22 : 1;
    if (node.card) { drawCard(items, i, view, left); continue; }
    if (!whole && isFlowing(i)) continue;
    const look = DATA.kinds[node.kind];
    const picked = i === chosen.node || i === chosen.hover || i === chosen.from;
    if (picked) {
      items.push({ is: "shape", points: placed(DATA.shapes.dot, x, y, radius * (node.size || 1) + 6),
        fill: faded(colours.accent, 0.25), stroke: colours.accent, width: 2 });
    }
    const size = radius * (node.size || 1) * (isHead(i) ? 1.25 : 1);
    items.push({ is: "shape", points: placed(DATA.shapes[look.shape], x, y, size),
      fill: node.change === "removed" ? colours.page : faded(fillOf(node), left),
      stroke: faded(node.change === "removed" ? colours.removed : colours.outline, left),
      dash: node.change === "removed" ? [3, 2] : undefined,
      width: clamp(view.scale * 1.4, 0.7, 1.4), node: i });
    drawBadge(items, node, x - size * 0.85, y - size * 0.85, left, clamp(6.6 * view.scale, 3.4, 6.6));
  }
}

const onScreen = (line, view) => line.map((value, i) => value * view.scale + (i % 2 ? view.y : view.x));

// Borders of places, beneath everything.
function drawAreas(items, view) {
  const { land, hull_edge: rim } = palette();
  for (const [, rings] of sheet.areas) {
    for (const ring of rings) {
      items.push({ is: "shape", points: onScreen(ring.flat(), view), fill: land, stroke: rim, width: 1 });
    }
  }
}

// The small sign beside a node: that nobody answers for it; in a comparison, what became of it.
function drawBadge(items, node, x, y, left, size) {
  const sign = sheet.compared ? own(DATA.changes, node.change) : own(DATA.grades, gradeOf(node));
  if (!sign) return;
  const colour = faded(palette()[sign.colour], left);
  drawSign(items, sign, x, y, size, colour);
}

function drawSign(items, { shape }, x, y, size, colour) {
  items.push({ is: "shape", points: placed(DATA.shapes.dot, x, y, size), fill: palette().page, stroke: colour, width: 1.2 });
  items.push({ is: "shape", points: placed(DATA.shapes[shape], x, y, size * 0.55), fill: colour, stroke: colour, width: 0.6 });
}

function drawHeadings(items, view) {
  const size = clamp(13 * view.scale + 2, 11, 15);
  for (const [x, y, width, text] of sheet.headings) {
    const [line] = lines(said(text), Math.max(width * view.scale, 60), 1, size, true);
    if (line) items.push({ is: "text", text: line, x: x * view.scale + view.x, y: y * view.scale + view.y + size,
      size, bold: true, fill: palette().soft, halo: palette().page, anchor: "start" });
  }
}
