// The course of every edge. World coordinates are the layout's; `spotOf` says where a node is now.

const moved = new Set();
const courses = new Map();

function spotOf(i) {
  return nodes[i];
}

// Flat points from source to target; structural edges follow their group's outline.
function course(edge) {
  let line = courses.get(edge.k);
  if (line) return line;
  const { s, t, corners, beside } = edge;
  if (s === t) line = loop(spotOf(s), 16);
  else if (corners && !moved.has(s) && !moved.has(t)) line = rounded(corners, 7);
  else {
    const free = beside.filter((other) => !other.corners || moved.has(s) || moved.has(t));
    const [a, b] = [spotOf(s), spotOf(t)];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const place = free.indexOf(edge) - (free.length - 1) / 2;
    // Parallel edges lie side by side; a single one is bowed a little, off the rows of words.
    let bend = free.length > 1 ? place * clamp(length * 0.16, 16, 46) : clamp(length * 0.07, 0, 40);
    if (beside.length > free.length) bend += bend < 0 ? -12 : 12;
    line = bow(a, b, s < t ? bend : -bend);
  }
  courses.set(edge.k, line);
  return line;
}

function forgetCourses() { courses.clear(); }

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
  const whole = trimmed(line, radius + 1, radius + 1.5);
  if (!whole) return null;
  const end = along(whole, 1);
  return {
    line: trimmed(whole, 0, tail * 0.8) || whole,
    head: arrow.length ? placed(arrow, end.x, end.y, size, end.angle) : null,
    middle: along(whole, edge.corners && !moved.size ? 0.22 : 0.5),
    look,
  };
}
