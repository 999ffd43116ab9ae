// The picture as a sheet with title, legend and sources: PNG, SVG, clipboard and print.

const SHEET = { width: 1920, height: 1080, times: 2 };

// The whole sheet as one list; the map fits what the title, the legend and the footer leave.
function poster() {
  const { width, height } = SHEET;
  const colours = palette();
  const items = [];
  const text = (words_, x, y, size, fields = {}) => items.push({ is: "text", text: words_, x, y, size,
    bold: false, fill: colours.ink, anchor: "start", ...fields });
  const side = 300;
  const [left, top, right, bottom] = visibleBox();
  const room = { width: width - side - 60, height: height - 150 };
  const scale = Math.min(room.width / (right - left), room.height / (bottom - top), 1.6);
  const posterView = { scale, width, height, boxes: [],
    x: side + 30 + (room.width - (right - left) * scale) / 2 - left * scale,
    y: 100 + (room.height - (bottom - top) * scale) / 2 - top * scale };
  items.push(...scene(posterView, true));
  const title = lines(said(DATA.meta.title), width - 80, 1, 30, true)[0] || "";
  text(title, 40, 56, 30, { bold: true });
  text([DATA.meta.sheets.length > 1 ? said(sheet.title) : "", shownText(true, posterView.account)].filter(Boolean).join(" · "), 40, 82, 15, { fill: colours.soft });
  drawKey(items, text, side, posterView.account);
  const sources = Object.entries(DATA.documents).map(([id, d]) => d.title || id).join(" · ");
  if (sources) lines(words("documents") + ": " + sources, width - 80, 2, 12, false).forEach((line, n) =>
    text(line, 40, height - 28 + n * 15, 12, { fill: colours.soft }));
  return items;
}

// Signs, texts and counts; a long key is set closer, so that it ends above the sources.
function drawKey(items, text, side, account) {
  const sections = legendRows(account);
  const rowCount = sections.reduce((sum, [, rows]) => sum + rows.length, 0);
  const leading = Math.min(22, (SHEET.height - 180 - 36 * sections.length) / rowCount);
  let y = 128;
  for (const [heading, rows] of sections) {
    text(heading, 40, y, 15, { bold: true });
    y += 24;
    for (const [sign, label, count] of rows) {
      items.push(...sign(40, y - 5));
      text(shortened(label, side - 110, 14, false), 94, y, 14);
      text(String(count), side + 10, y, 14, { anchor: "end", fill: palette().soft });
      y += leading;
    }
    y += 12;
  }
}

function legendRows(account) {
  const colours = palette();
  const kinds = Object.entries(DATA.kinds).filter(([name]) => [...visible.node].some((i) => nodes[i].kind === name));
  const relations = Object.entries(DATA.relations).filter(([name]) => [...visible.edge].some((k) => edges[k].relation === name));
  const marks = Object.entries(DATA.modalities).filter(([name]) => [...visible.edge].some((k) => edges[k].modality === name));
  return [
    ...changeRows(),
    [words("kinds"), kinds.map(([name, kind]) => [
      (x, y) => [{ is: "shape", points: placed(DATA.shapes[kind.shape], x + 20, y, 8), fill: kind.fill[chosen.theme],
        stroke: colours.outline, width: 1.2 }], said(kind.plural), visible.kindCount[name]])],
    [words("grades"), gradesShown().map(([grade, { shape, colour, label }]) => [(x, y) => {
      const items = [];
      drawSign(items, { shape }, x + 20, y, 6.6, colours[colour]);
      return items;
    }, said(label), visible.grades[grade]])],
    [words("colours"), tintsShown().map(([tint, look]) => [
      (x, y) => [{ is: "shape", points: placed(DATA.shapes.dot, x + 20, y, 7), fill: look[chosen.theme],
        stroke: colours.outline, width: 1.2 }], said(look.label), tinted(tint).length])],
    [words("relations"), relations.map(([name, look]) => [
      (x, y) => sampleItems(look, colours[look.family], x, y, x + 44), said(look.label), account.relations[name] || 0])],
    [words("modalities"), marks.map(([name, label]) => [
      (x, y) => sampleItems(PLAIN, colours.soft, x, y, x + 44, DATA.marks[name]), said(label),
      [...visible.edge].filter((k) => edges[k].modality === name).length])],
  ].filter(([, rows]) => rows.length);
}

function posterCanvas() {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [SHEET.width * SHEET.times, SHEET.height * SHEET.times];
  const context = canvas.getContext("2d");
  context.scale(SHEET.times, SHEET.times);
  context.fillStyle = palette().page;
  context.fillRect(0, 0, SHEET.width, SHEET.height);
  paint(context, poster());
  return canvas;
}

const pngBlob = () => new Promise((done) => { posterCanvas().toBlob(done, "image/png"); });

function svgFile() {
  const root = svgOf(poster(), SHEET.width, SHEET.height, said(DATA.meta.title));
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(root) + "\n";
}

function fileName(suffix) {
  const stem = fold(said(DATA.meta.title)).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return (stem || "kart") + "." + suffix;
}

function save(blob, suffix) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: fileName(suffix) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  say(words("saved", { file: fileName(suffix) }));
}

const savePng = async () => save(await pngBlob(), "png");
const saveSvg = () => save(new Blob([svgFile()], { type: "image/svg+xml" }), "svg");

async function copyImage() {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": pngBlob() })]);
    flash(words("copied"));
  } catch {
    flash(words("copy_failed"));
  }
}

function flash(text) {
  at("hint").textContent = text;
  at("hint").classList.add("flash");
  say(text);
  setTimeout(() => { at("hint").classList.remove("flash"); drawHint(); }, 4000);
}

// Print shows the sheet as vector, on one page.
function preparePrint() {
  fill(at("paper"), svgOf(poster(), SHEET.width, SHEET.height, said(DATA.meta.title)));
  at("paper").firstChild.removeAttribute("width");
  at("paper").firstChild.removeAttribute("height");
}
