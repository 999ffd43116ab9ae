// A presentation: the steps of the story over the whole window, each with its picture.

// Place of the step that is shown (-1 while nothing is presented), and what comes back afterwards.
const presented = { at: -1, theme: DATA.meta.theme, isFull: false };
const isPresenting = () => presented.at >= 0;
const MOST_TOLD = 8;

let story = null;

function storySteps() {
  story = story || (DATA.meta.story.length ? DATA.meta.story : ownStory());
  return story;
}

// Without a story: the picture that the map opens with, then what the findings point at, or each view.
function ownStory() {
  const [[view, , purpose], ...others] = DATA.meta.sheets;
  const titles = Object.fromEntries(DATA.meta.sheets.map(([name, title]) => [name, title]));
  const told = FINDINGS.filter((finding) => aboutOf(finding).length).slice(0, MOST_TOLD).map((finding) => {
    const best = fullestView(finding);
    return { title: titles[best], text: finding.text, state: { view: best, finding: finding.key } };
  });
  const toured = others.map(([name, title, about]) => ({ title, text: about, state: { view: name } }));
  return [{ title: DATA.meta.title, text: purpose, state: { view } }, ...(told.length ? told : toured)];
}

function startPresenting(step = 0, isApplied = true) {
  if (!isPresenting()) presented.theme = chosen.theme;
  presented.at = step;
  document.documentElement.dataset.presenting = "";
  at("present").hidden = false;
  at("help").close();
  showStep(step, isApplied);
  at("present").focus();
}

// Asked for by a key or a button, or a browser does not allow it; then the window is filled.
async function fillScreen() {
  try {
    await document.documentElement.requestFullscreen();
    presented.isFull = true;
  } catch { /* the window is enough */ }
}

function present() {
  fillScreen();
  startPresenting();
}

function stopPresenting() {
  presented.at = -1;
  delete document.documentElement.dataset.presenting;
  at("present").hidden = true;
  chosen.theme = presented.theme;
  if (presented.isFull && document.fullscreenElement) document.exitFullscreen();
  presented.isFull = false;
  relabel();
  aim(false);
  stage.focus();
}

function showStep(step, isApplied = true) {
  const steps = storySteps();
  presented.at = clamp(step, 0, steps.length - 1);
  const { title, text, state } = steps[presented.at];
  if (isApplied) apply(state);
  at("panel").hidden = true;
  drawStep();
  aim();
  writeAddress();
  const place = words("step_of", { n: presented.at + 1, m: steps.length });
  say([place, said(title), said(text)].join(". "));
}

// The picture of a step; what it does not name is as it was when the map was opened.
function apply(state) {
  turnTo(state.view);
  Object.assign(chosen, { hideKinds: new Set(state.hide), hideRelations: new Set(state.hideRel), hidden: new Set(),
    only: null, ...NOTHING, steps: state.steps || 1,
    theme: state.theme || presented.theme, moment: momentOf(state.year),
    places: new Set(sheet.places.flatMap(({ id }, p) => ((state.mun || []).includes(id) ? [p] : []))) });
  at("way").hidden = true;
  network.unselectAll();
  relabel();
  const edge = state.edge && edges[edgeAt(state.edge)];
  if (state.finding) highlight(FINDINGS.find(({ key }) => key === state.finding));
  else if (state.from) showPath(nodeAt.get(state.from), nodeAt.get(state.to));
  else if (edge) pickEdge(edge.k);
  else if (state.node) pickNode(nodeAt.get(state.node));
}

function drawStep() {
  const steps = storySteps();
  const { title, text } = steps[presented.at];
  const year = sheet.stops[chosen.moment - 1];
  const turn = (by, sign_, key, isEnd) => button(sign_, () => showStep(presented.at + by),
    { "aria-label": words(key), title: words(key), "data-turn": key, disabled: isEnd });
  const focus = document.activeElement.dataset.turn;
  at("present").setAttribute("aria-label", words("presentation"));
  fill(at("present"),
    make("div", { class: "told" }, make("h1", {}, said(title)), make("p", {}, said(text))),
    make("div", { class: "turns" },
      make("p", {}, [year, `${presented.at + 1} / ${steps.length}`].filter(Boolean).join(" · ")),
      turn(-1, "‹", "previous", presented.at === 0), turn(1, "›", "next", presented.at === steps.length - 1),
      button(words("leave"), stopPresenting)));
  const again = focus && at("present").querySelector(`[data-turn="${focus}"]:not(:disabled)`);
  if (focus) (again || at("present")).focus();
}

const TURNS = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, " ": 1 };

// Whether a key was for the presentation. While evidence is read, only the page keys turn.
function presentKey(event) {
  const { key } = event;
  const isReading = at("panel").contains(document.activeElement);
  if (key === " " && document.activeElement.tagName === "BUTTON") return true;
  if (isReading && !/^(Page|Escape)/.test(key)) return true;
  if (Object.hasOwn(TURNS, key)) showStep(presented.at + TURNS[key]);
  else if (Object.hasOwn(STEP_KEYS, key)) STEP_KEYS[key]();
  else return key !== "?";
  event.preventDefault();
  return true;
}

const STEP_KEYS = {
  Home: () => showStep(0), End: () => showStep(storySteps().length - 1), Escape: stopPresenting,
  "+": () => zoom(1.25), "-": () => zoom(0.8), 0: () => aim(),
  ",": () => { stepTime(-1); drawStep(); }, ".": () => { stepTime(1); drawStep(); },
};

function openPresentation() {
  document.addEventListener("fullscreenchange", () => {
    if (isPresenting() && presented.isFull && !document.fullscreenElement) stopPresenting();
  });
}

const presentButton = () => button(words("present"), present, { id: "begin" });

// The step that an address names; alone it brings its picture along.
function followStep(step, isAlone) {
  if (step >= 1 && step <= storySteps().length) startPresenting(step - 1, isAlone);
  else if (isPresenting()) {
    presented.theme = chosen.theme;
    stopPresenting();
  }
}
