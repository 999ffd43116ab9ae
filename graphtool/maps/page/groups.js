// Groups of a graph that is too large to be shown node by node: cards that say what they hold, lines
// that say how many edges they are, and the sheets behind them.

const KIND_NAMES = Object.keys(DATA.kinds);
const RELATION_NAMES = Object.keys(DATA.relations);
// So many lines between cards are drawn when none is selected; where cards are few, each one's strongest too.
const FEW_CARDS = 24;
const FLOWS = 40;
const BADGES = 14;

// A group's sheet has its many counted edges as rows of numbers: [source, target, relation, count, ...split].
function unpacked(data) {
  for (const [s, t, relation, count, ...split] of data.lines || []) {
    data.edges.push([data.nodes[s].id, data.nodes[t].id, RELATION_NAMES[relation], "", [],
      split.length ? { count, split } : { count }]);
  }
  return data;
}

// What a node is in the legend's counts: itself, or all that its group holds.
function held(node) {
  if (!node.card) return [[node.kind, 1]];
  return sheet.groups ? Object.entries(node.card.kinds) : [];
}

const heldNow = (node) => held(node).reduce((sum, [kind, n]) => sum + (chosen.hideKinds.has(kind) ? 0 : n), 0);
const isAway = (node) => (node.card ? Boolean(sheet.groups) && !heldNow(node) : chosen.hideKinds.has(node.kind));

// How many edges a line stands for, of those whose kinds are shown.
function timesOf(edge) {
  if (edge.count === undefined) return 1;
  if (!edge.split || !chosen.hideKinds.size) return edge.count;
  let sum = 0;
  for (let at = 0; at < edge.split.length; at += 3) {
    const [s, t, n] = edge.split.slice(at, at + 3);
    if (!chosen.hideKinds.has(KIND_NAMES[s]) && !chosen.hideKinds.has(KIND_NAMES[t])) sum += n;
  }
  return sum;
}

// Lines between two of which one is a card: all edges of a pair are one, the weakest first.
let flows = { version: -1, list: [] };

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
  const strongest = new Map();
  if (nodes.length <= FEW_CARDS || sheet.part?.trimmed !== undefined) for (const flow of list) for (const end of [flow.a, flow.b]) if (nodes[end].card) strongest.set(end, flow);
  const kept = new Set(strongest.values());
  list.forEach((flow, at) => { flow.drawn = list.length - at <= FLOWS || kept.has(flow); });
  flows = { version, list };
  return list;
}

function endBox(i, view) {
  const { x, y, room, card } = nodes[i];
  const [w, h] = card ? [room[0] * view.scale, room[1] * view.scale] : [2 * radiusAt(view.scale), 2 * radiusAt(view.scale)];
  return { x: x * view.scale + view.x - w / 2, y: y * view.scale + view.y - h / 2, w, h };
}

const flowLine = (flow, view) => borderToBorder(endBox(flow.a, view), endBox(flow.b, view));

function drawFlows(items, view, strong, whole) {
  const { bundle, accent, page, soft } = palette();
  const list = flowsNow();
  const badges = [];
  list.forEach((flow, at) => {
    const isStrong = Boolean(strong) && flow.edges.some((edge) => strong.edges.has(edge.k));
    if (!isStrong && (strong || !(flow.drawn || whole))) return;
    const line = flowLine(flow, view);
    if (!line) return;
    const left = isStrong ? 1 : sheet.groups ? clamp(0.5 + flow.n / list.at(-1).n, 0, 1) : 0.5;
    const width = 0.8 + (sheet.groups ? 5 : 1.2) * Math.sqrt(flow.n / list.at(-1).n);
    items.push({ is: "line", points: line, stroke: faded(isStrong ? accent : bundle, left), width, dash: [] });
    if (isStrong || (sheet.groups && list.length - at <= BADGES)) badges.push([line, flow.n]);
  });
  for (const [line, n] of badges.slice(-2 * BADGES)) {
    const { x, y } = along(line, 0.5);
    const half = widthOf(number(n), 10.5, true) / 2 + 5;
    const pill = rounded([x, y - 7.5, x + half, y - 7.5, x + half, y + 7.5, x - half, y + 7.5, x - half, y - 7.5, x, y - 7.5], 7);
    items.push({ is: "shape", points: pill, fill: page, stroke: bundle, width: 1.2 });
    items.push({ is: "text", text: number(n), x, y: y + 4, size: 10.5, bold: true, fill: soft, anchor: "middle" });
  }
}

// The line under the pointer as its first edge; -1 for none.
function flowUnder(x, y) {
  const strong = emphasis();
  let [best, nearest] = [-1, 6];
  for (const flow of flowsNow()) {
    if (strong ? !flow.edges.some((edge) => strong.edges.has(edge.k)) : !flow.drawn) continue;
    const line = flowLine(flow, view);
    const away = line ? distanceTo(line, x, y) : Infinity;
    if (away < nearest) [best, nearest] = [flow.edges[0].k, away];
  }
  return best;
}

