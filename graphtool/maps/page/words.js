// Words in the language of the moment, numbers as it writes them, and text as it is searched.

const LANGUAGES = DATA.languages;
let lang = DATA.meta.lang;

// A table's own entry: ids and subkinds are free text, and may read "__proto__".
const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);
const said = (text) => (text ? text[LANGUAGES.indexOf(lang)] || text[0] : "");

function words(key, values = {}) {
  const one = String(values.n) === "1" ? own(DATA.texts, key + "_1") : undefined;
  return said(one || DATA.texts[key]).replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole);
}

// Made once: a picture has hundreds of numbers, and to make a format takes longer than to use it.
const FORMATS = { true: new Intl.NumberFormat("en-GB"), false: new Intl.NumberFormat("nb-NO") };
const number = (value) => FORMATS[lang === "en"].format(value);
// The name in the language of the moment; with years where another has the same name.
const nameOf = (node) => ((node.names && node.names[lang]) || node.label)
  + (node.years ? " (" + node.years + ")" : "");
const kindOf = (node) => {
  const kind = DATA.kinds[node.kind];
  return said(own(kind.subkinds, node.subkind)) || node.subkind || said(kind.label);
};

// The same folding as language.searchable, by the same table.
function fold(text) {
  const lower = text.normalize("NFC").split(/\s+/).filter(Boolean).join(" ").toLowerCase();
  const plain = Array.from(lower, (letter) => DATA.fold[letter] ?? letter).join("");
  return plain.normalize("NFD").replace(/\p{M}/gu, "")
    .replaceAll("aa", "a").replaceAll("oe", "o").replaceAll("ae", "a");
}

const say = (text) => { at("say").textContent = text; };
