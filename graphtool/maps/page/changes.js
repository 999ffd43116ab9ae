// What became of nodes and edges since the version that the map is compared with.

const COUNTED = { added: "n_added", removed: "n_removed", changed: "n_changed" };

const changesOf = (change) => ({
  nodes: [...visible.node].filter((i) => nodes[i].change === change),
  edges: [...visible.edge].filter((k) => edges[k].change === change),
});

// Whether only what changed is to be seen, and a node is neither that nor at the end of a changed edge.
const isLeftAlone = (i) => chosen.onlyChanged && !nodes[i].change && !near[i].some((edge) => edge.change);

// Signs and counts; a row that is pressed shows its nodes and edges on the map.
function changeKey() {
  if (!sheet.compared) return null;
  const rows = Object.entries(DATA.changes).map(([change, look]) => {
    const { nodes: ends, edges: lines_ } = changesOf(change);
    return make("li", {}, make("button", { type: "button", class: "keyrow", "data-key": change,
      onclick: () => showFound(ends, lines_, said(look.label)) },
      sign(look.shape, palette()[look.colour], palette()[look.colour], 5), changeSample(change),
      make("span", { class: "what" }, said(look.label)),
      make("span", { class: "count" }, words("nodes_and_edges", { n: number(ends.length), e: number(lines_.length) }))));
  });
  return make("section", { class: "keyrows", id: "changes" }, make("h3", {}, words("changes_since", { name: said(DATA.meta.before) })),
    make("p", { class: "soft" }, words("nodes_and_edges_hint")),
    make("ul", {}, ...rows,
      make("li", {}, make("label", {}, make("input", { type: "checkbox", checked: Boolean(chosen.onlyChanged),
        "data-only": "changed", onchange: () => { chosen.onlyChanged = !chosen.onlyChanged; changed(); } }),
      make("span", { class: "what" }, words("only_changed"))))));
}

function changeSample(change) {
  const svg = svgElement("svg", { width: 34, height: 18, "aria-hidden": "true" });
  for (const item of changeItems(change, 1, 9, 32)) svg.append(svgShape(item));
  return svg;
}

// Edges that are gone are dotted and pale, whatever their relation.
const GONE = [1.5, 3.5];

// "2 nye, 1 borte": what is visible of what changed.
function changeText() {
  if (!sheet.compared) return [];
  const parts = [["nodes", "of_nodes"], ["edges", "of_relations"]].flatMap(([which, key]) => {
    const text = Object.keys(DATA.changes).flatMap((change) => counted(changesOf(change)[which].length, COUNTED[change])).join(", ");
    return text ? [words(key, { what: text })] : [];
  });
  const name = said(DATA.meta.before);
  return [words("since", { name, what: parts.join(" · ") || words("no_change") })];
}

// The rows of what changed in one node or edge, in words.
function changeOf(record) {
  if (!record.change) return null;
  return make("section", { class: "change" },
    make("p", {}, make("strong", {}, words("since", { name: said(DATA.meta.before), what: said(DATA.changes[record.change].label) }))),
    ...(record.was || []).map(changeRow));
}

function changeRow([field, before, after, property]) {
  if (field === "assertion") {
    return make("div", {}, make("p", {}, words(before ? "assertion_gone" : "assertion_new")), assertion(before || after));
  }
  const name = field === "fact" ? said(own(DATA.facts, property)) || property.replaceAll("_", " ")
    : words("field_" + field);
  return make("p", {}, name.replace(/^./u, (c) => c.toUpperCase()) + ": ",
    make("del", {}, changedValue(field, before)), " → ", make("ins", {}, changedValue(field, after)));
}

function changedValue(field, value) {
  if (value == null || value === "") return words("nothing_there");
  if (Array.isArray(value)) return said(value);
  if (field === "kind") return said(DATA.kinds[value].label);
  if (field === "modality") return said(DATA.modalities[value]);
  if (field === "status") return said(own(DATA.statuses, value)) || value;
  if (field === "share") return number(value * 100) + " %";
  if (field === "document") return documentName(value);
  if (field === "circle") return words("yes");
  return typeof value === "number" ? number(value) : value;
}

const changeCell = (record) => (sheet.compared
  ? [make("td", {}, record.change ? said(DATA.changes[record.change].label) : "")] : []);

// The same key for a sheet of paper: heading, and rows of a sign, a text and a count.
function changeRows() {
  if (!sheet.compared) return [];
  return [[words("changes_since", { name: said(DATA.meta.before) }), Object.entries(DATA.changes).map(([change, look]) => {
    const { nodes: ends, edges: lines_ } = changesOf(change);
    return [(x, y) => changeItems(change, x, y, x + 44), said(look.label),
      words("nodes_and_edges", { n: number(ends.length), e: number(lines_.length) })];
  })]];
}

function changeItems(change, x, y, end) {
  const look = { ...PLAIN, family: DATA.changes[change].colour, dash: change === "removed" ? GONE : [] };
  return sampleItems(look, palette()[look.family], x, y, end, DATA.changes[change].shape);
}
