// Right: what is known of the selected node or edge, and the sentence that each statement rests on.

// What the panel is about: it is read on where it was while that stays the same.
let panelSubject;

function drawPanel() {
  const panel = at("panel");
  if (chosen.edge >= 0) fill(panel, ...edgePanel(edges[chosen.edge]));
  else if (chosen.node >= 0) fill(panel, ...nodePanel(chosen.node));
  const subject = edges[chosen.edge] || nodes[chosen.node];
  panel.hidden = !subject;
  if (subject && subject !== panelSubject) panel.scrollTop = 0;
  panelSubject = subject;
  drawFindings();
}

const row = (key, value) => (value == null || value === "" ? [] : [make("dt", {}, key), make("dd", {}, value)]);

function validity({ valid_from: begins, valid_to: ends }) {
  return [begins && words("from", { day: begins }), ends && words("until", { day: ends })]
    .filter(Boolean).join(" ");
}

function nodePanel(i) {
  if (nodes[i].card) return groupPanel(i);
  const node = nodes[i];
  const kind = DATA.kinds[node.kind];
  const label = said(kind.label);
  const refined = node.subkind && kindOf(node) !== label ? `${label}: ${kindOf(node)}` : label;
  const names = node.names || {};
  const others = LANGUAGES.filter((l) => names[l] && names[l] !== (names[lang] || node.label));
  return [
    closer(),
    make("p", { class: "kindline" }, swatch(kind), refined),
    make("h2", {}, nameOf(node)),
    make("dl", {},
      ...others.flatMap((l) => row(words(l), names[l])),
      ...(names[lang] && names[lang] !== node.label ? row(words("name"), node.label) : []),
      ...row(words("aliases"), (node.aliases || []).join(", ")),
      ...row(words("valid"), validity(node)),
      ...row(words("note"), node.note),
      ...(sheet.sizes && node.value !== undefined && !chosen.moment ? row(said(sheet.sizes), number(node.value)) : []),
      ...row(words("grade"), gradeOf(node) ? said(DATA.grades[gradeOf(node)].label) : "")),
    changeOf(node),
    node.quote || node.document ? quoted(node) : null,
    nodeTools(i),
    ...neighbours(i),
    ...facts(node),
  ];
}

function nodeTools(i) {
  const steps = make("select", { id: "steps", "aria-label": words("steps"),
    onchange: (event) => { chosen.steps = Number(event.target.value); writeAddress(); redraw(); } },
    ...[1, 2, 3, 4].map((n) => make("option", { value: n, selected: n === chosen.steps }, words("step", { n }))));
  return make("div", { class: "actions" },
    make("label", {}, words("steps") + " ", steps),
    button(words("path_from"), () => startPath(i)),
    button(words("only"), () => { chosen.only = within(i, chosen.steps); changed(true); }),
    button(words("hide_node"), () => { chosen.hidden.add(i); clearChoice(); changed(); }),
    chosen.only || chosen.hidden.size ? button(words("expand"), () => {
      chosen.only = null; chosen.hidden.clear(); changed(true); }) : null);
}

// Neighbours under the relation as it reads from here, forwards or backwards.
function neighbours(i) {
  const byWords = new Map();
  for (const edge of visibleEdgesOf(i)) {
    const look = DATA.relations[edge.relation];
    const text = said(edge.s === i ? look.label : look.inverse);
    const key = text + "\n" + edge.relation;
    if (!byWords.has(key)) byWords.set(key, { text, look, found: [] });
    byWords.get(key).found.push(edge);
  }
  if (!byWords.size) return [make("h3", {}, words("neighbours")), make("p", { class: "soft" }, words("no_neighbours"))];
  return [make("h3", {}, words("neighbours")), ...[...byWords.values()].map(({ text, look, found }) =>
    make("section", { class: "relation" },
      make("h4", {}, strokeSample(look), `${text} (${number(found.length)})`),
      make("ul", {}, ...found.map((edge) => {
        const other = otherEnd(edge, i);
        return make("li", {},
          button(nameOf(nodes[other]), () => pickNode(other), { class: "neighbour", "data-node": nodes[other].id }),
          edge.modality === "stated" ? null : make("em", {}, said(DATA.modalities[edge.modality])),
          button("§", () => pickEdge(edge.k), { class: "source", title: words("show_evidence"),
            "aria-label": words("show_evidence") + ": " + sentence(edge) }));
      }))))];
}

const sentence = (edge) => `${nameOf(nodes[edge.s])} ${said(DATA.relations[edge.relation].label)} ${nameOf(nodes[edge.t])}`;

