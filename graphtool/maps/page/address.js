// What is shown as part of the address, so that a link opens the same picture.

function writeAddress() {
  const values = {
    node: chosen.node >= 0 ? nodes[chosen.node].id : "",
    from: chosen.way ? nodes[chosen.way.nodes[0]].id : "",
    to: chosen.way ? nodes[chosen.way.nodes.at(-1)].id : "",
    hide: [...chosen.hideKinds].sort().join(","),
    hideRel: [...chosen.hideRelations].sort().join(","),
    mun: [...chosen.places].map((p) => encodeURIComponent(sheet.places[p].id)).sort().join(","),
    view: sheet.view === DATA.view ? "" : sheet.view,
    year: chosen.moment ? sheet.stops[chosen.moment - 1] : "",
    changed: chosen.onlyChanged ? "1" : "",
    edge: chosen.edge >= 0 ? tripleOf(edges[chosen.edge]).map(encodeURIComponent).join(",") : "",
    steps: chosen.node >= 0 && chosen.steps > 1 ? String(chosen.steps) : "",
    finding: (chosen.found && chosen.found.finding) || "",
    step: isPresenting() ? String(presented.at + 1) : "",
    lang: lang === DATA.meta.lang ? "" : lang,
    theme: chosen.theme === DATA.meta.theme ? "" : chosen.theme,
  };
  const given = Object.entries(values).filter(([, value]) => value);
  const hash = given.map(([key, value]) => key + "=" + encodeURIComponent(value)).join("&");
  if (hash === location.hash.slice(1)) return;
  history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
}

function readAddress() {
  const given = Object.create(null);
  for (const part of location.hash.slice(1).split("&")) {
    const [key, value = ""] = part.split("=");
    try { given[key] = decodeURIComponent(value); } catch { /* no text: as if it were not there */ }
  }
  openSheet(sheetNames.includes(given.view) ? given.view : DATA.view);
  Object.assign(chosen, NOTHING, { hidden: new Set(), only: null, hover: -1 });
  const list = (text) => (text || "").split(",").filter(Boolean);
  chosen.hideKinds = new Set(list(given.hide).filter((name) => Object.hasOwn(DATA.kinds, name)));
  chosen.hideRelations = new Set(list(given.hideRel).filter((name) => Object.hasOwn(DATA.relations, name)));
  const decoded = (text) => list(text).map((id) => {
    try { return decodeURIComponent(id); } catch { return ""; }
  });
  const ids = decoded(given.mun);
  chosen.places = new Set(sheet.places.flatMap(({ id }, p) => (ids.includes(id) ? [p] : [])));
  chosen.moment = momentOf(given.year);
  chosen.steps = /^[1-4]$/.test(given.steps || "") ? Number(given.steps) : 1;
  chosen.onlyChanged = given.changed === "1" && Boolean(sheet.compared);
  lang = LANGUAGES.includes(given.lang) ? given.lang : DATA.meta.lang;
  chosen.theme = Object.hasOwn(DATA.colours, given.theme || "") ? given.theme : DATA.meta.theme;
  return {
    node: nodeAt.get(given.node), from: nodeAt.get(given.from), to: nodeAt.get(given.to),
    edge: edgeAt(decoded(given.edge)),
    finding: given.finding, step: /^\d{1,4}$/.test(given.step || "") ? Number(given.step) : 0,
    isPicture: Object.keys(given).some((key) => !["step", "lang", "theme", ""].includes(key)),
  };
}

function followAddress() {
  const before = sheet;
  const { node, from, to, edge, finding, step, isPicture } = readAddress();
  at("way").hidden = true;
  relabel();
  if (before !== sheet) fit(false);
  if (from !== undefined && to !== undefined) showPath(from, to);
  else if (node !== undefined) { uncover(node); pickNode(node); }
  else if (edge >= 0 && visible.edge.has(edge)) pickEdge(edge);
  else if (finding) followFinding(finding);
  followStep(step, !isPicture);
}
