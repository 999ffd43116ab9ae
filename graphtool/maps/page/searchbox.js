// The search field and its list of hits.

import { DATA } from "./data.js";
import { byId, fill, input, make } from "./dom.js";
import { graph } from "./graph.js";
import { openView } from "./navigation.js";
import { stage } from "./network.js";
import { swatch } from "./samples.js";
import { absentText, nodeOfHit, search, searchOtherViews, searchTabs } from "./search.js";
import { selectNode } from "./selection.js";
import { unhide } from "./update.js";
import { kindOf, nameOf, say, viewTitle, words } from "./words.js";

const SHOWN_HITS = 12;
/** @type {{ hits: (Hit | number)[], current: number }} */
const hitList = { hits: [], current: -1 };

export function openSearch() {
  const box = input("search");
  box.addEventListener("input", () => drawHits(search(box.value), box.value));
  box.addEventListener("blur", () => setTimeout(() => closeHits(), 150));
  box.addEventListener("keydown", (event) => {
    // A list that was closed may be of another view or year.
    if (byId("hits").hidden && box.value && /^(Arrow(Down|Up)|Enter)$/.test(event.key)) {
      drawHits(search(box.value), box.value);
    }
    const { hits, current } = hitList;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (hits.length) markHit((current + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter" && hits.length) takeHit(hits[Math.max(current, 0)]);
    else if (event.key === "Escape") { box.value = ""; closeHits(); stage.focus(); }
  });
}

/** @param {number[]} here @param {string} text */
function drawHits(here, text) {
  const others = searchOtherViews(text);
  const known = new Set(others.map((hit) => nodeOfHit(hit).id));
  const found = [...here, ...others, ...(here.length + others.length < SHOWN_HITS ? searchTabs(text, known) : [])];
  Object.assign(hitList, { hits: found.slice(0, SHOWN_HITS), current: -1 });
  byId("search").removeAttribute("aria-activedescendant");
  const list = byId("hits");
  fill(list, ...hitList.hits.map((hit, n) => make("li", { role: "option", id: "hit-" + n,
    onmousedown: (/** @type {Event} */ event) => { event.preventDefault(); takeHit(hit); } }, ...hitText(hit))));
  if (text && !found.length) {
    fill(list, make("li", { class: "soft", role: "option", "aria-disabled": "true" }, words("no_hits", { text })));
  }
  if (text && absentText()) list.append(make("li", { class: "soft" }, absentText()));
  list.hidden = !text;
  byId("search").setAttribute("aria-expanded", String(!list.hidden));
  if (text) say(words("hits", { n: found.length }));
}

/** @param {number} n */
function markHit(n) {
  hitList.current = n;
  [...byId("hits").children].forEach((item, i) => item.setAttribute("aria-selected", String(i === n)));
  byId("search").setAttribute("aria-activedescendant", "hit-" + n);
  byId("hit-" + n).scrollIntoView({ block: "nearest" });
}

function closeHits() {
  Object.assign(hitList, { hits: [], current: -1 });
  byId("hits").hidden = true;
  byId("search").removeAttribute("aria-activedescendant");
  byId("search").setAttribute("aria-expanded", "false");
}

/** A hit is a node of the open view by its position, or one of another view.
 * @param {Hit | number} hit */
const takeHit = (hit) => (typeof hit === "number" ? takeHere(hit) : takeFromOther(hit));

/** @param {Hit} hit */
function takeFromOther(hit) {
  closeHits();
  openView(hit.sheet);
  takeHere(hit.place);
}

/** A hit that is hidden is brought back first.
 * @param {number} i */
export function takeHere(i) {
  closeHits();
  unhide(i);
  selectNode(i);
}

/** @param {Hit | number} hit */
function hitText(hit) {
  const node = typeof hit === "number" ? graph.nodes[hit] : nodeOfHit(hit);
  const place = typeof hit === "number" ? "" : viewTitle(hit.sheet);
  return [swatch(DATA.kinds[node.kind]), make("span", {}, nameOf(node)),
    make("small", {}, place ? words("hit_in", { name: place }) : node.card ? words("group") : kindOf(node))];
}
