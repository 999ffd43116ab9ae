// What is shown as part of the address, so that a link opens the same picture.

function writeAddress() {
  const values = {
    node: chosen.node >= 0 ? nodes[chosen.node].id : "",
    from: chosen.way ? nodes[chosen.way.nodes[0]].id : "",
    to: chosen.way ? nodes[chosen.way.nodes.at(-1)].id : "",
    hide: [...chosen.hideKinds].sort().join(","),
    hideRel: [...chosen.hideRelations].sort().join(","),
    mun: [...chosen.places].map((p) => encodeURIComponent(nodes[p].id)).sort().join(","),
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
  const list = (text) => (text || "").split(",").filter(Boolean);
  chosen.hideKinds = new Set(list(given.hide).filter((name) => Object.hasOwn(DATA.kinds, name)));
  chosen.hideRelations = new Set(list(given.hideRel).filter((name) => Object.hasOwn(DATA.relations, name)));
  chosen.places = new Set(list(given.mun).map((id) => {
    try { return nodeAt.get(decodeURIComponent(id)); } catch { return undefined; }
  }).filter((p) => placeAt.includes(p)));
  lang = LANGUAGES.includes(given.lang) ? given.lang : DATA.meta.lang;
  chosen.theme = Object.hasOwn(DATA.colours, given.theme || "") ? given.theme : DATA.meta.theme;
  return {
    node: nodeAt.get(given.node), from: nodeAt.get(given.from), to: nodeAt.get(given.to),
  };
}

function followAddress() {
  const { node, from, to } = readAddress();
  chosen.node = chosen.edge = chosen.from = -1;
  chosen.way = null;
  relabel();
  if (from !== undefined && to !== undefined) showPath(from, to);
  else if (node !== undefined) { uncover(node); pickNode(node); }
}
