// Edges as shapes: line, head and mark.

// The edges' shapes with the view's corner at 0, 0: the same while one only pans.
let edgeItems = { key: "", items: [] };

// The same for two drawings that differ in nothing but the place of the map.
const drawnKey = (scale) => [sheet.view, scale, chosen.theme, version, isPresenting(), chosen.node, chosen.edge, chosen.steps,
  chosen.hover, chosen.found ? chosen.found.turn : "", chosen.way ? chosen.way.edges.join() : ""].join();

function drawEdges(items, view, strong, whole) {
  const key = [drawnKey(view.scale), whole, view.bundled].join();
  if (key !== edgeItems.key) edgeItems = { key, items: makeEdges({ ...view, x: 0, y: 0 }, strong, whole) };
  const [left, top] = [-view.x - 9, -view.y - 9];
  const [right, bottom] = [left + view.width + 18, top + view.height + 18];
  const inView = edgeItems.items.filter(({ box, edge, isStrong }) => whole
    || (box[2] >= left && box[0] <= right && box[3] >= top && box[1] <= bottom
      && (isStrong || !leavesView(edge, view))));
  items.push({ is: "group", x: view.x, y: view.y, items: inView.flatMap((one) => one.items) });
}

function makeEdges(view, strong, whole) {
  const colours = palette();
  const radius = radiusAt(view.scale);
  const [made, above] = [[], []];
  for (const k of visible.edge) {
    const edge = edges[k];
    if (edge.count !== undefined) continue;  // see drawFlows
    const isStrong = (strong && strong.edges.has(k)) || (!strong && !whole
      && chosen.hover >= 0 && (edge.s === chosen.hover || edge.t === chosen.hover));
    if (!isStrong && isLeftOut(edge, view, strong, whole)) continue;
    const drawn = drawnEdge(edge, view, radius, isStrong ? 2 : 1);
    if (!drawn) continue;
    const firm = edge.modality === "stated" || edge.weight;
    const colour = faded(colours[inkOf(edge, drawn.look)], strong && !isStrong ? 0.16 : 1);
    const width = widthOfEdge(edge, drawn.look) * (isStrong ? 1.5 : 1) * (firm ? 1 : 0.85)
      * clamp(view.scale + 0.25, 0.7, 1.15);
    const items = [{ is: "line", points: drawn.line, stroke: colour, edge: k,
      width: edge.change ? width * CHANGED[edge.change] : width,
      dash: edge.change === "removed" ? GONE : drawn.look.dash }];
    if (drawn.head) {
      items.push({ is: "shape", points: drawn.head, fill: firm ? colour : colours.page,
        stroke: colour, width: firm ? 0 : 1.2 });
    }
    drawMark(items, edge, drawn, colour);
    (isStrong ? above : made).push({ items, box: boxOf(drawn.line), edge, isStrong });
  }
  return [...made, ...above];
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
