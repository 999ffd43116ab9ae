// The picture's list painted on a canvas, or written as SVG that every program reads alike.

// What the last painting of the map has put on the screen, noted stroke by stroke, for checks in a browser: edges with a
// line of their own, those of each line that stands for several, and those of each such line whose number is there.
const blank = () => ({ edges: new Set(), lines: [], numbered: [] });
let painted = blank();

function note(into, context, { edge, stands, sums, points, x, y }) {
  if (!into || (edge === undefined && !stands && !sums)) return;
  const { a, d, e, f } = context.getTransform();
  const [left, top, right, bottom] = points ? boxOf(points) : [x, y, x, y];
  if (right * a + e < 0 || left * a + e > context.canvas.width || bottom * d + f < 0 || top * d + f > context.canvas.height) return;
  if (edge !== undefined) into.edges.add(edge);
  if (stands) into.lines.push(stands.map(({ k }) => k));
  if (sums) into.numbered.push(sums.map(({ k }) => k));
}

function paint(context, items, into = null) {
  context.lineJoin = "round";
  context.textBaseline = "alphabetic";
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item.is === "group") {
      context.save();
      context.translate(item.x, item.y);
      paint(context, item.items, into);
      context.restore();
    } else if (item.is === "text") paintText(context, item, into);
    else {
      // Neighbours in the list that look alike are one stroke of the pen, but no path is too long.
      const alike = [item];
      while (alike.length < 32 && at + 1 < items.length && looksLike(items[at + 1], item)) alike.push(items[++at]);
      paintShapes(context, alike, into);
    }
  }
}

const looksLike = (one, other) => one.is === other.is && one.fill === other.fill
  && one.stroke === other.stroke && one.width === other.width && one.dash === other.dash;

function paintShapes(context, alike, into) {
  const [item] = alike;
  context.beginPath();
  for (const { points, is } of alike) {
    context.moveTo(points[0], points[1]);
    for (let i = 2; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
    if (is === "shape") context.closePath();
  }
  if (item.fill) {
    context.fillStyle = item.fill;
    context.fill();
  }
  if (item.stroke && item.width) {
    context.strokeStyle = item.stroke;
    context.lineWidth = item.width;
    context.setLineDash(item.dash || []);
    context.stroke();
    for (const one of alike) note(into, context, one);
  }
}

function paintText(context, item, into) {
  context.font = fontOf(item.size, item.bold);
  context.textAlign = item.anchor === "middle" ? "center" : item.anchor === "end" ? "right" : "left";
  if (item.halo) {
    context.setLineDash([]);
    context.strokeStyle = item.halo;
    context.lineWidth = 3;
    context.strokeText(item.text, item.x, item.y);
  }
  context.fillStyle = item.fill;
  context.fillText(item.text, item.x, item.y);
  note(into, context, item);
}

const SVG = "http://www.w3.org/2000/svg";
const tidy = (value) => String(Math.round(value * 10) / 10);

// Paths, polygons and texts with plain attributes only; the halo is a second text beneath.
function svgOf(items, width, height, title) {
  const root = svgElement("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  root.append(svgElement("title", {}, title));
  root.append(svgElement("rect", { width, height, fill: palette().page }));
  for (const item of items.flatMap(flattened)) {
    if (item.is === "text") {
      if (item.halo) root.append(svgText(item, { fill: item.halo, stroke: item.halo,
        "stroke-width": 3, "stroke-linejoin": "round" }));
      root.append(svgText(item, { fill: item.fill }));
    } else root.append(svgShape(item));
  }
  return root;
}

// A group of shapes as shapes in their final place.
function flattened(item) {
  if (item.is !== "group") return [item];
  return item.items.map((one) => ({ ...one,
    points: one.points.map((value, i) => value + (i % 2 ? item.y : item.x)) }));
}

function svgElement(name, fields, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(fields)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

function svgText(item, fields) {
  return svgElement("text", { x: tidy(item.x), y: tidy(item.y), "font-family": FAMILY.replaceAll("'", ""),
    "font-size": item.size, "font-weight": item.bold ? "bold" : "normal",
    "text-anchor": item.anchor || "start", ...fields }, item.text);
}

function svgShape(item) {
  const steps = [];
  for (let i = 0; i < item.points.length; i += 2) {
    steps.push((i ? "L" : "M") + tidy(item.points[i]) + " " + tidy(item.points[i + 1]));
  }
  const fields = { d: steps.join("") + (item.is === "shape" ? "Z" : ""), fill: item.fill || "none" };
  if (item.stroke && item.width) {
    Object.assign(fields, { stroke: item.stroke, "stroke-width": tidy(item.width), "stroke-linejoin": "round" });
    if (item.dash && item.dash.length) fields["stroke-dasharray"] = item.dash.join(" ");
  }
  const path = svgElement("path", fields);
  if (item.node !== undefined) {
    path.setAttribute("id", "node-" + item.node);
    path.append(svgElement("title", {}, nameOf(nodes[item.node])));
  }
  if (item.edge !== undefined) path.setAttribute("id", "edge-" + item.edge);
  return path;
}
