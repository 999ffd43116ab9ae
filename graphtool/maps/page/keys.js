// The whole map by keyboard.

function openKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)
      && !/^(checkbox|range)$/.test(document.activeElement.type);
    if (event.ctrlKey || event.metaKey || event.altKey || at("help").open) return;
    if (isPresenting() && presentKey(event)) return;
    if (event.key === "Escape" && !typing) return stepBack();
    if (typing) return;
    if (event.key === "/") { event.preventDefault(); at("search").focus(); }
    else if (event.key === "?") openHelp();
    else if (event.key === "t") openTables();
    else if (event.key === "f" && at("tell")) openFindings();
    else if (event.key === "p") present();
    else if (document.activeElement === stage || document.activeElement === document.body) mapKey(event);
  });
}

function mapKey(event) {
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  if (event.key in steps) {
    event.preventDefault();
    if (chosen.node >= 0) stepTo(...steps[event.key]);
    else pan(...steps[event.key]);
  } else if (event.key === "+") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fit();
  else if ((event.key === "," || event.key === ".") && sheet.stops.length) stepTime(event.key === "," ? -1 : 1);
  else if (event.key === "Enter" && openGroup(chosen.node)) stage.focus();
  else if (event.key === "Enter" && chosen.node >= 0) at("panel").focus();
  else if (event.key === "Enter") pickNode([...visible.node].sort((a, b) => near[b].length - near[a].length || a - b)[0]);
}

// The nearest visible node in that direction; sideways distance counts double.
function stepTo(dx, dy) {
  const here = nodes[chosen.node];
  let [best, least] = [-1, Infinity];
  for (const i of visible.node) {
    const [x, y] = [nodes[i].x - here.x, nodes[i].y - here.y];
    const ahead = x * dx + y * dy;
    const cost = Math.hypot(x, y) + Math.abs(x * dy - y * dx) * 2;
    if (i !== chosen.node && ahead > 1 && cost < least) [best, least] = [i, cost];
  }
  if (best >= 0) pickNode(best);
}

// One thing after the other: the path, then the choice and the findings.
function stepBack() {
  if (chosen.way || chosen.from >= 0) return dropPath();
  if (findingsOpen && !emphasis()) openFindings(false);
  clearChoice();
  stage.focus();
}

function openHelp() {
  const line = (keys, key) => [make("dt", {}, ...keys.map((k) => make("kbd", {}, k))), make("dd", {}, words(key))];
  fill(at("help"), make("h2", {}, words("keys")),
    make("dl", {}, ...line(["/"], "key_search"), ...line(["←", "→", "↑", "↓"], "key_move"),
      ...line(["+", "−", "0"], "key_zoom"),
      ...(sheet.stops.length ? line([",", "."], "key_years") : []), ...line(["Enter"], "key_enter"),
      ...(tellButton() ? line(["f"], "findings") : []), ...line(["p"], "key_present"),
      ...line(["t"], "key_tables"), ...line(["Esc"], "key_escape")),
    whyText(), ...DATA.meta.notes.map((note) => make("p", {}, said(note))),
    button(words("close"), () => at("help").close(), { class: "primary" }));
  at("help").showModal();
}

function openTables() {
  drawTables();
  at("tables").scrollIntoView();
  at("tables").focus();
}
