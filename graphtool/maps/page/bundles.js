// Relations between groups, gathered where there are too many to be told apart.

// Many edges between groups are shown as one line for each two groups until one looks closer.
const MANY = 220;
const CLOSE = 0.85;

function isBundled(view, whole) {
  if (whole || !hulls.length || view.scale > CLOSE) return false;
  return visible.crossing > MANY || (isOverview(view.scale) && !hulls.every((hull) => hull.net));
}

// What may be gathered: [{a, b, line, edges}], the fewest edges first, and which edges these are. What is in no
// group, or runs between a group and one within it, has no border to go to and is always drawn by itself.
let bundles = { version: -1, list: [], edges: new Set() };

function bundlesNow() {
  if (bundles.version === version) return bundles;
  const found = new Map();
  for (const k of visible.edge) {
    const edge = edges[k];
    if (!crosses(edge) || nodes[edge.s].hull < 0 || nodes[edge.t].hull < 0) continue;
    const [a, b] = siblings(nodes[edge.s].hull, nodes[edge.t].hull);
    const key = a * 65536 + b;
    if (!found.has(key)) found.set(key, { a, b, line: a === b ? null : betweenHulls(hulls[a], hulls[b]), edges: [] });
    found.get(key).edges.push(edge);
  }
  const list = [...found.values()].filter(({ line }) => line).sort((one, other) => one.edges.length - other.edges.length);
  bundles = { version, list, edges: new Set(list.flatMap((bundle) => bundle.edges)) };
  return bundles;
}

// Whether an edge is in a bundle rather than drawn by itself.
const isGathered = (edge, view, strong) => view.bundled && !(strong && strong.edges.has(edge.k)) && bundlesNow().edges.has(edge);

// Where too many edges cross between groups, one that leaves the view is drawn only where it begins and ends.
function leavesView(edge, view) {
  if (view.bundled || visible.crossing <= MANY || !crosses(edge)) return false;
  return !isInView(nodes[edge.s], view) || !isInView(nodes[edge.t], view);
}

function isInView({ x, y }, view) {
  const [left, top] = [x * view.scale + view.x, y * view.scale + view.y];
  return left >= 0 && left <= view.width && top >= 0 && top <= view.height;
}

// From border to border, the thicker the more edges there are.
function drawBundles(items, view, strong) {
  const { list } = bundlesNow();
  const { bundle } = palette();
  list.forEach(({ line, edges: among }, place) => {
    const rank = list.length - 1 - place;
    const n = among.length;
    const points = onScreen(line, view);
    const width = 0.8 + Math.log2(n + 1) * 0.9;
    const left = (rank < 40 ? clamp(0.6 + n / 20, 0, 1) : 0.3) * (strong ? 0.4 : 1);
    items.push({ is: "line", points, stroke: faded(bundle, left), width, dash: [], stands: among });
    for (const at of rank < 40 ? [0, 2] : []) {
      items.push({ is: "shape", points: placed(DATA.shapes.dot, points[at], points[at + 1], width * 0.6 + 1.2), fill: faded(bundle, left) });
    }
    count(view, "gathered", among.filter((edge) => !(strong && strong.edges.has(edge.k))));
    if (n > 1) view.sums.push({ points, n, stands: among, left: strong ? 0.4 : 1 });
  });
}

// Where on a line its number may stand, the best first.
const SPOTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9];

// So many lines have their number in a frame, which names give way to; the others' stands where there is room left.
const FRAMED = 32;

// How many edges each of these lines stands for, on the line: the largest first, none over a symbol, a card or a name.
function drawSums(items, view, room, sums, isFramed) {
  if (!sums.length) return;
  const symbols = symbolRoom(view);
  for (const { points, n, stands, left = 1 } of sums) {
    const w = widthOf(number(n), 10.5, true) + (isFramed ? 10 : 4);
    const boxes = SPOTS.map((share) => along(points, share)).map(({ x, y }) => ({ x: x - w / 2, y: y - 7.5, w, h: 15 }))
      .filter(({ x, y }) => x > 0 && y > 0 && x + w < view.width && y + 15 < view.height);
    const box = boxes.find((one) => room.isFree(one) && symbols.isFree(one));
    if (box) {
      room.take(box);
      drawSum(items, box, n, stands, left, isFramed);
    } else if (boxes.length) view.account.unnumbered += n;
  }
}

function drawSum(items, box, n, stands, left, isFramed) {
  const { bundle, page, soft } = palette();
  if (isFramed) items.push({ is: "shape", points: roundedBox(box, 7), fill: page, stroke: faded(bundle, left), width: 1.2 });
  items.push({ is: "text", text: number(n), x: box.x + box.w / 2, y: box.y + 11.5, size: 10.5, bold: isFramed,
    fill: faded(soft, left), halo: isFramed ? null : page, anchor: "middle", sums: stands });
}

function symbolRoom(view) {
  const room = new Room();
  for (const i of visible.node) if (nodes[i].card || isInView(nodes[i], view)) room.take(endBox(i, view));
  return room;
}

// The two groups, or those that hold them, that stand side by side; ordered.
function siblings(a, b) {
  while (hulls[a].depth > hulls[b].depth) a = hulls[a].inside;
  while (hulls[b].depth > hulls[a].depth) b = hulls[b].inside;
  while (hulls[a].inside !== hulls[b].inside) [a, b] = [hulls[a].inside, hulls[b].inside];
  return a < b ? [a, b] : [b, a];
}

const asBox = ([x, y, w, h]) => ({ x, y, w, h });

// The line between two groups' middles, outside of both borders; null where one holds the other's.
function betweenHulls(one, other) {
  const line = borderToBorder(asBox(one.now), asBox(other.now));
  if (!line) return null;
  const [from, to] = [one, other].map(({ now: [x, y, w, h] }) => [x + w / 2, y + h / 2]);
  const start = one.edge ? leaving(one.edge, from, to) : null;
  const end = other.edge ? leaving(other.edge, to, from) : null;
  return [...(start || line.slice(0, 2)), ...(end || line.slice(2))];
}

// The line between two boxes' middles, outside of both; null where one holds the other.
function borderToBorder(a, b) {
  const [ax, ay, bx, by] = [a.x + a.w / 2, a.y + a.h / 2, b.x + b.w / 2, b.y + b.h / 2];
  const leave = (box, dx, dy) => Math.min(dx ? box.w / 2 / Math.abs(dx) : Infinity, dy ? box.h / 2 / Math.abs(dy) : Infinity);
  const [dx, dy] = [bx - ax, by - ay];
  const [start, end] = [leave(a, dx, dy), 1 - leave(b, dx, dy)];
  if (start >= end) return null;
  return [ax + dx * start, ay + dy * start, ax + dx * end, ay + dy * end];
}
