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

// So many lines have their number in a frame, which names give way to; the others' stands where there is room left.
const FRAMED = 40;

// Of so many a number that finds no room on its line is made smaller, or set beside it; of the rest it is left out.
const SOUGHT = 60;
const SPOTS = [10, 40];  // on a line of the rest, and of those
const FORMS = [{ size: 10.5, high: 15 }, { size: 9, high: 12 }, { size: 9, high: 12, away: 13 }, { size: 9, high: 12, away: 21 }];

// How many edges each of these lines stands for: the largest first, none over a symbol, a card or a name.
function drawSums(items, view, room, sums, isFramed) {
  if (!sums.length) return;
  const symbols = symbolRoom(view);
  const isSeen = ({ x, y, w, h }) => x > 0 && y > 0 && x + w < view.width && y + h < view.height;
  sums.forEach((sum, at) => {
    const isSought = at < SOUGHT;
    const spots = spotsOn(sum.points, sum.first ?? 0.5, SPOTS[Number(isSought)]);
    const found = placeOf(sum, spots, isFramed, isSought ? FORMS : FORMS.slice(0, 1), (box) => isSeen(box) && room.isFree(box) && symbols.isFree(box));
    if (found) {
      room.take(found.box);
      drawSum(items, found, sum, isFramed);
    } else if (spots.some(({ x, y }) => isSeen({ x: x - 10, y: y - 8, w: 20, h: 16 }))) view.account.unnumbered += sum.n;
  });
}

// Places on a line, no nearer each other than 5 pixels: from where its number is looked for first to either side.
function spotsOn(points, first, most) {
  const length = lengthOf(points) || 1;
  const step = Math.max(5 / length, 1 / most);
  const shares = [first];
  for (let away = step; away < 1; away += step) shares.push(...[first - away, first + away].filter((share) => share > 0.03 && share < 0.97));
  return shares.map((share) => along(points, share));
}

// The first box that is free for the number, in the largest form: {box, size, from}, `from` on the line where it is beside it.
function placeOf({ n }, spots, isFramed, forms, isFree) {
  for (const { size, high, away } of forms) {
    const w = widthOf(number(n), size, true) + (isFramed ? size - 1 : 4);
    for (const { x, y, angle } of spots) {
      if (away && !isFree({ x: x - 1, y: y - 3, w: 2, h: 6 })) continue;
      for (const side of away ? [away, -away] : [0]) {
        const box = { x: x + Math.sin(angle) * side - w / 2, y: y - Math.cos(angle) * side - high / 2, w, h: high };
        if (isFree(box)) return { box, size, from: away ? [x, y] : null };
      }
    }
  }
  return null;
}

function drawSum(items, { box, size, from }, { n, stands, left = 1 }, isFramed) {
  const { bundle, page, soft } = palette();
  const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
  if (from) items.push({ is: "line", points: [...from, x, y], stroke: faded(bundle, left), width: 1, dash: [] });
  if (isFramed) items.push({ is: "shape", points: roundedBox(box, box.h / 2 - 0.5), fill: page, stroke: faded(bundle, left), width: 1.2 });
  items.push({ is: "text", text: number(n), x, y: y + size * 0.38, size, bold: isFramed,
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
