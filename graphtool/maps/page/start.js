// The page's data, and the one way in which elements are made: text is always text.

const DATA = JSON.parse(document.getElementById("gt-data").textContent);
const at = (id) => document.getElementById(id);

function make(tag, fields = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== ""));
  return element;
}

function button(text, onclick, fields = {}) {
  return make("button", { type: "button", onclick, ...fields }, text);
}

function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child != null && child !== ""));
}

function safeUrl(address) {
  return /^https?:\/\//i.test(address || "") ? address : null;
}
