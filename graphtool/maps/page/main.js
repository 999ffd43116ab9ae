// Choices, what follows from them, and what checks in a browser may call.

function pickNode(i) {
  if (i === undefined || i < 0) return;
  if (chosen.from >= 0 && chosen.from !== i) return showPath(chosen.from, i);
  chosen.node = i;
  chosen.edge = -1;
  chosen.way = chosen.found = null;
  at("way").hidden = chosen.from < 0;
  network.selectNodes([nodes[i].id]);
  drawPanel();
  reveal(i);
  writeAddress();
  say(words("selected", { name: nameOf(nodes[i]) }));
  redraw();
}

function pickEdge(k) {
  chosen.edge = k;
  chosen.node = -1;
  chosen.way = chosen.found = null;
  at("way").hidden = true;
  network.unselectAll();
  drawPanel();
  writeAddress();
  say(words("selected", { name: sentence(edges[k]) }));
  redraw();
}

function clearChoice() {
  chosen.node = chosen.edge = -1;
  chosen.way = chosen.found = null;
  chosen.from = -1;
  at("way").hidden = true;
  network.unselectAll();
  drawPanel();
  writeAddress();
  redraw();
}

let foundCount = 0;

// Nodes (and edges, by position) that stand out together; what the legend and the findings point at.
function showFound(which, lines_, text, finding = "") {
  foundCount++;
  chosen.node = chosen.edge = chosen.from = -1;
  chosen.way = null;
  chosen.found = { nodes: new Set(which), edges: new Set(lines_), finding };
  at("way").hidden = true;
  network.unselectAll();
  drawPanel();
  writeAddress();
  say(words("found", { n: which.length, text }));
  redraw();
}

function shownText(whole = true) {
  const parts = [shownCounts()];
  if (DATA.meta.asOf) parts.push(words("as_of", { day: DATA.meta.asOf }));
  parts.push(...[yearText()].filter(Boolean), ...(whole ? changeText() : []));
  return parts.join(" · ");
}

// After anything that decides what is visible.
function changed(refit = false) {
  const focus = document.activeElement && document.activeElement.dataset
    ? { ...document.activeElement.dataset } : {};
  recount();
  if (chosen.node >= 0 && !visible.node.has(chosen.node)) chosen.node = -1;
  if (chosen.edge >= 0 && !visible.edge.has(chosen.edge)) chosen.edge = -1;
  if (chosen.way && !chosen.way.edges.every((k) => visible.edge.has(k))) dropPath();
  drawLegend();
  for (const [key, value] of Object.entries(focus)) {
    const again = at("legend").querySelector(`[data-${key}="${CSS.escape(value)}"]`);
    if (again) again.focus();
  }
  drawPanel();
  at("shown").textContent = at("shown").title = shownText(false);
  at("since").textContent = at("since").title = changeText().join();
  at("empty").hidden = visible.node.size > 0;
  fill(at("empty"), words("nothing"), button(words("clear"), resetAll));
  if (refit) fit();
  tablesLater();
  showTime();
  writeAddress();
  redraw();
}

function resetAll() {
  chosen.hideKinds.clear();
  chosen.hideRelations.clear();
  chosen.places.clear();
  chosen.hidden.clear();
  chosen.only = null;
  chosen.onlyChanged = false;
  changed(true);
}

// After a change of language or theme, and at the start.
function relabel() {
  document.documentElement.lang = lang;
  document.documentElement.dataset.theme = chosen.theme;
  document.title = said(DATA.meta.title);
  at("title").textContent = said(DATA.meta.title);
  drawTabs();
  at("search").placeholder = words("search") + " ( / )";
  at("search").setAttribute("aria-label", words("search"));
  at("legend").setAttribute("aria-label", words("legend"));
  stage.setAttribute("aria-label", words("map"));
  at("tables").setAttribute("aria-label", words("tables"));
  at("panel").setAttribute("aria-label", words("evidence"));
  drawHint();
  drawTools();
  tellWay();
  drawTime();
  changed();
}

// One tab a view; the open one says what it answers.
function drawTabs() {
  at("views").hidden = DATA.meta.sheets.length < 2 && !sheet.part;
  at("views").setAttribute("aria-label", words("views"));
  fill(at("views"), ...DATA.meta.sheets.map(([name, title, purpose]) => button(said(title), () => {
    turnTo(name);
    at("views").querySelector(`[data-view="${name}"]`).focus();
  }, { "data-view": name, title: said(purpose), "aria-pressed": String(name === sheet.view) })), ...crumbs());
}

