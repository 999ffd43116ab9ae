// The graph with its indexes, what is chosen, and what is visible because of it.

const nodes = DATA.nodes;
const nodeAt = new Map(nodes.map((node, i) => [node.id, i]));
const edges = DATA.edges.map(([source, target, relation, modality, assertions, corners], k) => ({
  k, s: nodeAt.get(source), t: nodeAt.get(target), relation, modality, assertions, corners,
}));
const near = nodes.map(() => []);
const parallel = new Map();
for (const edge of edges) {
  near[edge.s].push(edge);
  if (edge.t !== edge.s) near[edge.t].push(edge);
  const pair = Math.min(edge.s, edge.t) + " " + Math.max(edge.s, edge.t);
  const beside = parallel.get(pair) || [];
  beside.push(edge);
  parallel.set(pair, beside);
  edge.beside = beside;
}
const hulls = DATA.hulls.map((hull) => ({ ...hull, members: hull.nodes.map((id) => nodeAt.get(id)),
  root: hull.root === undefined ? -1 : nodeAt.get(hull.root) }));
hulls.forEach((hull, h) => hull.members.forEach((i) => { nodes[i].hull = h; }));
const placeAt = DATA.places.map((id) => nodeAt.get(id));

const chosen = {
  theme: DATA.meta.theme, hideKinds: new Set(), hideRelations: new Set(), places: new Set(),
  hidden: new Set(), only: null, node: -1, edge: -1, hover: -1, steps: 1, from: -1, way: null,
};

// Counts up whenever what is drawn changes; see `edgeItems`.
let version = 0;

// Sets of node and edge positions, recomputed when something that decides them changes.
const visible = { node: new Set(), edge: new Set(), kindCount: {}, relationCount: {} };

function recount() {
  version++;
  visible.node.clear();
  visible.edge.clear();
  visible.kindCount = {};
  visible.relationCount = {};
  visible.crossing = 0;
  nodes.forEach((node, i) => {
    if (chosen.places.size && !(node.places || []).some((p) => chosen.places.has(p))) return;
    if (chosen.hidden.has(i) || (chosen.only && !chosen.only.has(i))) return;
    visible.kindCount[node.kind] = (visible.kindCount[node.kind] || 0) + 1;
    if (!chosen.hideKinds.has(node.kind)) visible.node.add(i);
  });
  for (const edge of edges) {
    if (!visible.node.has(edge.s) || !visible.node.has(edge.t)) continue;
    visible.relationCount[edge.relation] = (visible.relationCount[edge.relation] || 0) + 1;
    if (chosen.hideRelations.has(edge.relation)) continue;
    visible.edge.add(edge.k);
    if (crosses(edge)) visible.crossing++;
  }
  for (const hull of hulls) hull.now = boxNow(hull);
}

const crosses = (edge) => nodes[edge.s].hull !== nodes[edge.t].hull;

// The box of a group as far as it is filled: [x, y, width, height], or null where nothing is left.
function boxNow(hull) {
  const shown = hull.members.filter((i) => visible.node.has(i));
  const inner = hulls.filter((other) => other.inside >= 0 && hulls[other.inside] === hull).map(boxNow);
  if (shown.length === hull.members.length && inner.every(Boolean)) return hull.box;
  const boxes = inner.filter(Boolean).map(([x, y, w, h]) => [x - 8, y - 8, x + w + 8, y + h + 8]);
  for (const i of shown) {
    const { x, y, room: [width, height, below] } = nodes[i];
    boxes.push(below ? [x - width / 2 - 12, y - 30, x + width / 2 + 12, y + height + 16]
      : [x - 22, y - height / 2 - 6, x + width + 24, y + height / 2 + 6]);
  }
  if (!boxes.length) return null;
  if (hull.title) boxes.push([hull.box[0], hull.box[1], hull.box[0] + 120, hull.box[1] + 24]);
  const [left, top] = [0, 1].map((at) => Math.min(...boxes.map((box) => box[at])));
  const [right, bottom] = [2, 3].map((at) => Math.max(...boxes.map((box) => box[at])));
  return [left, top, right - left, bottom - top];
}

const otherEnd = (edge, i) => (edge.s === i ? edge.t : edge.s);
const visibleEdgesOf = (i) => near[i].filter((edge) => visible.edge.has(edge.k));

// Nodes within so many steps along what is visible, the start included.
function within(start, steps) {
  const reached = new Set([start]);
  let rim = [start];
  for (let step = 0; step < steps; step++) {
    const next = [];
    for (const i of rim) {
      for (const edge of visibleEdgesOf(i)) {
        const j = otherEnd(edge, i);
        if (!reached.has(j)) { reached.add(j); next.push(j); }
      }
    }
    rim = next;
  }
  return reached;
}

// What stands out while something is selected: {nodes, edges}, or null where all is equal.
function emphasis() {
  if (chosen.way) return { nodes: new Set(chosen.way.nodes), edges: new Set(chosen.way.edges) };
  if (chosen.edge >= 0) {
    const edge = edges[chosen.edge];
    return { nodes: new Set([edge.s, edge.t]), edges: new Set([edge.k]) };
  }
  if (chosen.node < 0 || !visible.node.has(chosen.node)) return null;
  const inside = within(chosen.node, chosen.steps);
  const rim = within(chosen.node, chosen.steps - 1);
  const kept = new Set();
  for (const k of visible.edge) {
    const { s, t } = edges[k];
    if (inside.has(s) && inside.has(t) && (rim.has(s) || rim.has(t))) kept.add(k);
  }
  return { nodes: inside, edges: kept };
}
