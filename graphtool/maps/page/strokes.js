// Edges as shapes: line, head and mark.

// The edges' shapes with the view's corner at 0, 0: the same while one only pans.
let edgeItems = { key: "", items: [] };

// The same for two drawings whose edges differ in nothing but the place of the map.
const edgesKey = (scale) => [sheet.view, scale, chosen.theme, version, isPresenting(), chosen.node, chosen.edge, chosen.steps,
  chosen.found ? chosen.found.turn : "", chosen.way ? chosen.way.edges.join() : ""].join();
// The same for two drawings that differ in nothing but that.
const drawnKey = (scale) => edgesKey(scale) + "," + chosen.hover;

function drawEdges(items, view, strong, whole) {
  const key = [edgesKey(view.scale), whole, view.bundled].join();
  if (key !== edgeItems.key) edgeItems = { key, ...makeEdges({ ...view, x: 0, y: 0 }, strong, whole) };
  count(view, "single", edgeItems.single);
  count(view, "covered", edgeItems.covered);
  const [left, top] = [-view.x - 9, -view.y - 9];
  const [right, bottom] = [left + view.width + 18, top + view.height + 18];
  const shown = [];
  for (const one of edgeItems.items) {
    const { box } = one;
    if (!whole && (box[2] < left || box[0] > right || box[3] < top || box[1] > bottom)) continue;
    if (!whole && !one.isStrong && leavesView(one.edge, view)) {
      const short = stubs(one, view);
      if (short.length) view.account.leaving++;
      shown.push(...short);
    } else shown.push(...one.items);
  }
  items.push({ is: "group", x: view.x, y: view.y, items: shown });
}

// {items, single, covered}: the shapes of each edge that is drawn by itself, those that stand out last; which these
// are; and those of which nothing is to be seen, for the symbols at both ends touch.
function makeEdges(view, strong, whole) {
  const radius = radiusAt(view.scale);
  const [made, above, covered] = [[], [], []];
  // The others are in drawFlows and drawBundles.
  const single = [...visible.edge].map((k) => edges[k]).filter((edge) => edge.count === undefined && !isGathered(edge, view, strong));
  const thin = thinness(single.length, view.scale);
  for (const edge of single) {
    const isStrong = Boolean(strong) && strong.edges.has(edge.k);
    const shapes = edgeShapes(edge, view, radius, isStrong, strong && !isStrong ? 0.16 : 1, isStrong ? 1 : thin);
    if (shapes) (isStrong ? above : made).push(shapes);
    else covered.push(edge);
  }
  const items = [...made, ...above];
  return { items, single: items.map(({ edge }) => edge), covered };
}

// So many lines on a million pixels can be told apart at their full width.
const APART = 1000;

// How much thinner lines are where they stand so close that they would run together.
function thinness(n, scale) {
  const [width, height] = sheet.size;
  return clamp(Math.sqrt(APART * Math.max(width * height * scale * scale, 1) / 1e6 / Math.max(n, 1)), 0.35, 1);
}

// Edges of the node under the pointer, once more above all others.
function drawHovered(items, view) {
  for (const edge of visibleEdgesOf(chosen.hover)) {
    const shapes = edge.count === undefined ? edgeShapes(edge, view, radiusAt(view.scale), true, 1) : null;
    if (shapes) items.push(...shapes.items);
  }
}

// An edge as shapes, or null where nothing of it is to be seen; how much is left of its colour and its width.
function edgeShapes(edge, view, radius, isStrong, left, thin = 1) {
  const colours = palette();
  const drawn = drawnEdge(edge, view, radius, isStrong ? 2 : 1);
  if (!drawn) return null;
  const firm = edge.modality === "stated" || edge.weight;
  const colour = faded(colours[inkOf(edge, drawn.look)], left);
  const width = widthOfEdge(edge, drawn.look) * (isStrong ? 1.5 : 1) * (firm ? 1 : 0.85)
    * clamp(view.scale + 0.25, 0.7, 1.15) * thin;
  const items = [{ is: "line", points: drawn.line, stroke: colour, edge: edge.k,
    width: edge.change ? width * CHANGED[edge.change] : width,
    dash: edge.change === "removed" ? GONE : drawn.look.dash }];
  if (drawn.head) {
    items.push({ is: "shape", points: drawn.head, fill: firm ? colour : colours.page,
      stroke: colour, width: firm ? 0 : 1.2 });
  }
  const head = items.slice(1);
  drawMark(items, edge, drawn, colour);
  return { items, head, box: boxOf(drawn.line), edge, isStrong };
}

// So much of a line is seen where it goes on outside the view, in pixels.
const STUB = 26;

function stubs({ items: [line], head, edge }, view) {
  const made = [];
  if (isInView(nodes[edge.s], view)) made.push({ ...line, points: beginning(line.points, STUB) });
  if (isInView(nodes[edge.t], view)) made.push({ ...line, points: beginning(reversed(line.points), STUB) }, ...head);
  return made;
}

// In a comparison what changed has the colour of its change, and all else steps back.
function inkOf(edge, look) {
  if (sheet.compared) return edge.change || "bundle";
  return edge.circle ? "alarm" : look.family;
}

// How much wider what is new is drawn, and how much thinner what is gone.
const CHANGED = { added: 1.5, removed: 0.9, changed: 1.2 };

// A tie is the wider the more the two share.
const widthOfEdge = (edge, look) => (edge.weight ? 0.8 + 2.8 * breadthOf(edge) / heaviest : look.width);

function boxOf(line) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < line.length; i += 2) {
    box[0] = Math.min(box[0], line[i]); box[2] = Math.max(box[2], line[i]);
    box[1] = Math.min(box[1], line[i + 1]); box[3] = Math.max(box[3], line[i + 1]);
  }
  return box;
}

// Planned, aspired and derived edges carry a hollow mark, clear without colour as well.
function drawMark(list, edge, drawn, colour) {
  if (edge.change) return drawSign(list, DATA.changes[edge.change], drawn.middle.x, drawn.middle.y, 5.4, colour);
  const mark = edge.circle ? "ring"
    : edge.weight ? "" : DATA.marks[edge.modality];
  if (!mark) return;
  const size = mark === "star" ? 4.6 : 3.4;
  list.push({ is: "shape", points: placed(DATA.shapes[mark], drawn.middle.x, drawn.middle.y, size),
    fill: palette().page, stroke: colour, width: 1.3 });
}
