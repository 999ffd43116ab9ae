// Asks how far the report is, shows what is wrong in the source, and loads the report anew.

/**
 * @typedef {{column: string, text: string, is_meant: boolean}} Cell
 * @typedef {{severity: string, place: string, message: string, row: number, cells: Cell[]}} Told
 * @typedef {{number: number, stage: string, source: string, failure: string, problems: Told[],
 *   more: number, pages: boolean, stale: boolean}} State
 */

const EVERY = 400; // milliseconds between two questions
const PATIENCE = 3; // unanswered questions after which nobody is there
/** @type {Record<string, string>} */
const words = JSON.parse(document.body.dataset.words ?? "{}");

/** @param {string} key @param {Record<string, string | number>} [values] */
function said(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** @template {HTMLElement} T @param {string} id @returns {T} */
function part(id) {
  return /** @type {T} */ (document.getElementById(id));
}

/** @param {keyof HTMLElementTagNameMap} tag @param {string} text @param {string} [kind] */
function element(tag, text, kind = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

/** @param {Told} one */
function row(one) {
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  const body = table.createTBody().insertRow();
  head.append(element("th", ""));
  body.append(element("th", said("row", { n: one.row })));
  for (const cell of one.cells) {
    head.append(element("th", cell.column));
    body.append(element("td", cell.text, cell.is_meant ? "meant" : ""));
  }
  return table;
}

/** @param {State} state */
function showProblems(state) {
  const count = state.problems.length + state.more;
  const list = part("problems").querySelector("ul");
  const summary = part("problems").querySelector("summary");
  if (!list || !summary) return;
  if (count === 0) part("problems").removeAttribute("open");
  summary.textContent =
    count === 0 ? said("none") : count === 1 ? said("one") : said("many", { n: count });
  list.replaceChildren(
    ...state.problems.map((one) => {
      const item = element("li", "", one.severity);
      item.append(element("strong", said(one.severity)), ` ${one.message} `);
      item.append(element("span", one.place, "place"));
      if (one.cells.length) item.append(row(one));
      return item;
    }),
  );
  if (state.more) list.append(element("li", said("more", { n: state.more })));
}

/** Loads the report anew, at the page and the place where it was. */
function reload() {
  /** @type {HTMLIFrameElement} */
  const frame = part("report");
  const inside = frame.contentWindow;
  if (frame.hidden || !inside) {
    frame.hidden = false;
    frame.src = "report/index.html";
    return;
  }
  const height = inside.scrollY;
  frame.addEventListener("load", () => frame.contentWindow?.scrollTo(0, height), { once: true });
  inside.location.reload();
}

/** @param {State} state @param {State | null} before */
function show(state, before) {
  const names = { source: state.source };
  part("stage").textContent = said(state.stage, names);
  const stale = state.stale && state.stage === "failed" ? said("stale") : "";
  part("note").textContent = [state.failure, stale].filter(Boolean).join("\n");
  showProblems(state);
  const isNew = state.stage === "map" || state.stage === "ready";
  if (!state.pages) part("report").hidden = true;
  else if (isNew && (before === null || before.number !== state.number)) reload();
  if (state.stage === "failed" && before?.stage !== "failed") {
    part("problems").setAttribute("open", "");
  }
}

/** @type {{last: State | null, silent: number}} */
const seen = { last: null, silent: 0 };

async function ask() {
  try {
    const reply = await fetch("state");
    /** @type {State} */
    const state = await reply.json();
    if (seen.silent || seen.last?.number !== state.number) show(state, seen.last);
    seen.last = state;
    seen.silent = 0;
  } catch {
    seen.silent += 1; // a busy machine may leave one question unanswered
    if (seen.silent >= PATIENCE) part("stage").textContent = said("gone");
  }
  setTimeout(ask, EVERY);
}

addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("over");
});
addEventListener("dragleave", () => document.body.classList.remove("over"));
addEventListener("drop", async (event) => {
  event.preventDefault();
  document.body.classList.remove("over");
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  const headers = { "X-Name": encodeURIComponent(file.name) };
  const reply = await fetch("drop", { method: "POST", body: file, headers });
  if (!reply.ok) part("note").textContent = said("refused", { why: file.name });
});
void ask();
