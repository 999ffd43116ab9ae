// Right: what the data say of themselves, in sentences that point at the map.

const FINDINGS = DATA.meta.findings || [];
let findingsOpen = false;

// What a finding is about: its nodes, else the ends of its edges.
function aboutOf(finding) {
  const ends = finding.edges.flatMap(([source, target]) => [source, target]);
  return finding.nodes.length ? finding.nodes : [...new Set(ends)];
}

// How much of a finding a view shows, and the first of the views that show most of it.
const shownIn = (finding, name) => own(finding.shown, name) || 0;
const fullestView = (finding) => sheetNames.reduce((best, name) => (shownIn(finding, name) > shownIn(finding, best) ? name : best));

// The open view where none shows more of a finding.
function viewOf(finding) {
  const fullest = fullestView(finding);
  return shownIn(finding, sheet.view) === shownIn(finding, fullest) ? sheet.view : fullest;
}

function pickFinding(key, isAnimated = true) {
  const finding = FINDINGS.find((one) => one.key === key);
  if (!finding || !aboutOf(finding).length) return;
  turnTo(viewOf(finding));
  highlight(finding);
  aim(isAnimated);
}

// From an address: in the view that it names, with its words beside it.
function followFinding(key) {
  const finding = FINDINGS.find((one) => one.key === key);
  if (!finding) return;
  findingsOpen = stage.clientWidth > 700;
  highlight(finding);
}

// What the open view shows of a finding stands out.
function highlight(finding) {
  if (!aboutOf(finding).length) return;
  const triples = new Set(finding.edges.map((edge) => JSON.stringify(edge)));
  const lines_ = [...visible.edge].filter((k) => triples.has(JSON.stringify(tripleOf(edges[k]))));
  const ends = lines_.flatMap((k) => [edges[k].s, edges[k].t]);
  const about = aboutOf(finding).map((id) => nodeAt.get(id)).filter((i) => visible.node.has(i));
  showFound([...new Set([...about, ...ends])], lines_, said(finding.text), finding.key);
  say([said(finding.text), shownOf(finding)].filter(Boolean).join(" "));
}

// How much of a finding the map shows as it is now; "" where it is all there.
function shownOf(finding) {
  const about = aboutOf(finding);
  const n = about.filter((id) => nodeAt.has(id) && visible.node.has(nodeAt.get(id))).length;
  return n === about.length ? "" : words("finding_part", { n: number(n), m: number(about.length) });
}

// Drawn again with the evidence, which lies in the same place and goes first.
function drawFindings() {
  const panel = at("findings");
  panel.hidden = !findingsOpen || !at("panel").hidden || isPresenting();
  if (panel.hidden) return;
  const focus = document.activeElement.dataset.finding;
  panel.setAttribute("aria-label", words("findings"));
  fill(panel,
    button("×", () => openFindings(false), { class: "close", "aria-label": words("close"), title: words("close") }),
    make("h2", {}, words("findings")),
    whyText(),
    make("p", { class: "soft" }, DATA.meta.asOf ? words("findings_day", { day: DATA.meta.asOf }) : words("findings_whole")),
    make("p", { class: "soft" }, words(DATA.meta.findings ? "findings_hint" : "findings_large")),
    make("ul", {}, ...FINDINGS.map((finding) => make("li", {}, ...findingRow(finding)))));
  const again = focus && panel.querySelector(`[data-finding="${CSS.escape(focus)}"]`);
  if (again) again.focus();
}

function findingRow(finding) {
  if (!aboutOf(finding).length) return [make("p", { class: "finding" }, said(finding.text))];
  const isPressed = Boolean(chosen.found) && chosen.found.finding === finding.key;
  const part = isPressed ? shownOf(finding) : "";
  return [
    button(said(finding.text), () => (isPressed ? clearChoice() : pickFinding(finding.key)),
      { class: "finding", "data-finding": finding.key, "aria-pressed": String(isPressed) }),
    part ? make("p", { class: "soft" }, part) : null,
  ];
}

// Why the map opens in the view that it does, where nobody asked for it.
function whyText() {
  const [, title] = DATA.meta.sheets[0];
  return DATA.meta.why ? make("p", { class: "soft" }, words("why", { view: said(title), text: said(DATA.meta.why) })) : null;
}

function openFindings(isOpen = !findingsOpen) {
  findingsOpen = isOpen;
  if (isOpen && !at("panel").hidden) clearChoice();
  drawFindings();
  at("tell").setAttribute("aria-expanded", String(findingsOpen));
  if (!chosen.touched) aim();
  (isOpen ? at("findings") : at("tell")).focus();
}

// Beside a map that is hardly smaller for it the findings stand open from the start.
function offerFindings() {
  const box = visibleBox();
  findingsOpen = findingsOpen || (FINDINGS.length > 0 && stage.clientWidth >= 1000
    && scaleFor(box, 1.25, PANEL) >= 0.9 * scaleFor(box, 1.25, 0));
  drawFindings();
  if (findingsOpen) at("tell").setAttribute("aria-expanded", "true");
}

const PANEL = 350;

const tellButton = () => (FINDINGS.length || !DATA.meta.findings
  ? button(`${words("findings")} (${number(FINDINGS.length)})`, () => openFindings(),
    { id: "tell", "aria-expanded": String(findingsOpen), "aria-controls": "findings" }) : null);