function isOnCard(i, x, y) {
  const box = endBox(i, view);
  return nodes[i].card && x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
}

// A card: its name, how much it holds, and of which kinds.
function drawCard(items, i, view, left) {
  const node = nodes[i];
  const colours = palette();
  const { x, y, w, h } = endBox(i, view);
  const picked = i === chosen.node || i === chosen.hover || i === chosen.from;
  const r = Math.min(8, h / 4);
  items.push({ is: "shape", points: rounded([x + w / 2, y, x + w, y, x + w, y + h, x, y + h, x, y, x + w / 2, y], r),
    fill: faded(node.card.sheet ? colours.hull : colours.page, left), stroke: faded(picked ? colours.accent : colours.outline, left),
    width: picked ? 2.6 : node.card.sheet ? 1.2 : 0.7, node: i });
  const size = clamp(12.5 * view.scale + 1.75, 8.5, 13);
  const ink = faded(colours.ink, left);
  const many = node.card.nodes ? words("holds", { n: number(sheet.groups ? heldNow(node) : node.card.nodes) }) : "";
  const count = shortened(many, w - 10, size, false);
  const rows = Math.max(1, Math.floor((h - 12) / (size * 1.16)) - 1);
  const text = h < 15 ? [] : lines(nameOf(node), w - 10, Math.min(3, rows), size, true);
  text.forEach((line, n) => items.push({ is: "text", text: line, x: x + 6, y: y + 3 + size * (0.95 + 1.14 * n), size, bold: true,
    fill: ink, halo: null, anchor: "start" }));
  if (h > size * (text.length + 1) * 1.16 + 8) {
    items.push({ is: "text", text: count, x: x + 6, y: y + 3 + size * (0.95 + 1.14 * text.length), size, fill: faded(colours.soft, left),
      halo: null, anchor: "start" });
  }
  const under = y + 3 + size * (1.95 + 1.14 * text.length);
  if (under + size * 0.4 < y + h - 10) drawKinds(items, node, { x: x + 6, y: under, w: w - 12, size: size * 0.88 }, left);
  drawShares(items, node, { x: x + 6, y: y + h - 9, w: w - 12, h: 5 }, left);
}

// The kinds that a group has most of, with their numbers, as far as there is room.
function drawKinds(items, node, { x, y, w, size }, left) {
  const most = Object.entries(node.card.kinds).filter(([kind]) => !chosen.hideKinds.has(kind)).sort((a, b) => b[1] - a[1]);
  let from = x;
  for (const [kind, n] of most) {
    const text = number(n);
    const wide = widthOf(text, size, false);
    if (from + 14 + wide > x + w) return;
    const look = DATA.kinds[kind];
    items.push({ is: "shape", points: placed(DATA.shapes[look.shape], from + 5, y - size * 0.36, 4.2),
      fill: faded(look.fill[chosen.theme], left), stroke: faded(palette().outline, left), width: 0.8 });
    items.push({ is: "text", text, x: from + 12, y, size, fill: faded(palette().ink, left), halo: null, anchor: "start" });
    from += 21 + wide;
  }
}

// What a group holds as parts of a bar, in the colours of the legend.
function drawShares(items, node, { x, y, w, h }, left) {
  const parts = Object.entries(node.card.kinds).filter(([kind]) => !chosen.hideKinds.has(kind));
  const total = parts.reduce((sum, [, n]) => sum + n, 0);
  let from = x;
  for (const [kind, n] of parts) {
    const to = from + w * n / total;
    items.push({ is: "shape", points: [from, y, to, y, to, y + h, from, y + h], fill: faded(DATA.kinds[kind].fill[chosen.theme], left),
      stroke: faded(palette().outline, left * 0.7), width: 0.5 });
    from = to;
  }
}

function openGroup(i) {
  if (i < 0 || !nodes[i].card || !nodes[i].card.sheet) return false;
  chosen.node = -1;
  turnTo(nodes[i].card.sheet);
  return true;
}

// The way back: the sheets that the open one lies in, it itself last.
function crumbs() {
  const title = (name) => said([...DATA.meta.sheets, ...DATA.meta.below].find(([other]) => other === name)[1]);
  const way = [];
  for (let at = sheet; at.part; at = readSheet(at.part.above)) way.unshift(at.view);
  return way.map((name) => button("› " + title(name), () => turnTo(name), { class: "crumb", "data-view": name,
    "aria-pressed": String(name === sheet.view) }));
}

