// Search: every word of the query must be in the folded names; best hits first.

function search(text) {
  const wanted = fold(text).split(" ").filter(Boolean);
  if (!wanted.length) return [];
  const whole = wanted.join(" ");
  const rank = (node) => (node.find === whole ? 0 : node.find.startsWith(whole) ? 1
    : (" " + node.find).includes(" " + whole) ? 2 : 3);
  return nodes.map((node, i) => i)
    .filter((i) => wanted.every((word) => nodes[i].find.includes(word)))
    .sort((a, b) => rank(nodes[a]) - rank(nodes[b]) || near[b].length - near[a].length || a - b);
}

const SHOWN_HITS = 12;
let hits = [];
let current = -1;

function openSearch() {
  const box = at("search");
  box.addEventListener("input", () => drawHits(search(box.value), box.value));
  box.addEventListener("blur", () => setTimeout(() => closeHits(), 150));
  box.addEventListener("keydown", (event) => {
    // A list that was closed may be of another sheet or year.
    if (at("hits").hidden && box.value && /^(Arrow(Down|Up)|Enter)$/.test(event.key)) drawHits(search(box.value), box.value);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (hits.length) mark((current + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter" && hits.length) takeHit(hits[Math.max(current, 0)]);
    else if (event.key === "Escape") { box.value = ""; closeHits(); stage.focus(); }
  });
}

function drawHits(here, text) {
  const found = [...here, ...elsewhere(text)];
  hits = found.slice(0, SHOWN_HITS);
  current = -1;
  at("search").removeAttribute("aria-activedescendant");
  const list = at("hits");
  fill(list, ...hits.map((i, n) => make("li", { role: "option", id: "hit-" + n,
    onmousedown: (event) => { event.preventDefault(); takeHit(i); } }, ...hitText(i))));
  if (text && !found.length) fill(list, make("li", { class: "soft", role: "option", "aria-disabled": "true" }, words("no_hits", { text })));
  if (text && absentText()) list.append(make("li", { class: "soft" }, absentText()));
  list.hidden = !text;
  at("search").setAttribute("aria-expanded", String(!list.hidden));
  if (text) say(words("hits", { n: found.length }));
}

function mark(n) {
  current = n;
  [...at("hits").children].forEach((item, i) => item.setAttribute("aria-selected", String(i === n)));
  at("search").setAttribute("aria-activedescendant", "hit-" + n);
  at("hit-" + n).scrollIntoView({ block: "nearest" });
}

function closeHits() {
  [hits, current] = [[], -1];
  at("hits").hidden = true;
  at("search").removeAttribute("aria-activedescendant");
  at("search").setAttribute("aria-expanded", "false");
}

// A hit is a node of this sheet by its position, or one of another sheet.
const takeHit = (hit) => (typeof hit === "number" ? take(hit) : goTo(hit));

function hitText(hit) {
  const isHere = typeof hit === "number";
  const node = isHere ? nodes[hit] : nodeOf(hit);
  const place = !isHere ? DATA.meta.below.find(([name]) => name === hit.sheet) : null;
  return [swatch(DATA.kinds[node.kind]), make("span", {}, nameOf(node)),
    make("small", {}, place ? words("hit_in", { name: said(place[1]) }) : node.card ? words("group") : kindOf(node))];
}

// A hit that is hidden is brought back first.
function take(i) {
  closeHits();
  uncover(i);
  pickNode(i);
}

function uncover(i) {
  if (visible.node.has(i)) return;
  for (const [kind] of held(nodes[i])) chosen.hideKinds.delete(kind);
  chosen.hidden.delete(i);
  chosen.moment = momentWith(nodes[i]);
  if (isLeftAlone(i)) chosen.onlyChanged = false;
  if (chosen.only && !chosen.only.has(i)) chosen.only = null;
  if (chosen.places.size && !(nodes[i].places || []).some((p) => chosen.places.has(p))) chosen.places.clear();
  changed();
}