function edgePanel(edge) {
  if (edge.count !== undefined) return bundlePanel(edge);
  if (edge.weight) return tiePanel(edge);
  const look = DATA.relations[edge.relation];
  const end = (i) => make("p", {}, button(nameOf(nodes[i]), () => pickNode(i), { class: "neighbour" }));
  return [
    closer(),
    make("p", { class: "kindline" }, strokeSample(look), said(DATA.modalities[edge.modality])),
    make("h2", {}, sentence(edge)),
    end(edge.s), end(edge.t),
    edge.circle ? make("p", { class: "alarm" }, words("circle")) : null,
    changeOf(edge),
    make("h3", {}, `${words("evidence")} (${number(edge.assertions.length)})`),
    ...edge.assertions.map((said_) => assertion(said_)),
  ];
}

// What two parties share, and where it stands that each takes part.
function tiePanel(edge) {
  const parties = [edge.s, edge.t];
  return [
    closer(),
    make("p", { class: "kindline" }, strokeSample(DATA.relations[edge.relation]), words("tie")),
    make("h2", {}, parties.map((i) => nameOf(nodes[i])).join(" – ")),
    ...parties.map((i) => make("p", {}, button(nameOf(nodes[i]), () => pickNode(i), { class: "neighbour" }))),
    make("dl", {}, ...row(words("weight"), number(edge.weight))),
    changeOf(edge),
    make("h3", {}, `${words("shared")} (${number(edge.shared.length)})`),
    ...edge.shared.map((id) => {
      const { name, who } = sheet.activities[id];
      return make("article", { class: "assertion" },
        make("h4", {}, name || said(DATA.relations.COLLABORATES_WITH.label)),
        ...(name ? parties : parties.slice(0, 1)).map((i) => {
          const found = own(who, nodes[i].id) || {};
          const by = nameOf(nodes[i]) + (found.through ? " (" + words("through", { who: found.through }) + ")" : "");
          // That a forum takes part in itself nobody needs to say.
          if (nodes[i].id === id) return make("p", { class: "soft" }, by + ": " + words("itself"));
          return found.document || found.quote
            ? make("div", {}, name ? make("p", { class: "soft" }, by) : null, quoted(found))
            : make("p", { class: "soft" }, by + ": " + words("no_evidence"));
        }));
    }),
  ];
}

function assertion(found) {
  const money = found.amount != null ? `${number(found.amount)} ${found.currency || ""}` : "";
  const carried = found.carried_from && nodeAt.has(found.carried_from)
    ? nameOf(nodes[nodeAt.get(found.carried_from)]) : found.carried_from;
  return make("article", { class: "assertion" },
    make("dl", {},
      ...row(words("modality"), said(DATA.modalities[found.modality])),
      ...row(words("valid"), validity(found)),
      ...row(words("share"), found.share != null ? `${number(found.share * 100)} %` : ""),
      ...row(words("amount"), money),
      ...row(words("status"), found.status ? said(own(DATA.statuses, found.status)) || found.status : ""),
      ...row(words("note"), found.note)),
    carried ? make("p", { class: "soft" }, words("carried", { name: carried })) : null,
    found.document || found.quote ? quoted(found)
      : make("p", { class: "soft" }, words("no_evidence")));
}

function quoted({ quote, document: id, line }) {
  return make("figure", { class: "evidence" },
    quote ? make("blockquote", {}, "«" + quote + "»") : null,
    make("figcaption", {}, documentName(id), line ? ", " + words("line", { n: line }) : ""));
}

function documentName(id) {
  const found = own(DATA.documents, id);
  if (!found) return id || words("no_evidence");
  const title = found.title || found.file || id;
  const address = safeUrl(found.url);
  const dated = found.date ? ` (${found.date})` : "";
  return address ? make("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, title + dated)
    : make("span", {}, title + dated);
}

function facts(node) {
  const known = (node.facts || []).filter(isInForce);
  if (!known.length) return [];
  return [make("h3", {}, words("facts")), make("ul", { class: "facts" }, ...known.map((fact) =>
    make("li", {},
      make("strong", {}, (said(own(DATA.facts, fact.property)) || fact.property.replaceAll("_", " ")) + ": "),
      `${fact.value}${fact.unit ? " " + fact.unit : ""} `,
      make("span", { class: "soft" }, validity(fact)),
      fact.note ? make("p", { class: "soft" }, fact.note) : null,
      make("details", {}, make("summary", {}, words("source_of")), quoted(fact)))))];
}

function closer() {
  return button("×", () => { clearChoice(); stage.focus(); },
    { class: "close", "aria-label": words("close"), title: words("close") });
}
