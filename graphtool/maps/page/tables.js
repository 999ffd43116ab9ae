// Everything on the map as tables, for those who read rather than look.

function drawTables() {
  const head = (...keys) => make("thead", {}, make("tr", {}, ...keys.map((key) => make("th", { scope: "col" }, words(key)))));
  const nodeRows = [...visible.node].map((i) => make("tr", {},
    make("th", { scope: "row" }, button(nameOf(nodes[i]), () => fromTable(() => pickNode(i)), { class: "neighbour" })),
    make("td", {}, kindOf(nodes[i])), make("td", {}, validity(nodes[i])),
    make("td", {}, nodes[i].quote || ""), make("td", {}, sourceText(nodes[i])), ...changeCell(nodes[i])));
  const edgeRows = [...visible.edge].map((k) => {
    const edge = edges[k];
    const quotes = edge.assertions.filter((found) => found.quote);
    // A tie has no assertion of its own: what the two share stands in its place.
    const first = quotes.find((found) => found.modality === edge.modality) || quotes[0] || edge.assertions[0]
      || { quote: (edge.shared || []).map((id) => sheet.activities[id].name).filter(Boolean).join("; ") };
    return make("tr", {}, make("td", {}, nameOf(nodes[edge.s])),
      make("td", {}, button(said(DATA.relations[edge.relation].label), () => fromTable(() => pickEdge(k)), { class: "neighbour" })),
      make("td", {}, nameOf(nodes[edge.t])), make("td", {}, edge.count === undefined ? said(DATA.modalities[edge.modality]) : number(timesOf(edge)) + " ×"),
      make("td", {}, first.quote || ""), make("td", {}, sourceText(first)), ...changeCell(edge));
  });
  const used = Object.entries(DATA.documents);
  const since = sheet.compared ? ["changes"] : [];
  fill(at("tables"),
    ...DATA.meta.notes.length ? [make("h2", {}, words("notes")), ...DATA.meta.notes.map((note) => make("p", {}, said(note)))] : [],
    make("h2", {}, `${words("table_nodes")} (${number(visible.node.size)})`),
    make("table", { id: "node-table" }, head("name", "kind", "valid", "quote", "source_of", ...since), make("tbody", {}, ...nodeRows)),
    make("h2", {}, `${words("table_relations")} (${number(visible.edge.size)})`),
    make("table", { id: "relation-table" }, head("from_node", "relation", "to_node", "modality", "quote", "source_of", ...since),
      make("tbody", {}, ...edgeRows)),
    ...used.length ? [make("h2", {}, words("documents")), make("ul", {}, ...used.map(([id]) => make("li", {}, documentName(id))))] : []);
}

function sourceText({ document: id, line }) {
  const found = own(DATA.documents, id);
  return id ? `${(found && found.title) || id}${line ? ", " + words("line", { n: line }) : ""}` : "";
}

function fromTable(pick) {
  scrollTo(0, 0);
  pick();
  stage.focus();
}

let tablesDue = 0;

// Tables are many elements: they are drawn when the page has nothing more urgent to do.
function tablesLater() {
  clearTimeout(tablesDue);
  tablesDue = setTimeout(drawTables, 60);
}
