// Words in the language of the moment, numbers as it writes them, and text as it is searched.

import { DATA, LANGUAGES, own } from "./data.js";
import { byId } from "./dom.js";
import { isLessened, kindsLeft } from "./foldleft.js";
import { state } from "./state.js";

/** @param {Words | null | undefined} text */
export const said = (text) => (text ? text[LANGUAGES.indexOf(state.lang)] || text[0] : "");

/** A text of the page, with these values in it; another one where `n` is one, if there is such.
 * @param {string} key @param {Record<string, string | number>} [values] */
export function words(key, values = {}) {
  const one = String(values.n) === "1" ? own(DATA.texts, key + "_1") : undefined;
  return said(one || DATA.texts[key]).replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole);
}

/** As words, where there are any.
 * @param {number} n @param {string} key */
export const counted = (n, key) => (n ? [words(key, { n: number(n) })] : []);

// Made once: a picture has hundreds of numbers, and to make a format takes longer than to use it.
const ENGLISH = new Intl.NumberFormat("en-GB");
const NORWEGIAN = new Intl.NumberFormat("nb-NO");

/** @param {number} value */
export const number = (value) => (state.lang === "en" ? ENGLISH : NORWEGIAN).format(value);

/** What a view is called.
 * @param {string} view */
export const viewTitle = (view) => {
  const [, title] = [...DATA.meta.sheets, ...DATA.meta.below].find(([name]) => name === view) || [];
  return said(title);
};

/** The name in the language of the moment; with years where another has the same name, and of what is folded what a
 * filter leaves.
 * @param {Place & { fold?: Fold }} node */
export function nameOf(node) {
  if (node.fold && isLessened(node.fold)) return nameLeft(node.fold);
  return ((node.names && node.names[state.lang]) || node.label) + (node.years ? " (" + node.years + ")" : "");
}

/** "2 mål, 5 tiltak (av 41)", no line ending between a number and what it counts.
 * @param {Fold} folded */
function nameLeft(folded) {
  const kinds = kindsLeft(folded);
  const named = folded.named.filter((kind) => kinds[kind]);
  const what = (named.length ? named : Object.keys(kinds)).map((kind) =>
    `${number(kinds[kind])}\u00a0${said(kinds[kind] === 1 ? DATA.kinds[kind].label : DATA.kinds[kind].plural)}`);
  return words("fold_left", { what: what.join(", "), m: number(folded.nodes.length) });
}

/** @param {WireNode} node */
export const kindOf = (node) => {
  const kind = DATA.kinds[node.kind];
  return said(own(kind.subkinds, node.subkind)) || node.subkind || said(kind.label);
};

/** The same folding as language.searchable, by the same table.
 * @param {string} text */
export function fold(text) {
  const lower = text.normalize("NFC").split(/\s+/).filter(Boolean).join(" ").toLowerCase();
  const plain = Array.from(lower, (letter) => DATA.fold[letter] ?? letter).join("");
  return plain.normalize("NFD").replace(/\p{M}/gu, "")
    .replaceAll("aa", "a").replaceAll("oe", "o").replaceAll("ae", "a");
}

/** @param {string} text */
export const capitalized = (text) => text.replace(/^./u, (letter) => letter.toUpperCase());

/** What a property of a fact is called.
 * @param {string} property */
export const propertyName = (property) => said(own(DATA.facts, property)) || property.replaceAll("_", " ");

/** @param {string} text */
export const say = (text) => { byId("say").textContent = text; };