// How much of what there is is shown.
function shownCounts() {
  const [m, f] = sheet.total.map(number);
  const shown = [...visible.node].map((i) => nodes[i]);
  const e = number([...visible.edge].reduce((sum, k) => sum + timesOf(edges[k]), 0));
  if (sheet.groups) {
    return words("groups_shown", { g: number(shown.length), n: number(shown.reduce((sum, node) => sum + heldNow(node), 0)), m, e, f });
  }
  const n = number(shown.filter((node) => !node.card).length);
  const less = nodes.filter((node) => !node.card).length < sheet.total[0];
  if (!sheet.part) return words("shown", { n, m, e, f }) + (less && nodes.length >= 2000 ? " (" + words("most_connected") + ")" : "");
  const trimmed = sheet.part.trimmed ? "; " + words("trimmed") : "";
  return words("part_shown", { n, m, e, f, name: said(sheet.title) }) + (less ? " (" + words("most_connected") + ")" : "") + trimmed;
}

// What is known of a group.
function groupPanel(i) {
  const { card } = nodes[i];
  const inner = near[i].filter((edge) => edge.s === edge.t).reduce((sum, edge) => sum + timesOf(edge), 0);
  const opener = card.sheet ? button(words("group_open", { n: number(card.shown), m: number(card.nodes) }), () => openGroup(i),
    { class: "primary", id: "open-group" }) : null;
  return [closer(), make("p", { class: "kindline" }, words("group")), make("h2", {}, nameOf(nodes[i])),
    opener || (card.nodes ? make("p", { class: "soft" }, words("group_closed")) : null),
    card.nodes ? make("h3", {}, words("holds", { n: number(card.nodes) })) : null,
    make("ul", { class: "held" }, ...Object.entries(card.kinds).map(([kind, n]) => make("li", {},
      swatch(DATA.kinds[kind]), make("span", { class: "what" }, said(DATA.kinds[kind].plural)), make("span", { class: "count" }, number(n))))),
    inner ? make("p", {}, words("group_inside", { n: number(inner) })) : null,
    card.joined ? make("p", { class: "soft" }, words("group_joined", { n: number(card.joined) })) : null,
    sheet.groups ? make("p", { class: "soft" }, said(sheet.groups.rule)) : null,
    ...flowList(i)];
}

// Who a group, or a node beside groups, has edges to; the most first.
function flowList(i) {
  const mine = flowsNow().filter((flow) => flow.a === i || flow.b === i).reverse();
  return [make("h3", {}, words("neighbours")), make("ul", { class: "relation" }, ...mine.map((flow) => make("li", {},
    button(nameOf(nodes[flow.a === i ? flow.b : flow.a]), () => pickNode(flow.a === i ? flow.b : flow.a), { class: "neighbour" }),
    button(number(flow.n), () => pickEdge(flow.edges[0].k), { class: "source", "aria-label": words("bundle") + ": " + number(flow.n) }))))];
}

// All edges between two ends of which one is a group, by relation and direction.
function bundlePanel(edge) {
  const shown = edge.beside.filter((other) => visible.edge.has(other.k));
  const end = (i) => make("p", {}, button(nameOf(nodes[i]), () => pickNode(i), { class: "neighbour" }));
  return [closer(), make("p", { class: "kindline" }, words("bundle")),
    make("h2", {}, nameOf(nodes[edge.s]) + " – " + nameOf(nodes[edge.t])), end(edge.s), end(edge.t),
    make("ul", { class: "held" }, ...shown.map((other) => make("li", {}, strokeSample(DATA.relations[other.relation]),
      make("span", { class: "what" }, sentence(other)), make("span", { class: "count" }, number(timesOf(other))))))];
}

// Nodes in the sheets of groups, found without opening them: the sheet, and the place in it.
let everywhere = null;

function elsewhere(text) {
  const wanted = fold(text).split(" ").filter(Boolean);
  if (!at("gt-sheet-group-index") || !wanted.length) return [];
  everywhere ??= Object.entries(readSheet("group-index")).flatMap(([name, rows]) => (name === "view" ? []
    : rows.map((find, place) => ({ sheet: name, place, find }))));
  const whole = wanted.join(" ");
  const rank = (row) => (row.find === whole ? 0 : row.find.startsWith(whole) ? 1 : 2);
  return everywhere.filter((row) => row.sheet !== sheet.view && wanted.every((word) => row.find.includes(word)))
    .sort((a, b) => rank(a) - rank(b));
}

const nodeOf = (hit) => readSheet(hit.sheet).nodes[hit.place];

function goTo(hit) {
  closeHits();
  turnTo(hit.sheet);
  take(hit.place);
}

// How many nodes no search can find, because the file has only their numbers.
function absentText() {
  const { groups, total } = DATA;
  return groups && groups.held < groups.nodes ? words("hits_absent", { n: number(groups.nodes - groups.held), m: number(total[0]) }) : "";
}
