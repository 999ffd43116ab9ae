// The page is opened here; `window.graphtool` is what checks in a browser may call.

const idsOf = (found) => found.map((i) => nodes[i].id);

window.graphtool = {
  ready: false,
  state: () => ({
    visibleNodes: visible.node.size, visibleEdges: visible.edge.size,
    selected: chosen.node >= 0 ? nodes[chosen.node].id : null,
    selectedEdge: chosen.edge >= 0 ? tripleOf(edges[chosen.edge]) : null,
    path: chosen.way ? idsOf(chosen.way.nodes) : null,
    step: isPresenting() ? presented.at + 1 : null, finding: (chosen.found && chosen.found.finding) || null,
    lang, theme: chosen.theme, firstDraw, scale: network.getScale(),
    overview: isOverview(network.getScale()), view: sheet.view, year: sheet.stops[chosen.moment - 1] || null,
    flowing: flow ? flow.ways.length : 0, drawn: view.account,
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
  fold, fit: () => fit(false), png: pngBlob, svg: svgFile,
  painted: () => ({ ...painted, edges: [...painted.edges] }),
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
