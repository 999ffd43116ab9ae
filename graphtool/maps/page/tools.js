// Above: title, tabs and tools, in the language of the moment.

// After a change of language or theme, and at the start.
function relabel() {
  document.documentElement.lang = lang;
  document.documentElement.dataset.theme = chosen.theme;
  document.title = said(DATA.meta.title);
  at("title").textContent = said(DATA.meta.title);
  drawTabs();
  at("search").placeholder = words("search") + " ( / )";
  at("search").setAttribute("aria-label", words("search"));
  at("legend").setAttribute("aria-label", words("legend"));
  stage.setAttribute("aria-label", words("map"));
  at("tables").setAttribute("aria-label", words("tables"));
  at("panel").setAttribute("aria-label", words("evidence"));
  drawHint();
  drawTools();
  tellWay();
  drawTime();
  changed();
}

// One tab a view; the open one says what it answers.
function drawTabs() {
  at("views").hidden = DATA.meta.sheets.length < 2 && !sheet.part;
  at("views").setAttribute("aria-label", words("views"));
  fill(at("views"), ...DATA.meta.sheets.map(([name, title, purpose]) => button(said(title), () => {
    turnTo(name);
    at("views").querySelector(`[data-view="${name}"]`).focus();
  }, { "data-view": name, title: said(purpose), "aria-pressed": String(name === sheet.view) })), ...crumbs());
}

function drawTools() {
  const pick = (key, values, now, set) => make("select", { id: key, "aria-label": words(key),
    onchange: (event) => { set(event.target.value); relabel(); at(key).focus(); } },
    ...values.map(([value, text]) => make("option", { value, selected: value === now }, text)));
  fill(at("tools"), tellButton(), presentButton(),
    button(words("copy"), copyImage, { id: "copy" }), button(words("png"), savePng, { id: "png" }),
    button(words("svg"), saveSvg, { id: "svg" }), button(words("print"), () => print(), { id: "print" }),
    button(words("tables"), openTables), button("?", openHelp, { "aria-label": words("help"), title: words("help") }),
    pick("theme", Object.keys(DATA.colours).map((name) => [name, words(name)]), chosen.theme,
      (value) => { chosen.theme = value; }),
    pick("language", [["nb", "Bokmål"], ["nn", "Nynorsk"], ["en", "English"]], lang, (value) => { lang = value; }));
  fill(at("zoom"), button("+", () => zoom(1.25), { "aria-label": words("zoom_in"), title: words("zoom_in") }),
    button("−", () => zoom(0.8), { "aria-label": words("zoom_out"), title: words("zoom_out") }),
    button(words("fit"), () => fit(), { id: "fit" }));
}
