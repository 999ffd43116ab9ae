// Left: what the signs mean, how many there are, and switches for each; and whose it is.

function drawLegend() {
  told = "";
  fill(at("legend"),
    make("h2", {}, words("legend")),
    changeKey(),
    switches("kinds", Object.entries(DATA.kinds), (name) => nodes.some((node) => held(node).some(([kind]) => kind === name)),
      chosen.hideKinds, (name, kind) => [swatch(kind), said(kind.plural), visible.kindCount[name] || 0]),
    switches("relations", Object.entries(DATA.relations), (name) => edges.some((e) => e.relation === name),
      chosen.hideRelations, (name, look) => [strokeSample(look), said(look.label), relationShown(name)], make("p", { class: "soft", id: "drawn" })),
    gradeKey(), tintKey(), sizeKey(),
    modalityKey(),
    placeFilter());
}

// A row with a switch for each that the sheet has, and two for all of them.
function switches(key, entries, isUsed, hidden, row, note = null) {
  const used = entries.filter(([name]) => isUsed(name));
  if (!used.length) return null;
  const list = used.map(([name, look]) => {
    const [sign, text, count] = row(name, look);
    const box = make("input", { type: "checkbox", checked: !hidden.has(name), "data-name": name,
      onchange: () => {
        if (hidden.has(name)) hidden.delete(name); else hidden.add(name);
        changed();
      } });
    return make("li", {}, make("label", {}, box, sign, make("span", { class: "what" }, text),
      make("span", { class: "count" }, number(count))));
  });
  const all = (none) => () => {
    hidden.clear();
    if (none) used.forEach(([name]) => hidden.add(name));
    changed();
  };
  return make("fieldset", { class: key }, make("legend", {}, words(key)),
    make("span", { class: "switch" }, button(words("all"), all(false), { "data-all": key }),
      button(words("none"), all(true), { "data-none": key })),
    note, make("ul", {}, ...list));
}

const swatch = (kind) => sign(kind.shape, kind.fill[chosen.theme], palette().outline);

function sign(shape, inner, rim, size = 7) {
  const svg = svgElement("svg", { width: 22, height: 18, "aria-hidden": "true" });
  svg.append(svgShape({ is: "shape", points: placed(DATA.shapes[shape], 11, 9, size), fill: inner, stroke: rim, width: 1.2 }));
  return svg;
}

function strokeSample(look, mark) {
  const svg = svgElement("svg", { width: 44, height: 18, "aria-hidden": "true" });
  const colour = palette()[look.family];
  for (const item of sampleItems(look, colour, 1, 9, 42, mark)) svg.append(svgShape(item));
  return svg;
}

function sampleItems(look, colour, x, y, end, mark) {
  const arrow = DATA.arrows[look.arrow];
  const tail = arrow.length ? -Math.min(...arrow.map(([px]) => px)) : 0;
  const items = [{ is: "line", points: [x, y, end - tail * 0.8, y], stroke: colour,
    width: look.width, dash: look.dash }];
  const hollow = Boolean(mark);
  if (arrow.length) {
    items.push({ is: "shape", points: placed(arrow, end, y, 1), fill: hollow ? palette().page : colour,
      stroke: colour, width: hollow ? 1.2 : 0 });
  }
  if (mark) {
    items.push({ is: "shape", points: placed(DATA.shapes[mark], (x + end) / 2 - 3, y, mark === "star" ? 5 : 3.8),
      fill: palette().page, stroke: colour, width: 1.3 });
  }
  return items;
}

const PLAIN = { family: "soft", width: 1.7, arrow: "triangle", dash: [] };

function modalityKey() {
  const shown = [...visible.edge].map((k) => edges[k]);
  const used = Object.keys(DATA.modalities).filter((name) => shown.some((e) => e.modality === name));
  if (!used.length || (used.length === 1 && used[0] === "stated")) return null;
  return make("section", { class: "modalities" }, make("h3", {}, words("modalities")),
    make("ul", {}, ...used.map((name) => make("li", {},
      shown.some((e) => e.weight) ? strokeSample(DATA.relations[shown[0].relation]) : strokeSample(PLAIN, DATA.marks[name]), make("span", { class: "what" }, said(DATA.modalities[name])),
      make("span", { class: "count" }, number(shown.filter((e) => e.modality === name).length))))));
}

// A key whose rows, when pressed, show on the map what they stand for.
function keyed(title, hint, rows) {
  if (!rows.length) return null;
  return make("section", { class: "keyrows" }, make("h3", {}, title), hint ? make("p", { class: "soft" }, hint) : null,
    make("ul", {}, ...rows.map(([name, mark, text, found]) => make("li", {},
      make("button", { type: "button", class: "keyrow", "data-key": name, onclick: () => showFound(found(), [], text) },
        mark, make("span", { class: "what" }, text), make("span", { class: "count" }, number(found().length)))))));
}

const nodesWhere = (test) => [...visible.node].filter((i) => test(nodes[i]));

// The grades and tints that are to be seen; a comparison has other signs beside its nodes.
const gradesShown = () => (sheet.compared ? [] : Object.entries(DATA.grades).filter(([grade]) => visible.grades[grade]));
const tinted = (tint) => nodesWhere((node) => node.tint === tint);
const tintsShown = () => Object.entries(sheet.tints).filter(([tint]) => tinted(tint).length);

function gradeKey() {
  return keyed(words("grades"), words("grades_hint"), gradesShown().map(([grade, look]) =>
    [grade, sign(look.shape, palette()[look.colour], palette()[look.colour], 5), said(look.label),
      () => nodesWhere((node) => gradeOf(node) === grade)]));
}

function tintKey() {
  return keyed(words("colours"), "", tintsShown().map(([tint, look]) =>
    [tint, sign("dot", look[chosen.theme], palette().outline), said(look.label), () => tinted(tint)]));
}

function sizeKey() {
  const size = sheet.sizes ? make("p", { class: "soft" }, words("size_is", {
    what: said(sheet.sizes) + (chosen.moment ? ` (${words("all_years")})` : "") })) : null;
  const width = edges.some((edge) => edge.weight) ? make("p", { class: "soft" }, words("width_is")) : null;
  return size || width ? make("div", {}, size, width) : null;
}

function placeFilter() {
  if (!sheet.places.length) return null;
  const order = sheet.places.map((place, p) => p).sort((a, b) => {
    const [one, other] = [sheet.places[a], sheet.places[b]];
    return one.kind.localeCompare(other.kind) || nameOf(one).localeCompare(nameOf(other), "nb", { numeric: true });
  });
  const rows = order.map((p) => make("li", {}, make("label", {},
    make("input", { type: "checkbox", checked: chosen.places.has(p), "data-place": sheet.places[p].id,
      onchange: () => {
        if (chosen.places.has(p)) chosen.places.delete(p); else chosen.places.add(p);
        changed(true);
      } }),
    swatch(DATA.kinds[sheet.places[p].kind]),
    make("span", { class: "what" }, nameOf(sheet.places[p])),
    make("span", { class: "count" }, number(nodes.filter((n) => isNow(n) && (n.places || []).includes(p)).length)))));
  return make("fieldset", { class: "places" }, make("legend", {}, words("places")),
    make("span", { class: "switch" },
      chosen.places.size ? button(words("clear"), () => { chosen.places.clear(); changed(true); }) : null),
    make("p", { class: "soft" }, words("places_hint")), make("ul", {}, ...rows));
}
