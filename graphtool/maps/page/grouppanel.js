// Right, where groups are shown: what is known of a group, and of the edges that a line stands for.

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
