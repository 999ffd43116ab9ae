// The sheet that is open with its indexes, what is chosen, and what is visible because of it.

let sheet, nodes, nodeAt, edges, near, hulls;
// How many activities two share, which says more to a reader than the weight.
const breadthOf = ({ shared, weight }) => (shared ? shared.length : weight);

// What the widest tie shares.
let heaviest = 1;

const chosen = {
  theme: DATA.meta.theme, hideKinds: new Set(), hideRelations: new Set(), places: new Set(),
  hidden: new Set(), only: null, node: -1, edge: -1, hover: -1, steps: 1, from: -1, way: null,
  found: null, moment: 0, onlyChanged: false,
  touched: false,  // whether the camera was moved by hand
};
// What is chosen while nothing is.
const NOTHING = { node: -1, edge: -1, from: -1, way: null, found: null };

// The sheet of a view as the page's graph; the first one's data lie in DATA itself.
const sheetNames = [...DATA.meta.sheets, ...DATA.meta.below].map(([name]) => name);
const sheetData = new Map([[DATA.view, DATA]]);

function readSheet(name) {
  if (!sheetData.has(name)) sheetData.set(name, unpacked(JSON.parse(at("gt-sheet-" + name).textContent)));
  return sheetData.get(name);
}

function layOut(name) {
  sheet = readSheet(name);
  view.boxes = [];
  nodes = sheet.nodes;
  nodeAt = new Map(nodes.map((node, i) => [node.id, i]));
  edges = [...sheet.edges, ...sheet.passing].map(([source, target, relation, modality, assertions, more], k) => ({
    ...more, k, s: nodeAt.get(source), t: nodeAt.get(target), relation, modality, assertions }));
  near = nodes.map(() => []);
  const parallel = new Map();
  for (const edge of edges) {
    near[edge.s].push(edge);
    if (edge.t !== edge.s) near[edge.t].push(edge);
    const pair = Math.min(edge.s, edge.t) + " " + Math.max(edge.s, edge.t);
    if (!parallel.has(pair)) parallel.set(pair, []);
    parallel.get(pair).push(edge);
    edge.beside = parallel.get(pair);
  }
  hulls = sheet.hulls.map((hull) => ({ ...hull, members: hull.nodes.map((id) => nodeAt.get(id)),
    root: hull.root === undefined ? -1 : nodeAt.get(hull.root) }));
  nodes.forEach((node) => { node.hull = -1; });
  hulls.forEach((hull, h) => hull.members.forEach((i) => { nodes[i].hull = h; }));
  const weights = edges.slice(0, 100000).flatMap((edge) =>
    [edge, ...(edge.over || []).map(([, , then]) => then)].flatMap((tie) => (tie.weight ? [breadthOf(tie)] : [])));
  // Where all ties weigh the same, none is drawn as if it were more.
  heaviest = new Set(weights).size > 1 ? Math.max(...weights) : (weights[0] || 1) * 3;
}

// Whether a node or an edge is there at the moment of the slider; 0 is all of time.
const isNow = ({ when }) => !when || when.some(([first, last]) => first <= chosen.moment && chosen.moment <= last);
// How nearly somebody answers for a goal or measure at that moment; "" where somebody does.
const gradeOf = (node) => (node.marks ? node.marks[chosen.moment] : node.mark) || "";
const fillOf = (node) => (node.tint === undefined ? DATA.kinds[node.kind].fill : sheet.tints[node.tint])[chosen.theme];
const isHead = (i) => nodes[i].hull >= 0 && hulls[nodes[i].hull].root === i;

// Counts up whenever what is there to be drawn changes; see `drawnKey`.
let version = 0;

// Sets of node and edge positions, recomputed when something that decides them changes.
const visible = { node: new Set(), edge: new Set(), kindCount: {}, relationCount: {} };

function recount() {
  version++;
  view.account = null;
  settle();
  visible.node.clear();
  visible.edge.clear();
  visible.kindCount = {};
  visible.relationCount = {};
  visible.crossing = 0;
  visible.grades = {};
  nodes.forEach((node, i) => {
    if (!isNow(node)) return;
    if (chosen.places.size && !(node.places || []).some((p) => chosen.places.has(p))) return;
    if (chosen.hidden.has(i) || (chosen.only && !chosen.only.has(i)) || isLeftAlone(i)) return;
    for (const [kind, n] of held(node)) visible.kindCount[kind] = (visible.kindCount[kind] || 0) + n;
    if (isAway(node)) return;
    visible.node.add(i);
    const grade = gradeOf(node);
    if (grade) visible.grades[grade] = (visible.grades[grade] || 0) + 1;
  });
  for (const edge of edges) {
    if (!visible.node.has(edge.s) || !visible.node.has(edge.t) || !isNow(edge)) continue;
    const times = timesOf(edge);
    if (!times) continue;
    visible.relationCount[edge.relation] = (visible.relationCount[edge.relation] || 0) + times;
    if (chosen.hideRelations.has(edge.relation) || (chosen.onlyChanged && !edge.change)) continue;
    visible.edge.add(edge.k);
    if (crosses(edge)) visible.crossing++;
  }
  for (const hull of hulls) {
    hull.now = boxNow(hull);
    hull.edge = hull.outline && hull.now ? edgeNow(hull) : null;
  }
}

const crosses = (edge) => edge.count === undefined && nodes[edge.s].hull !== nodes[edge.t].hull;

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
  if (chosen.found) return chosen.found;
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

const tripleOf = (edge) => [nodes[edge.s].id, nodes[edge.t].id, edge.relation];
// The place of the edge between these ids, or -1; a derived one may be named from either end.
function edgeAt([source, target, relation]) {
  const [s, t] = [nodeAt.get(source), nodeAt.get(target)];
  return edges.findIndex((edge) => edge.relation === relation
    && ((edge.s === s && edge.t === t) || (edge.weight && edge.s === t && edge.t === s)));
}
