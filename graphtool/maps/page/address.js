// What is shown as part of the address.

import { DATA } from "./data.js";
import { graph, tripleOf } from "./graph.js";
import { isPresenting, state } from "./state.js";

export function writeAddress() {
  const values = {
    node: state.node >= 0 ? graph.nodes[state.node].id : "",
    from: state.path ? graph.nodes[state.path.nodes[0]].id : "",
    to: state.path ? graph.nodes[state.path.nodes[state.path.nodes.length - 1]].id : "",
    hide: [...state.hiddenKinds].sort().join(","),
    hideRel: [...state.hiddenRelations].sort().join(","),
    allRel: [...state.wholeRelations].sort().join(","),
    mun: [...state.places].map((p) => encodeURIComponent(graph.view.places[p].id)).sort().join(","),
    view: graph.view.view === DATA.view ? "" : graph.view.view,
    year: state.stop ? graph.view.stops[state.stop - 1] : "",
    changed: state.onlyChanged ? "1" : "",
    edge: state.edge >= 0 ? tripleOf(graph.edges[state.edge]).map(encodeURIComponent).join(",") : "",
    strand: state.strand ? tripleOf(graph.edges[state.strand.edges[0]]).map(encodeURIComponent).join(",") : "",
    steps: state.node >= 0 && state.steps > 1 ? String(state.steps) : "",
    finding: state.highlight?.finding || "",
    step: isPresenting() ? String(state.step + 1) : "",
    lang: state.lang === DATA.meta.lang ? "" : state.lang,
    theme: state.theme === DATA.meta.theme ? "" : state.theme,
  };
  const given = Object.entries(values).filter(([, value]) => value);
  const hash = given.map(([key, value]) => key + "=" + encodeURIComponent(value)).join("&");
  if (hash === location.hash.slice(1)) return;
  history.replaceState(null, "", hash ? "#" + hash : location.href.split("#")[0]);
}
