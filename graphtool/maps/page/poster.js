// A poster: the picture with title, legend and sources.

import { visibleBox } from "./bounds.js";
import { changeSections } from "./changes.js";
import { DATA } from "./data.js";
import { graph } from "./graph.js";
import { gradesShown, tinted, tintsShown } from "./legendrows.js";
import { glyphItems, palette } from "./look.js";
import { newFrame } from "./picture.js";
import { transformed } from "./polygons.js";
import { modalityShapes, relationShapes } from "./samples.js";
import { scene } from "./scene.js";
import { state } from "./state.js";
import { shownText } from "./summary.js";
import { shortened, wrapped } from "./text.js";
import { visible } from "./visible.js";
import { said, words } from "./words.js";

export const POSTER = { width: 1920, height: 1080, times: 2 };
/** The width of the legend. */
const SIDE = 300;

/** As one list; the map fits what the title, the legend and the footer leave. */
export function poster() {
  const { width, height } = POSTER;
  const { soft } = palette();
  const [left, top, right, bottom] = visibleBox();
  const room = { width: width - SIDE - 60, height: height - 150 };
  const scale = Math.min(room.width / (right - left), room.height / (bottom - top), 1.6);
  const frame = newFrame({ scale, width, height,
    x: SIDE + 30 + (room.width - (right - left) * scale) / 2 - left * scale,
    y: 100 + (room.height - (bottom - top) * scale) / 2 - top * scale });
  const items = scene(frame, true);
  items.push(text(wrapped(said(DATA.meta.title), width - 80, 1, 30, true)[0] || "", 40, 56, 30, { bold: true }));
  const parts = [DATA.meta.sheets.length > 1 ? said(graph.view.title) : "", shownText(true, frame.tally)];
  const below = wrapped(parts.filter(Boolean).join(" · "), width - 80, 2, 15, false);
  items.push(...below.map((line, n) => text(line, 40, 80 + n * 18, 15, { fill: soft })), ...legendItems(frame.tally));
  const sources = Object.entries(DATA.documents).map(([id, d]) => d.title || id).join(" · ");
  const footer = sources ? wrapped(words("documents") + ": " + sources, width - 80, 2, 12, false) : [];
  items.push(...footer.map((line, n) => text(line, 40, height - 28 + n * 15, 12, { fill: soft })));
  return items;
}

/** @param {string} what @param {number} x @param {number} y @param {number} size @param {Partial<TextItem>} [fields]
 * @returns {TextItem} */
const text = (what, x, y, size, fields = {}) =>
  ({ is: "text", text: what, x, y, size, bold: false, fill: palette().ink, anchor: "start", ...fields });

/** Signs, texts and counts; a long legend is set closer, so that it ends above the sources.
 * @param {Tally | null} tally */
function legendItems(tally) {
  /** @type {Item[]} */
  const items = [];
  const sections = posterSections(tally);
  const rowCount = sections.reduce((sum, [, rows]) => sum + rows.length, 0);
  const leading = Math.min(22, (POSTER.height - 180 - 36 * sections.length) / rowCount);
  let y = 128;
  for (const [heading, rows] of sections) {
    items.push(text(heading, 40, y, 15, { bold: true }));
    y += 24;
    for (const [sign, label, count] of rows) {
      items.push(...sign(40, y - 5), text(shortened(label, SIDE - 110, 14, false), 94, y, 14),
        text(String(count), SIDE + 10, y, 14, { anchor: "end", fill: palette().soft }));
      y += leading;
    }
    y += 12;
  }
  return items;
}

/** @param {Tally | null} tally @returns {LegendSection[]} */
function posterSections(tally) {
  const colours = palette();
  const nodes = [...visible.nodes].map((i) => graph.nodes[i]);
  const edges = [...visible.edges].map((k) => graph.edges[k]);
  const kinds = Object.entries(DATA.kinds).filter(([name]) => nodes.some(({ kind }) => kind === name));
  const relations = Object.entries(DATA.relations).filter(([name]) => edges.some(({ relation }) => relation === name));
  const modalities = Object.entries(DATA.modalities)
    .filter(([name]) => edges.some(({ modality }) => modality === name));
  /** @param {string} shape @param {string} fill @param {number} size @returns {LegendSign} */
  const symbol = (shape, fill, size) => (x, y) => [{ is: "shape", fill, stroke: colours.outline, width: 1.2,
    points: transformed(DATA.shapes[shape], x + 20, y, size) }];
  /** @type {LegendSection[]} */
  const sections = [
    ...changeSections(),
    [words("kinds"), kinds.map(([name, { shape, fill, plural }]) =>
      [symbol(shape, fill[state.theme], 8), said(plural), visible.kindCount[name]])],
    [words("grades"), gradesShown().map(([grade, sign]) =>
      [(x, y) => glyphItems(sign, x + 20, y, 6.6, colours[sign.colour]), said(sign.label), visible.grades[grade]])],
    [words("colours"), tintsShown().map(([tint, look]) =>
      [symbol("dot", look[state.theme], 7), said(look.label), tinted(tint).length])],
    [words("relations"), relations.map(([name, look]) =>
      [(x, y) => relationShapes(name, x, y, x + 44), said(look.label), tally?.relations[name] || 0])],
    [words("modalities"), modalities.map(([name, label]) =>
      [(x, y) => modalityShapes(name, x, y, x + 44), said(label),
        edges.filter(({ modality }) => modality === name).length])],
  ];
  return sections.filter(([, rows]) => rows.length);
}
