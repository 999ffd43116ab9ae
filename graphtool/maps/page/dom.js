// Elements: found by id, or made; text is always text.

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** An element; what begins with "on" listens, and what is false or missing is left out.
 * @param {string} tag @param {Record<string, any>} [fields] @param {...(Node | string | null)} children */
export function make(tag, fields = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...given(children));
  return element;
}

/** @param {string} text @param {() => void} onclick @param {Record<string, any>} [fields] */
export function button(text, onclick, fields = {}) {
  return make("button", { type: "button", onclick, ...fields }, text);
}

/** @param {Element} element @param {...(Node | string | null)} children */
export function fill(element, ...children) {
  element.replaceChildren(...given(children));
}

/** @param {(Node | string | null)[]} children @returns {(Node | string)[]} */
const given = (children) => children.filter((child) => child !== null).filter((child) => child !== "");

/** What a selector finds within an element.
 * @param {string} selector @param {Element} within */
export const all = (selector, within) => /** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(selector));

/** @param {string} id */
export const input = (id) => /** @type {HTMLInputElement} */ (byId(id));
/** @param {string} id */
export const dialog = (id) => /** @type {HTMLDialogElement} */ (byId(id));

/** What has the focus, so that it can have it again when it is drawn anew. */
export const focused = () => /** @type {HTMLElement} */ (document.activeElement);

/** @param {string | undefined} address */
export function safeUrl(address) {
  return /^https?:\/\//i.test(address || "") ? address : null;
}
