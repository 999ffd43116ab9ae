// Names on the picture: which are shown, where, and in how many lines.

// The words of nodes by importance: what is picked, then heads of groups, then the most connected.
function drawLabels(items, view, strong, whole) {
  const room = new Room();
  const overview = !whole && isOverview(view.scale);
  const boxes = [];
  const important = (i) => (i === chosen.node || i === chosen.hover ? 4e6 : 0)
    + (strong && strong.nodes.has(i) ? 2e6 : 0)
    + (isHead(i) ? 1e6 + hulls[nodes[i].hull].members.length : 0)
    + (nodes[i].size ? nodes[i].size * 1e4 : 0)
    + near[i].length;
  drawTitles(items, view, room, strong);
  const order = [...visible.node].sort((a, b) => important(b) - important(a) || a - b);
  const sums = view.sums.sort((one, other) => other.n - one.n);
  let framed = view.bundled || sheet.groups ? sums.splice(0, FRAMED) : [];
  for (const i of order) {
    if (framed.length && important(i) < 1e6) {
      drawSums(items, view, room, framed, true);
      framed = [];
    }
    if (nodes[i].card) continue;  // which has its words in it
    if (!whole && isFlowing(i)) continue;
    const heads = isHead(i);
    const stands = strong && strong.nodes.has(i);
    if (overview && !heads && !stands && i !== chosen.hover && nodes[i].hull >= 0 && !hulls[nodes[i].hull].net) continue;
    const picked = i === chosen.node || i === chosen.hover;
    let label = overview && heads && !stands ? titleInside(i, view) : labelOf(i, view, stands, whole, 9);
    // Where a neighbour's words are in the way, fewer lines may still fit.
    while (label && !picked && !room.isFree(label.box)) {
      label = label.lines.length > 1 ? labelOf(i, view, stands, whole, label.lines.length - 1) : null;
    }
    if (!label) continue;
    room.take(label.box);
    boxes.push({ i, ...label.box });
    const left = (strong && !stands ? 0.28 : 1) * (nodes[i].change === "removed" ? 0.62 : 1);
    pushLabel(items, label, faded(palette().ink, left), picked);
  }
  drawSums(items, view, room, framed, true);
  drawSums(items, view, room, sums, false);
  view.boxes = boxes;
}

function pushLabel(items, label, colour, picked) {
  const { box } = label;
  if (picked) {
    const edge = [box.x - 3, box.y - 2, box.x + box.w + 3, box.y - 2,
      box.x + box.w + 3, box.y + box.h + 2, box.x - 3, box.y + box.h + 2];
    items.push({ is: "shape", points: edge, fill: palette().page, stroke: palette().accent, width: 1.5 });
  }
  label.lines.forEach((text, n) => items.push({ is: "text", text, x: label.x,
    y: box.y + label.size * 0.96 + n * label.leading, size: label.size, bold: label.bold,
    fill: colour, halo: picked ? null : label.halo, anchor: label.anchor }));
}

const isCut = (text) => text.some((line) => line.endsWith("…"));

// One node's label: beside or below its symbol, inside the view; null where there is no room.
function labelOf(i, view, stands, whole, limit) {
  const node = nodes[i];
  const picked = i === chosen.node || i === chosen.hover;
  const bold = isHead(i) || picked;
  const size = fontAt(view.scale) + (isHead(i) ? 1.5 : 0);
  const leading = size * 1.16;
  const [width, height, below] = node.room;
  const [x, y] = [node.x * view.scale + view.x, node.y * view.scale + view.y];
  if (!whole && (x < 0 || y < 0 || x > view.width || y > view.height)) return null;
  const tall = (height + 1) * view.scale;
  const radius = radiusAt(view.scale) * (node.size || 1);
  const gap = radius + 5;
  // At the border of the view a name is cut short while there is room for some of it.
  const left = whole || below || picked || view.width - 4 - x - gap < 70 ? Infinity : view.width - 4 - x - gap;
  const wide = Math.min(left, picked ? 300 : Math.max(width * view.scale + 2, stands ? 130 : below ? 92 : 0));
  const most = Math.min(limit, picked ? 6 : Math.max(below ? 2 : 1, Math.floor(tall / leading + 0.12)));
  let text = lines(nameOf(node), wide, most, size, bold);
  // Small letters shrink less than the sheet: rather a little over the room's border than cut off.
  const over = Math.min(left, wide * clamp(size / (12.5 * view.scale), 1, 1.4));
  const wider = !below && node.hull < 0 && isCut(text) ? lines(nameOf(node), over, most, size, bold) : text;
  if (!isCut(wider)) text = wider;
  if (!text.length) return null;
  const w = Math.max(...text.map((line) => widthOf(line, size, bold)));
  const h = text.length * leading;
  const box = below ? { x: x - w / 2, y: y + radius + 3, w, h } : { x: x + gap, y: y - h / 2, w, h };
  if (!whole) {
    // Never clipped at the border: to the other side of the symbol, or pushed in.
    if (!below && box.x + w > view.width - 4) box.x = x - gap - w;
    if (below || box.x < 4) box.x = clamp(box.x, 4, Math.max(4, view.width - 4 - w));
    box.y = clamp(box.y, 2, Math.max(2, view.height - 2 - h));
  }
  return { lines: text, box, x: below ? box.x + w / 2 : box.x, size, leading, bold,
    halo: groundOf(node), anchor: below ? "middle" : "start" };
}

// In the overview a group's name stands inside its box, as large as it can be read.
function titleInside(i, view) {
  const hull = hulls[nodes[i].hull];
  const outer = hullBox(hull, view);
  const count = hull.members.filter((m) => visible.node.has(m)).length;
  const size = hull.members.length > 15 ? 13 : 11.5;
  const text = lines(nameOf(nodes[i]) + " (" + count + ")", outer.w - 8, 3, size, true);
  if (!text.length) return null;
  const w = Math.max(...text.map((line) => widthOf(line, size, true)));
  const box = { x: outer.x + 5, y: outer.y + 3, w, h: text.length * size * 1.16 };
  if (box.x < 0 || box.y < 0 || box.x + w > view.width || box.y + box.h > view.height) return null;
  return { lines: text, box, x: box.x, size, leading: size * 1.16, bold: true,
    halo: palette().hull, anchor: "start" };
}

// Titles of groups that no node heads.
function drawTitles(items, view, room, strong) {
  for (const hull of hulls) {
    if (!hull.title || !hull.members.some((i) => visible.node.has(i))) continue;
    const outer = hullBox(hull, view);
    const size = fontAt(view.scale) + 0.5;
    const [text] = lines(said(hull.title).replace(/^./u, (c) => c.toUpperCase()), outer.w - 8, 1, size, true);
    if (!text) continue;
    const box = { x: outer.x + 8 * view.scale + 3, y: outer.y + 5 * view.scale,
      w: widthOf(text, size, true), h: size * 1.2 };
    room.take(box);
    items.push({ is: "text", text, x: box.x, y: box.y + size, size, bold: true,
      fill: faded(palette().soft, strong ? 0.4 : 1), halo: palette().hull, anchor: "start" });
  }
}
