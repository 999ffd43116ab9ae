// Who is told when what is selected, what is visible or the language changes; `main` says who listens.

/** @type {Record<"selection" | "path" | "change" | "relabel", (() => void)[]>} */
const listeners = { selection: [], path: [], change: [], relabel: [] };

/** @param {keyof typeof listeners} event @param {...(() => void)} told */
export function on(event, ...told) { listeners[event].push(...told); }

/** @param {keyof typeof listeners} event */
export function emit(event) { for (const tell of listeners[event]) tell(); }
