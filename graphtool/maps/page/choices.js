// Choices, and what follows from them.

// One thing is chosen, or nothing; what was chosen before is no longer.
function choose(fields = {}) {
  Object.assign(chosen, NOTHING, fields);
  at("way").hidden = chosen.from < 0;
  if (chosen.node >= 0) network.selectNodes([nodes[chosen.node].id]);
  else network.unselectAll();
  drawPanel();
  writeAddress();
  redraw();
}

const clearChoice = () => choose();

function pickNode(i) {
  if (i === undefined || i < 0) return;
  if (chosen.from >= 0 && chosen.from !== i) return showPath(chosen.from, i);
  choose({ node: i, from: chosen.from });
  reveal(i);
  say(words("selected", { name: nameOf(nodes[i]) }));
}

function pickEdge(k) {
  choose({ edge: k });
  say(words("selected", { name: sentence(edges[k]) }));
}

let foundCount = 0;

// Nodes (and edges, by position) that stand out together; what the legend and the findings point at.
function showFound(which, lines_, text, finding = "") {
  choose({ found: { nodes: new Set(which), edges: new Set(lines_), finding, turn: ++foundCount } });
  say(words("found", { n: number(which.length), text }));
}

function shownText(whole = true, account = view.account) {
  const parts = [shownCounts(account)];
  if (DATA.meta.asOf) parts.push(words("as_of", { day: DATA.meta.asOf }));
  parts.push(...[yearText()].filter(Boolean), ...(whole ? changeText() : []));
  return parts.join(" · ");
}

// After anything that decides what is visible.
function changed(refit = false) {
  const focus = document.activeElement && document.activeElement.dataset
    ? { ...document.activeElement.dataset } : {};
  recount();
  if (chosen.node >= 0 && !visible.node.has(chosen.node)) chosen.node = -1;
  if (chosen.edge >= 0 && !visible.edge.has(chosen.edge)) chosen.edge = -1;
  if (chosen.way && !chosen.way.edges.every((k) => visible.edge.has(k))) dropPath();
  drawLegend();
  for (const [key, value] of Object.entries(focus)) {
    const again = at("legend").querySelector(`[data-${key}="${CSS.escape(value)}"]`);
    if (again) again.focus();
  }
  // A step's own choice is no reason to cover its picture.
  if (!isPresenting() || !at("panel").hidden) drawPanel();
  at("shown").textContent = at("shown").title = shownText(false);
  const unread = DATA.meta.unread.map((line) => said(line)).join(" ");
  const beside = [...(unread ? [words("unread", { what: unread })] : []), ...changeText()];
  at("since").textContent = at("since").title = beside.join(" · ");
  at("since").classList.toggle("warning", unread !== "");
  at("empty").hidden = visible.node.size > 0;
  fill(at("empty"), words("nothing"), button(words("clear"), resetAll));
  if (refit) fit();
  tablesLater();
  showTime();
  writeAddress();
  redraw();
}

function resetAll() {
  chosen.hideKinds.clear();
  chosen.hideRelations.clear();
  chosen.places.clear();
  chosen.hidden.clear();
  chosen.only = null;
  chosen.onlyChanged = false;
  changed(true);
}
