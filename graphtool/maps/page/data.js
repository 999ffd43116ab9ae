// The page's data, as the file holds them; see types.d.ts.

import { byId } from "./dom.js";

/** @type {PageData} */
export const DATA = JSON.parse(byId("gt-data").textContent || "");

export const LANGUAGES = DATA.languages;
export const KIND_NAMES = Object.keys(DATA.kinds);
export const RELATION_NAMES = Object.keys(DATA.relations);
export const CHANGES = /** @type {Change[]} */ (Object.keys(DATA.changes));

/** A table's own entry: ids and subkinds are free text, and may read "__proto__".
 * @template Entry @param {Record<string, Entry>} table @param {string | undefined} key */
export const own = (table, key) => (key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined);
