// The slider: which moment is shown, what then holds of each edge, and what came and went.

// What is valid in all of time holds in a year where it has begun and is not over on its last day.
function isInForce({ valid_from: begins = "", valid_to: ends = "", when }) {
  if (when) return isNow({ when });
  const year = sheet.stops[chosen.moment - 1];
  if (!year) return true;
  return begins.slice(0, 4) <= year && !(ends && ends < (year + "-12-31").slice(0, ends.length));
}

let settled = { edges: null, moment: 0 };

// Gives edges the assertions, the modality and the weight that they have at the moment.
function settle() {
  if (settled.edges === edges && settled.moment === chosen.moment) return;
  settled = { edges, moment: chosen.moment };
  if (!sheet.stops.length) return;
  for (const edge of edges) {
    edge.ever = edge.ever || { assertions: edge.assertions, modality: edge.modality };
    edge.assertions = edge.ever.assertions.filter(isInForce);
    // No source says of a successor what it has from its predecessor.
    const said_ = edge.assertions.map((one) => (one.carried_from ? "derived" : one.modality));
    edge.modality = Object.keys(DATA.modalities).find((name) => said_.includes(name)) || edge.ever.modality;
    const stretch = (edge.over || []).find(([first, last]) => first <= chosen.moment && chosen.moment <= last);
    if (stretch) Object.assign(edge, { weight: undefined, shared: undefined, circle: undefined }, stretch[2]);
  }
}

function yearText() {
  const year = sheet.stops[chosen.moment - 1];
  return year ? words(year > String(new Date().getFullYear()) ? "planned_for" : "at_end_of", { year }) : "";
}

// The moment of a year: its own stop, or the last one before it.
const momentOf = (year) => (/^\d{4}$/.test(year || "") && sheet.stops.length
  ? Math.max(1, sheet.stops.filter((stop) => stop <= year).length) : 0);

// The moment at which a node is to be seen: the one that is shown, else all of time, else its own first.
const momentWith = (node) => (isNow(node) ? chosen.moment : node.when.some(([first]) => first === 0) ? 0 : node.when[0][0]);

// What is new and what is gone since the moment that was shown before.
let passage = { moment: -1, text: "" };

const counted = (n, key) => (n ? [words(key, { n: number(n) })] : []);

function passed(before, now) {
  const come = [...now].filter((x) => !before.has(x)).length;
  const gone = [...before].filter((x) => !now.has(x)).length;
  return [...counted(come, "n_added"), ...counted(gone, "n_removed")].join(", ");
}

// To another moment: nothing moves but what is merged, which flows to where it went.
function turnTime(moment) {
  const next = clamp(moment, 0, sheet.stops.length);
  if (next === chosen.moment) return;
  const [before, edgesBefore] = [new Set(visible.node), new Set(visible.edge)];
  chosen.moment = next;
  chosen.found = null;
  changed();
  const parts = [[passed(before, visible.node), "of_nodes"], [passed(edgesBefore, visible.edge), "of_relations"]]
    .flatMap(([text, key]) => (text ? [words(key, { what: text })] : []));
  passage = { moment: next, text: parts.join(" · ") || words("no_change") };
  showTime();
  say((chosen.moment ? sheet.stops[chosen.moment - 1] : words("all_years")) + ": " + passage.text);
  startFlow(before);
}

const PACE = 1800;
let playing = 0;

// Walks through the years from where it stands, from the first where it stands at the end.
function play() {
  if (playing) return stopPlaying();
  playing = setInterval(() => {
    turnTime(chosen.moment + 1);
    if (chosen.moment >= sheet.stops.length) stopPlaying();
  }, PACE);
  turnTime(chosen.moment && chosen.moment < sheet.stops.length ? chosen.moment + 1 : 1);
  showTime();
}

function stopPlaying() {
  clearInterval(playing);
  playing = 0;
  showTime();
}

function stepTime(by) {
  if (playing) stopPlaying();
  turnTime(chosen.moment + by);
}

// The slider of the sheet that is open; hidden where its data has no dates.
function drawTime() {
  passage = { moment: -1, text: "" };
  if (playing) stopPlaying();
  at("time").hidden = !sheet.stops.length;
  if (!sheet.stops.length) return fill(at("time"));
  at("time").setAttribute("aria-label", words("time"));
  fill(at("time"),
    make("button", { type: "button", id: "play", onclick: play }),
    make("label", { for: "years" }, words("year")),
    make("input", { id: "years", type: "range", min: 0, max: sheet.stops.length, step: 1,
      oninput: (event) => { if (playing) stopPlaying(); turnTime(Number(event.target.value)); } }),
    make("strong", { id: "year" }), make("span", { id: "passage", class: "soft" }));
  showTime();
}

const PLAYING = { true: [[-5, -6, -1.5, -6, -1.5, 6, -5, 6], [1.5, -6, 5, -6, 5, 6, 1.5, 6]], false: [[-4, -6, 6, 0, -4, 6]] };

function showTime() {
  if (!at("years")) return;
  const text = chosen.moment ? sheet.stops[chosen.moment - 1] : words("all_years");
  at("years").value = chosen.moment;
  at("years").setAttribute("aria-valuetext", text);
  at("year").textContent = text;
  at("year").className = chosen.moment ? "digits" : "";
  at("passage").textContent = at("passage").title = passage.moment === chosen.moment ? passage.text : "";
  const key = words(playing ? "pause" : "play");
  at("play").setAttribute("aria-label", key);
  at("play").title = key;
  const svg = svgElement("svg", { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" });
  for (const points of PLAYING[Boolean(playing)]) {
    svg.append(svgShape({ is: "shape", points, fill: palette().ink, stroke: palette().ink, width: 1 }));
  }
  fill(at("play"), svg);
}
