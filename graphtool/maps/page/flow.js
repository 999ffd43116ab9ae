// What was merged on its way to what came after it, and back; nothing else on the map ever moves.

const FLOWING = 700;
let flow = null;

// The visible nodes that came after a node, or that it came from, however many steps away.
function kinOf(i, pairs, shown) {
  const [found, seen, front] = [[], new Set([i]), [i]];
  while (front.length) {
    const here = front.pop();
    for (const [from, to] of pairs) {
      if (from !== here || seen.has(to)) continue;
      seen.add(to);
      if (shown.has(to)) found.push(to); else front.push(to);
    }
  }
  return found;
}

// After the moment has changed: `before` are the nodes that were visible until then.
function startFlow(before) {
  flow = null;
  if (!mayMove()) return;
  const pairs = (sheet.followed || []).map((pair) => pair.map((id) => nodeAt.get(id)));
  const ways = [];
  for (const i of before) {
    if (!visible.node.has(i)) kinOf(i, pairs, visible.node).forEach((to) => ways.push({ i, to, away: true }));
  }
  for (const i of visible.node) {
    if (!before.has(i)) kinOf(i, pairs, before).forEach((to) => ways.push({ i, to, away: false }));
  }
  if (!ways.length) return;
  flow = { ways, began: performance.now(), back: new Set(ways.filter((way) => !way.away).map(({ i }) => i)) };
  requestAnimationFrame(flowOn);
}

function flowOn() {
  if (!flow) return;
  if (performance.now() - flow.began >= FLOWING) flow = null;
  redraw();
  if (flow) requestAnimationFrame(flowOn);
}

// Whether a node is still on its way back, and so not in its place.
const isFlowing = (i) => Boolean(flow) && flow.back.has(i);

function drawFlow(items, view) {
  if (!flow) return;
  const share = clamp((performance.now() - flow.began) / FLOWING, 0, 1);
  const eased = share * share * (3 - 2 * share);
  const colours = palette();
  for (const { i, to, away } of flow.ways) {
    const done = away ? eased : 1 - eased;
    const [a, b] = [nodes[i], nodes[to]];
    const x = (a.x + (b.x - a.x) * done) * view.scale + view.x;
    const y = (a.y + (b.y - a.y) * done) * view.scale + view.y;
    const left = 1 - 0.75 * done;
    const size = radiusAt(view.scale) * (a.size || 1);
    items.push({ is: "line", points: [a.x * view.scale + view.x, a.y * view.scale + view.y, x, y],
      stroke: faded(colours.soft, left * 0.6), width: 1.5, dash: [3, 4] });
    items.push({ is: "shape", points: placed(DATA.shapes[DATA.kinds[a.kind].shape], x, y, size),
      fill: faded(fillOf(a), left), stroke: faded(colours.outline, left), width: 1.4 });
    items.push({ is: "text", text: nameOf(a), x: x + size + 5, y: y + 4, size: fontAt(view.scale),
      fill: faded(colours.ink, left), halo: colours.page, anchor: "start" });
  }
}
