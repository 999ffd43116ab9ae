// Groups on the map: cards that say what they hold.

// A card: its name, how much it holds, and of which kinds.
function drawCard(items, i, view, left) {
  const node = nodes[i];
  const colours = palette();
  const { x, y, w, h } = endBox(i, view);
  const picked = i === chosen.node || i === chosen.hover || i === chosen.from;
  items.push({ is: "shape", points: roundedBox({ x, y, w, h }, Math.min(8, h / 4)),
    fill: faded(node.card.sheet ? colours.hull : colours.page, left), stroke: faded(picked ? colours.accent : colours.outline, left),
    width: picked ? 2.6 : node.card.sheet ? 1.2 : 0.7, node: i });
  const size = clamp(12.5 * view.scale + 1.75, 8.5, 13);
  const ink = faded(colours.ink, left);
  const many = node.card.nodes ? words("holds", { n: number(sheet.groups ? heldNow(node) : node.card.nodes) }) : "";
  const count = shortened(many, w - 10, size, false);
  const rows = Math.max(1, Math.floor((h - 12) / (size * 1.16)) - 1);
  const text = h < 15 ? [] : lines(nameOf(node), w - 10, Math.min(3, rows), size, true);
  text.forEach((line, n) => items.push({ is: "text", text: line, x: x + 6, y: y + 3 + size * (0.95 + 1.14 * n), size, bold: true,
    fill: ink, halo: null, anchor: "start" }));
  if (h > size * (text.length + 1) * 1.16 + 8) {
    items.push({ is: "text", text: count, x: x + 6, y: y + 3 + size * (0.95 + 1.14 * text.length), size, fill: faded(colours.soft, left),
      halo: null, anchor: "start" });
  }
  const under = y + 3 + size * (1.95 + 1.14 * text.length);
  if (under + size * 0.4 < y + h - 10) drawKinds(items, node, { x: x + 6, y: under, w: w - 12, size: size * 0.88 }, left);
  drawShares(items, node, { x: x + 6, y: y + h - 9, w: w - 12, h: 5 }, left);
}

// The kinds that a group has most of, with their numbers, as far as there is room.
function drawKinds(items, node, { x, y, w, size }, left) {
  const most = Object.entries(node.card.kinds).filter(([kind]) => !chosen.hideKinds.has(kind)).sort((a, b) => b[1] - a[1]);
  let from = x;
  for (const [kind, n] of most) {
    const text = number(n);
    const wide = widthOf(text, size, false);
    if (from + 14 + wide > x + w) return;
    const look = DATA.kinds[kind];
    items.push({ is: "shape", points: placed(DATA.shapes[look.shape], from + 5, y - size * 0.36, 4.2),
      fill: faded(look.fill[chosen.theme], left), stroke: faded(palette().outline, left), width: 0.8 });
    items.push({ is: "text", text, x: from + 12, y, size, fill: faded(palette().ink, left), halo: null, anchor: "start" });
    from += 21 + wide;
  }
}

// What a group holds as parts of a bar, in the colours of the legend.
function drawShares(items, node, { x, y, w, h }, left) {
  const parts = Object.entries(node.card.kinds).filter(([kind]) => !chosen.hideKinds.has(kind));
  const total = parts.reduce((sum, [, n]) => sum + n, 0);
  let from = x;
  for (const [kind, n] of parts) {
    const to = from + w * n / total;
    items.push({ is: "shape", points: [from, y, to, y, to, y + h, from, y + h], fill: faded(DATA.kinds[kind].fill[chosen.theme], left),
      stroke: faded(palette().outline, left * 0.7), width: 0.5 });
    from = to;
  }
}
