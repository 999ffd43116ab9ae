// The course of every edge, in the layout's coordinates, and how it is drawn on the screen.

const courses = new Map();

// Whether an edge still follows the route that was found for it: neither end was dragged elsewhere.
const isRouted = (edge) => Boolean(edge.corners) && !nodes[edge.s].moved && !nodes[edge.t].moved;

// Flat points from source to target.
function course(edge) {
  let line = courses.get(edge.k);
  if (line) return line;
  const { s, t, beside } = edge;
  const [a, b] = [nodes[s], nodes[t]];
  if (s === t) line = loop(a, 16);
  else if (isRouted(edge)) line = rounded(edge.corners, 7);
  else {
    const free = beside.filter((other) => !isRouted(other));
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const place = free.indexOf(edge) - (free.length - 1) / 2;
    // Parallel edges lie side by side; a single one is bowed a little, off the rows of words.
    let bend = free.length > 1 ? place * clamp(length * 0.16, 16, 46)
      : edge.weight ? bendAround(a, b, length) : clamp(length * 0.07, 0, 40);
    if (beside.length > free.length) bend += bend < 0 ? -12 : 12;
    line = bow(a, b, s < t ? bend : -bend);
  }
  courses.set(edge.k, line);
  return line;
}

// A tie is straight, unless it would run through a third and seem to end there.
function bendAround(a, b, length) {
  if (nodes.length > 150) return 0;
  const isInTheWay = nodes.some((c) => c !== a && c !== b && distanceTo([a.x, a.y, b.x, b.y], c.x, c.y) < 22);
  return isInTheWay ? clamp(length * 0.12, 26, 60) : 0;
}

function forgetCourses() { courses.clear(); }

// The line from where it leaves the symbol around its first point: a route may begin with a small
// step aside within the symbol. null where it never leaves.
function outside(line, radius) {
  if (!line) return null;
  const [x, y] = line;
  for (let i = 0; i + 3 < line.length; i += 2) {
    if (Math.hypot(line[i + 2] - x, line[i + 3] - y) <= radius) continue;
    // Between a point inside and one outside the border lies where |a + t d| = radius.
    const [ax, ay] = [line[i] - x, line[i + 1] - y];
    const [dx, dy] = [line[i + 2] - line[i], line[i + 3] - line[i + 1]];
    const [a, b, c] = [dx * dx + dy * dy, ax * dx + ay * dy, ax * ax + ay * ay - radius * radius];
    const t = (-b + Math.sqrt(Math.max(0, b * b - a * c))) / a;
    return [line[i] + dx * t, line[i + 1] + dy * t, ...line.slice(i + 2)];
  }
  return null;
}

// The line from where it meets the words to the right of its first node's symbol: a route keeps clear
// of the room that any name may need there. Where it meets the symbol, from the symbol's border.
function begun(line, i, isRoute, view, radius) {
  if (!line) return null;
  const rim = nodes[i].x * view.scale + view.x + radius;
  if (!isRoute || nodes[i].room[2] || nodes[i].card || line[0] < rim + 10) return outside(line, radius);
  const label = labelOf(i, view, false, true, 9);
  const x = label ? label.box.x + label.box.w + 4 : rim + 2;
  return x <= line[0] ? [x, line[1], ...line] : cutStart(line, x - line[0]);
}

// How an edge is drawn on screen: its line without the symbols at its ends, its head and its mark.
function drawnEdge(edge, view, radius, wide = 1) {
  const look = DATA.relations[edge.relation];
  const points = course(edge);
  const line = new Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    line[i] = points[i] * view.scale + view.x;
    line[i + 1] = points[i + 1] * view.scale + view.y;
  }
  const size = clamp(view.scale * 1.1, 0.62, 1.1) * (wide > 1 ? 1.15 : 1);
  const arrow = DATA.arrows[look.arrow];
  const tail = arrow.length ? -Math.min(...arrow.map(([x]) => x)) * size : 0;
  const isRoute = isRouted(edge);
  const [start, finish] = [edge.s, edge.t].map((i) => radius * (nodes[i].size || 1) * (isHead(i) ? 1.25 : 1));
  const left = begun(line, edge.s, isRoute, view, start + 1);
  // Rather through a name than not at all: a line may be shorter than the words at its ends.
  const whole = reversed(begun(reversed(left), edge.t, isRoute, view, finish + 1.5))
    || reversed(outside(reversed(outside(line, start + 1)), finish + 1.5));
  if (!whole) return null;
  const end = along(whole, 1);
  return {
    line: trimmed(whole, 0, tail * 0.8) || whole,
    head: arrow.length ? placed(arrow, end.x, end.y, size, end.angle) : null,
    middle: along(whole, isRoute ? 0.22 : 0.5),
    look,
  };
}
