// Relations between boxes, gathered where there are too many to be told apart.

// Many edges between groups are shown as one line for each two groups until one looks closer.
const MANY = 220;

function isBundled(view, strong, whole) {
  if (!hulls.length || hulls.every((hull) => hull.net)) return false;
  if (whole || strong || view.scale > 0.85) return false;
  return isOverview(view.scale) || visible.crossing > MANY;
}

// Where too many edges cross between boxes, one that leaves the view is shown when it is asked for.
function leavesView(edge, view) {
  if (visible.crossing <= MANY || !crosses(edge)) return false;
  const isIn = ({ x, y }) => x * view.scale + view.x >= 0 && x * view.scale + view.x <= view.width
    && y * view.scale + view.y >= 0 && y * view.scale + view.y <= view.height;
  return !isIn(nodes[edge.s]) || !isIn(nodes[edge.t]);
}

// What is not drawn one by one: in bundles, or faded among very many.
function isLeftOut(edge, view, strong, whole = false) {
  if (whole) return false;
  if (view.bundled) return isOverview(view.scale) || crosses(edge);
  return Boolean(strong) && !strong.edges.has(edge.k)
    && (isOverview(view.scale) || (visible.crossing > MANY && crosses(edge)));
}

// From border to border, the thicker the more edges there are; the largest with their number.
function drawBundles(items, view) {
  const count = new Map();
  for (const k of visible.edge) {
    if (nodes[edges[k].s].hull < 0 || nodes[edges[k].t].hull < 0) continue;
    const [a, b] = siblings(nodes[edges[k].s].hull, nodes[edges[k].t].hull);
    if (a !== b) count.set(a * 65536 + b, (count.get(a * 65536 + b) || 0) + 1);
  }
  const sorted = [...count].sort((a, b) => a[1] - b[1]);
  const { bundle } = palette();
  const badges = [];
  sorted.forEach(([key, n], place) => {
    const [a, b] = [hullBox(hulls[Math.floor(key / 65536)], view), hullBox(hulls[key % 65536], view)];
    const ends = borderToBorder(a, b);
    if (!ends) return;
    const rank = sorted.length - 1 - place;
    const width = 0.8 + Math.log2(n + 1) * 0.9;
    const colour = faded(bundle, rank < 40 ? clamp(0.6 + n / 20, 0, 1) : 0.3);
    items.push({ is: "line", points: ends, stroke: colour, width, dash: [] });
    for (const at of rank < 40 ? [0, 2] : []) {
      items.push({ is: "shape", points: placed(DATA.shapes.dot, ends[at], ends[at + 1], width * 0.6 + 1.2), fill: colour });
    }
    if (n > 1 && rank < 16) badges.push([along(ends, 0.5), n]);
  });
  for (const [middle, sum] of badges) drawSum(items, middle, sum);
}

// How many edges a line stands for, on the line.
function drawSum(items, { x, y }, sum) {
  const { bundle, page, soft } = palette();
  const text = number(sum);
  const w = widthOf(text, 10.5, true) + 10;
  items.push({ is: "shape", points: roundedBox({ x: x - w / 2, y: y - 7.5, w, h: 15 }, 7), fill: page, stroke: bundle, width: 1.2 });
  items.push({ is: "text", text, x, y: y + 4, size: 10.5, bold: true, fill: soft, anchor: "middle" });
}

// The two boxes, or those that hold them, that stand side by side; ordered.
function siblings(a, b) {
  while (hulls[a].depth > hulls[b].depth) a = hulls[a].inside;
  while (hulls[b].depth > hulls[a].depth) b = hulls[b].inside;
  while (hulls[a].inside !== hulls[b].inside) [a, b] = [hulls[a].inside, hulls[b].inside];
  return a < b ? [a, b] : [b, a];
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
