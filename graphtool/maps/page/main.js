// The page is opened here.

import { writeAddress } from "./address.js";
import { aimCamera } from "./camera.js";
import { openCanvas } from "./canvas.js";
import { DATA } from "./data.js";
import { on } from "./events.js";
import { preparePrint } from "./export.js";
import { drawFindings, offerFindings } from "./findingspanel.js";
import { readGraph } from "./graph.js";
import { drawHeader, drawHeading } from "./header.js";
import { openKeyboard } from "./keyboard.js";
import { redrawLegend } from "./legend.js";
import { followLink } from "./link.js";
import { redraw } from "./network.js";
import { drawPanel, redrawPanel } from "./panel.js";
import { drawPathBox } from "./pathbox.js";
import { picture } from "./picture.js";
import { openPresentation } from "./present.js";
import { probe } from "./probe.js";
import { openSearch } from "./searchbox.js";
import { drawSlider, updateSlider } from "./slider.js";
import { drawHint } from "./summary.js";
import { tablesLater } from "./tables.js";
import { drawTabs, drawTools } from "./tools.js";
import { recount } from "./visible.js";

on("selection", drawPathBox, drawPanel, drawFindings, writeAddress, redraw);
on("path", drawPathBox, writeAddress, redraw);
on("change", redrawLegend, redrawPanel, drawFindings, drawHeader, tablesLater, updateSlider, writeAddress, redraw);
on("relabel", drawHeading, drawTabs, drawTools, drawHint, drawPathBox, drawSlider);

window.graphtool = probe;
readGraph(DATA.view);
recount();
openCanvas();
probe.network = picture.network;
openSearch();
openKeyboard();
openPresentation();
followLink();
offerFindings();
aimCamera(false);
window.addEventListener("hashchange", followLink);
window.addEventListener("beforeprint", preparePrint);
requestAnimationFrame(() => requestAnimationFrame(() => { probe.ready = true; }));
