// Lines that stand for many edges, between two of which one is a group.

// So many lines between cards are drawn when none is selected; where cards are few, each one's strongest too.
const FEW_CARDS = 24;
const FLOWS = 40;

// Lines between two of which one is a card: all edges of a pair are one, the weakest first.
let flows = { version: -1, list: [], ends: new Map() };

function flowsNow() {
  if (flows.version === version) return flows.list;
  const list = [];
  const done = new Set();
  for (const k of visible.edge) {
    const edge = edges[k];
    if (edge.count === undefined || edge.s === edge.t || done.has(edge.beside)) continue;
    done.add(edge.beside);
    const shown = edge.beside.filter((other) => visible.edge.has(other.k));
    list.push({ a: edge.s, b: edge.t, k, edges: shown, n: shown.reduce((sum, other) => sum + timesOf(other), 0) });
  }
  list.sort((one, other) => one.n - other.n || other.k - one.k);
  const kept = strongestFlows(list);
  list.forEach((flow, at) => { flow.drawn = list.length - at <= FLOWS || kept.has(flow); });
  const ends = new Map();  // how many lines each card has
  for (const { a, b } of list.filter((flow) => flow.drawn)) for (const end of [a, b]) ends.set(end, (ends.get(end) || 0) + 1);
  flows = { version, list, ends };
  return list;
}

// Each card's strongest line, where cards are few.
function strongestFlows(list) {
  const strongest = new Map();
  if (nodes.length > FEW_CARDS && sheet.part?.trimmed === undefined) return new Set();
  for (const flow of list) {
    for (const end of [flow.a, flow.b]) if (nodes[end].card) strongest.set(end, flow);
  }
  return new Set(strongest.values());
}

function endBox(i, view) {
  const { x, y, room, card } = nodes[i];
  const [w, h] = card ? [room[0] * view.scale, room[1] * view.scale] : [2 * radiusAt(view.scale), 2 * radiusAt(view.scale)];
  return { x: x * view.scale + view.x - w / 2, y: y * view.scale + view.y - h / 2, w, h };
}

const flowLine = (flow, view) => borderToBorder(endBox(flow.a, view), endBox(flow.b, view));

function drawFlows(items, view, strong, whole) {
  const { bundle, accent } = palette();
  const list = flowsNow();
  countInside(view);
  list.forEach((flow, at) => {
    const isStrong = Boolean(strong) && flow.edges.some((edge) => strong.edges.has(edge.k));
    const line = isStrong || (!strong && (flow.drawn || whole)) ? flowLine(flow, view) : null;
    count(view, line ? "gathered" : "others", flow.edges);
    if (!line) return;
    const left = isStrong ? 1 : sheet.groups ? clamp(0.5 + flow.n / list.at(-1).n, 0, 1) : 0.5;
    const width = 0.8 + (sheet.groups ? 5 : 1.2) * Math.sqrt(flow.n / list.at(-1).n);
    items.push({ is: "line", points: line, stroke: faded(isStrong ? accent : bundle, left), width, dash: [], stands: flow.edges });
    if (flow.n > 1) view.sums.push({ points: line, n: flow.n, stands: flow.edges, first: ownEnd(flow, line) });
  });
}

// Where a line's number is looked for first: where it leaves the one that has fewer lines, and is not taken for another's.
function ownEnd({ a, b }, line) {
  const of = (i) => flows.ends.get(i) || 0;
  const share = Math.min(0.5, 12 / (lengthOf(line) || 1));
  return of(a) <= of(b) ? share : 1 - share;
}

// What runs within a group is in its card.
function countInside(view) {
  for (const k of visible.edge) if (edges[k].count !== undefined && edges[k].s === edges[k].t) count(view, "inside", [edges[k]]);
}

// The line under the pointer as its first edge; -1 for none.
function flowUnder(x, y) {
  const strong = emphasis();
  let [best, least] = [-1, 6];
  for (const flow of flowsNow()) {
    if (strong ? !flow.edges.some((edge) => strong.edges.has(edge.k)) : !flow.drawn) continue;
    const line = flowLine(flow, view);
    const away = line ? distanceTo(line, x, y) : Infinity;
    if (away < least) [best, least] = [flow.edges[0].k, away];
  }
  return best;
}

function isOnCard(i, x, y) {
  const box = endBox(i, view);
  return nodes[i].card && x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}
