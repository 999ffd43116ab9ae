// The maps of the page, each a page of its own in a frame, made when it is first asked for.
"use strict";
for (const section of document.querySelectorAll("section.map")) {
  const frame = section.querySelector("iframe");
  const button = section.querySelector("button");
  let address = "";
  const show = (at) => {
    if (!address) {
      const text = JSON.parse(section.querySelector("script").textContent);
      address = URL.createObjectURL(new Blob([text], { type: "text/html" }));
    }
    frame.hidden = false;
    button.hidden = true;
    frame.src = address + (at ? "#" + at : "");
  };
  button.hidden = false;
  button.addEventListener("click", () => show(""));
  const name = section.querySelector("h2").id;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.getAttribute("href") === "#" + name) show(link.dataset.at);
  });
}
