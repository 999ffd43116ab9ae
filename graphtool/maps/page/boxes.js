// The room that nodes and groups take, in the layout's coordinates: [left, top, right, bottom].

// The box of a group as far as it is filled: [x, y, width, height], or null where nothing is left.
function boxNow(hull) {
  const shown = hull.members.filter((i) => visible.node.has(i));
  const inner = hulls.filter((other) => other.inside >= 0 && hulls[other.inside] === hull).map(boxNow);
  if (shown.length === hull.members.length && inner.every(Boolean)) return hull.box;
  const boxes = inner.filter(Boolean).map(([x, y, w, h]) => [x - 8, y - 8, x + w + 8, y + h + 8]);
  for (const i of shown) {
    const { x, y, room: [width, height, below] } = nodes[i];
    boxes.push(below ? [x - width / 2 - 12, y - 30, x + width / 2 + 12, y + height + 16]
      : [x - 22, y - height / 2 - 6, x + width + 24, y + height / 2 + 6]);
  }
  if (!boxes.length) return null;
  if (hull.title) boxes.push([hull.box[0], hull.box[1], hull.box[0] + 120, hull.box[1] + 24]);
  const [left, top] = [0, 1].map((at) => Math.min(...boxes.map((box) => box[at])));
  const [right, bottom] = [2, 3].map((at) => Math.max(...boxes.map((box) => box[at])));
  return [left, top, right - left, bottom - top];
}

// The border of a group that is no box, drawn in where members are hidden.
function edgeNow(hull) {
  const shown = hull.members.filter((i) => visible.node.has(i));
  if (shown.length === hull.members.length) return hull.outline;
  const [x0, y0, width] = hull.box;
  const title = hull.title ? [[x0, y0], [x0 + Math.min(width, 240), y0], [x0, y0 + 24]] : [];
  return around(title.concat(shown.flatMap((i) => {
    const { x, y, room: [w, h, below] } = nodes[i];
    const [left, top, right, bottom] = below ? [x - w / 2 - 12, y - 22, x + w / 2 + 12, y + h + 14]
      : [x - 22, y - h / 2 - 8, x + w + 24, y + h / 2 + 8];
    return [[left, top], [right, top], [right, bottom], [left, bottom]];
  })));
}

// The box of a node with its words; a card has them in it.
function nodeBox({ x, y, room: [w, h, below], card }) {
  if (card) return [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
  return below ? [x - w / 2, y - 20, x + w / 2, y + h + 16] : [x - 20, y - h / 2, x + w + 20, y + h / 2];
}

// The box around what is visible, words included, in world coordinates.
function visibleBox() {
  let box = null;
  for (const hull of hulls) {
    if (!hull.now) continue;
    const [x, y, w, h] = hull.now;
    box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + w), Math.max(box[3], y + h)]
      : [x, y, x + w, y + h];
  }
  for (const i of visible.node) {
    if (nodes[i].hull >= 0 && !nodes[i].moved) continue;
    const mine = nodeBox(nodes[i]);
    box = box ? [0, 1].map((n) => Math.min(box[n], mine[n])).concat([2, 3].map((n) => Math.max(box[n], mine[n]))) : mine;
  }
  for (const [x, y, w] of visible.node.size ? sheet.headings : []) {
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + w), Math.max(box[3], y + 20)];
  }
  for (const k of box ? visible.edge : []) {
    const corners = isRouted(edges[k]) ? edges[k].corners : [];
    for (let i = 0; i < corners.length; i += 2) {
      const [x, y] = [corners[i], corners[i + 1]];
      box = [Math.min(box[0], x - 4), Math.min(box[1], y - 4), Math.max(box[2], x + 4), Math.max(box[3], y + 4)];
    }
  }
  return box || [0, 0, 100, 100];
}

// The box around these nodes with their words, wide enough to see where on the map it is.
function boxAround(found) {
  const boxes = [...found].map((i) => nodeBox(nodes[i]));
  const [left, top] = [0, 1].map((side) => Math.min(...boxes.map((box) => box[side])) - 50);
  const [right, bottom] = [2, 3].map((side) => Math.max(...boxes.map((box) => box[side])) + 50);
  const [wide, high] = [Math.max(0, 700 - right + left) / 2, Math.max(0, 420 - bottom + top) / 2];
  return [left - wide, top - high, right + wide, bottom + high];
}