function drawTools() {
  const pick = (key, values, now, set) => make("select", { id: key, "aria-label": words(key),
    onchange: (event) => { set(event.target.value); relabel(); at(key).focus(); } },
    ...values.map(([value, text]) => make("option", { value, selected: value === now }, text)));
  fill(at("tools"), tellButton(), presentButton(),
    button(words("copy"), copyImage, { id: "copy" }), button("PNG", savePng, { id: "png" }),
    button("SVG", saveSvg, { id: "svg" }), button(words("print"), () => print(), { id: "print" }),
    button(words("tables"), openTables), button("?", openHelp, { "aria-label": words("help"), title: words("help") }),
    pick("theme", Object.keys(DATA.colours).map((name) => [name, words(name)]), chosen.theme,
      (value) => { chosen.theme = value; }),
    pick("language", [["nb", "Bokmål"], ["nn", "Nynorsk"], ["en", "English"]], lang, (value) => { lang = value; }));
  fill(at("zoom"), button("+", () => zoom(1.25), { "aria-label": words("zoom_in"), title: words("zoom_in") }),
    button("−", () => zoom(0.8), { "aria-label": words("zoom_out"), title: words("zoom_out") }),
    button(words("fit"), () => fit(), { id: "fit" }));
}

const tripleOf = (edge) => [nodes[edge.s].id, nodes[edge.t].id, edge.relation];
// The place of the edge between these ids, or -1; a derived one may be named from either end.
function edgeAt([source, target, relation]) {
  const [s, t] = [nodeAt.get(source), nodeAt.get(target)];
  return edges.findIndex((edge) => edge.relation === relation
    && ((edge.s === s && edge.t === t) || (edge.weight && edge.s === t && edge.t === s)));
}

const idsOf = (found) => found.map((i) => nodes[i].id);

window.graphtool = {
  ready: false,
  state: () => ({
    visibleNodes: visible.node.size, visibleEdges: visible.edge.size,
    selected: chosen.node >= 0 ? nodes[chosen.node].id : null,
    selectedEdge: chosen.edge >= 0 ? tripleOf(edges[chosen.edge]) : null,
    path: chosen.way ? idsOf(chosen.way.nodes) : null,
    step: isPresenting() ? presented.at + 1 : null, finding: (chosen.found && chosen.found.finding) || null, lang, theme: chosen.theme, firstDraw, scale: network.getScale(),
    overview: isOverview(network.getScale()), view: sheet.view, year: sheet.stops[chosen.moment - 1] || null,
    flowing: flow ? flow.ways.length : 0,
  }),
  select: (id) => { if (nodeAt.has(id)) take(nodeAt.get(id)); return chosen.node >= 0 && nodes[chosen.node].id === id; },
  path: (a, b) => {
    const way = nodeAt.has(a) && nodeAt.has(b) ? showPath(nodeAt.get(a), nodeAt.get(b)) : null;
    return way ? idsOf(way.nodes) : null;
  },
  search: (text) => idsOf(search(text)),
  elsewhere: (text) => elsewhere(text).map((hit) => [hit.sheet, nodeOf(hit).id]),
  open: (id) => openGroup(nodeAt.has(id) ? nodeAt.get(id) : -1),
  dom: (id) => {
    const node = nodes[nodeAt.get(id)];
    if (!node) return null;
    const now = currentView();
    const frame = stage.getBoundingClientRect();
    return { x: frame.left + node.x * now.scale + now.x, y: frame.top + node.y * now.scale + now.y };
  },
  fold, fit: () => fit(false), png: pngBlob, svg: svgText_,
  labels: () => view.boxes.map(({ i, x, y, w, h }) => ({ id: nodes[i].id, x, y, w, h })),
  network: null,
};

layOut(DATA.view);
recount();
openCanvas();
window.graphtool.network = network;
openSearch();
openKeys();
openPresentation();
followAddress();
offerFindings();
aim(false);
window.addEventListener("hashchange", followAddress);
window.addEventListener("beforeprint", preparePrint);
requestAnimationFrame(() => requestAnimationFrame(() => { window.graphtool.ready = true; }));
