// The sentence that each statement rests on, and where it stands.

import { crossButton } from "./buttons.js";
import { DATA, own } from "./data.js";
import { make, safeUrl } from "./dom.js";
import { graph, positionOf } from "./graph.js";
import { stage } from "./network.js";
import { clearSelection } from "./selection.js";
import { nameOf, number, said, words } from "./words.js";

/** A term and what it is; nothing where that is not known.
 * @param {string} key @param {string | undefined} value */
export const definition = (key, value) => (value ? [make("dt", {}, key), make("dd", {}, value)] : []);

/** @param {Period} period */
export function validity({ valid_from: begins, valid_to: ends }) {
  const parts = [begins && words("from", { day: begins }), ends && words("until", { day: ends })];
  return parts.filter(Boolean).join(" ");
}

/** @param {Assertion} found */
export function assertion(found) {
  const money = found.amount !== undefined ? `${number(found.amount)} ${found.currency || ""}` : "";
  const predecessor = graph.nodes[positionOf(found.carried_from)];
  const carried = predecessor ? nameOf(predecessor) : found.carried_from;
  return make("article", { class: "assertion" },
    make("dl", {},
      ...definition(words("modality"), said(DATA.modalities[found.modality])),
      ...definition(words("valid"), validity(found)),
      ...definition(words("share"), found.share !== undefined ? `${number(found.share * 100)} %` : ""),
      ...definition(words("amount"), money),
      ...definition(words("status"), found.status ? said(own(DATA.statuses, found.status)) || found.status : ""),
      ...definition(words("note"), found.note)),
    carried ? make("p", { class: "soft" }, words("carried", { name: carried })) : null,
    found.document || found.quote ? quoted(found)
      : make("p", { class: "soft" }, words("no_evidence")));
}

/** @param {Source} source */
export function quoted({ quote, document: id, line }) {
  return make("figure", { class: "evidence" },
    quote ? make("blockquote", {}, "«" + quote + "»") : null,
    make("figcaption", {}, documentName(id), line ? ", " + words("line", { n: line }) : ""));
}

/** @param {string | undefined} id */
export function documentName(id) {
  const found = own(DATA.documents, id);
  if (!id || !found) return id || words("no_evidence");
  const title = found.title || found.file || id;
  const address = safeUrl(found.url);
  const dated = found.date ? ` (${found.date})` : "";
  return address ? make("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, title + dated)
    : make("span", {}, title + dated);
}

/** @param {Source} source */
export function sourceText({ document: id, line }) {
  return id ? `${own(DATA.documents, id)?.title || id}${line ? ", " + words("line", { n: line }) : ""}` : "";
}

export const closeButton = () => crossButton(() => { clearSelection(); stage.focus(); });
