// Groups of a graph that is too large to be shown node by node: what they hold, and the sheets behind them.

const KIND_NAMES = Object.keys(DATA.kinds);
const RELATION_NAMES = Object.keys(DATA.relations);
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

// How much of what there is is shown: of the edges what is in the picture, by its account.
function shownCounts(account) {
  const [m, f] = sheet.total.map(number);
  const shown = [...visible.node].map((i) => nodes[i]);
  const e = number(account ? inPicture(account) : [...visible.edge].reduce((sum, k) => sum + timesOf(edges[k]), 0));
  if (sheet.groups) {
    return words("groups_shown", { g: number(shown.length), n: number(shown.reduce((sum, node) => sum + heldNow(node), 0)), m, e, f });
  }
  const n = number(shown.filter((node) => !node.card).length);
  const less = nodes.filter((node) => !node.card).length < sheet.total[0];
  if (!sheet.part) return words("shown", { n, m, e, f }) + (less && nodes.length >= 2000 ? " (" + words("most_connected") + ")" : "");
  const trimmed = sheet.part.trimmed ? "; " + words("trimmed") : "";
  return words("part_shown", { n, m, e, f, name: said(sheet.title) }) + (less ? " (" + words("most_connected") + ")" : "") + trimmed;
}
