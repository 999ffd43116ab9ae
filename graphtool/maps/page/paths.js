// The shortest path between two nodes through what is visible, as picture and as text.

// {nodes, edges}, or null where none leads there; of equal ones the first in the data's order.
function shortest(start, end) {
  if (!visible.node.has(start) || !visible.node.has(end)) return null;
  const via = new Map([[start, null]]);
  let rim = [start];
  while (rim.length && !via.has(end)) {
    const next = [];
    for (const i of rim) {
      for (const edge of visibleEdgesOf(i)) {
        const j = otherEnd(edge, i);
        if (!via.has(j)) { via.set(j, edge); next.push(j); }
      }
    }
    rim = next;
  }
  if (!via.has(end)) return null;
  const way = { nodes: [end], edges: [] };
  for (let i = end; via.get(i); ) {
    const edge = via.get(i);
    i = otherEnd(edge, i);
    way.nodes.unshift(i);
    way.edges.unshift(edge.k);
  }
  return way;
}

function startPath(i) {
  chosen.from = i;
  chosen.way = null;
  drawWay(() => words("path_pick", { name: nameOf(nodes[i]) }));
  redraw();
}

function showPath(start, end) {
  const way = shortest(start, end);
  const ends = () => ({ a: nameOf(nodes[start]), b: nameOf(nodes[end]) });
  choose({ way });
  if (way) drawWay(() => words("path_length", { n: way.edges.length, ...ends() }), way);
  else drawWay(() => words("path_none", ends()));
  if (!chosen.touched) fit(false);
  return way;
}

// Draws the box again, after a change of language.
let tellWay = () => {};

function drawWay(text, way) {
  const box = at("way");
  tellWay = () => { if (!box.hidden) drawWay(text, way); };
  const steps = way ? way.edges.flatMap((k, n) => {
    const edge = edges[k];
    const forwards = edge.s === way.nodes[n];
    const look = DATA.relations[edge.relation];
    return [make("li", { class: "by" }, button(said(forwards ? look.label : look.inverse), () => pickEdge(k))),
      make("li", {}, button(nameOf(nodes[way.nodes[n + 1]]), () => pickNode(way.nodes[n + 1]), { class: "neighbour" }))];
  }) : [];
  fill(box, make("strong", {}, text()),
    way ? make("ol", {}, make("li", {}, button(nameOf(nodes[way.nodes[0]]), () => pickNode(way.nodes[0]),
      { class: "neighbour" })), ...steps) : null,
    button("×", () => { dropPath(); stage.focus(); }, { class: "close", "aria-label": words("close"), title: words("close") }));
  box.hidden = false;
}

function dropPath() {
  chosen.way = null;
  chosen.from = -1;
  at("way").hidden = true;
  writeAddress();
  redraw();
}
