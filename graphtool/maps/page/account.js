// What the picture has of the edges, counted while it is drawn: header, legend and its note say this and no more.

// How many edges are drawn one by one (`single`; of these `leaving` have an end outside the view), in lines that stand
// for several (`gathered`; `unnumbered` of them in lines without a number), within the cards of groups (`inside`);
// and how many are not to be seen: under symbols that touch (`covered`), in lines that are not drawn (`others`).
const newAccount = () => ({ single: 0, leaving: 0, gathered: 0, unnumbered: 0, inside: 0, covered: 0, others: 0, relations: {} });
const UNSEEN = ["covered", "others"];

function count(view, how, which) {
  for (const edge of which) {
    const n = timesOf(edge);
    view.account[how] += n;
    if (!UNSEEN.includes(how)) view.account.relations[edge.relation] = (view.account.relations[edge.relation] || 0) + n;
  }
}

const inPicture = ({ single, gathered, inside }) => single + gathered + inside;

// How many of a relation are to be seen; of one that is switched off, how many there would be to draw.
const relationShown = (name) => (chosen.hideRelations.has(name) || !view.account ? visible.relationCount : view.account.relations)[name] || 0;

// The account in words, where not every edge is a line of its own that is seen whole.
function accountText({ gathered, unnumbered, inside, covered, others, leaving, single }) {
  const said_ = [[gathered, "drawn_gathered"], [unnumbered, "drawn_unnumbered"], [inside, "drawn_inside"], [leaving, "drawn_leaving"],
    [covered, "drawn_covered"], [others, "drawn_others"]];
  const parts = said_.flatMap(([n, key]) => (n ? [words(key, { n: number(n) })] : []));
  return parts.length ? [...(single ? [words("drawn_single", { n: number(single) })] : []), ...parts].join("; ") : "";
}

let told = "";

// Says what the picture has, where that is something else than what was said last.
function tellAccount() {
  const key = [lang, sheet.view, version, JSON.stringify(view.account)].join();
  if (key === told || !at("drawn")) return;
  told = key;
  at("shown").textContent = at("shown").title = shownText(false);
  at("drawn").textContent = accountText(view.account);
  for (const box of at("legend").querySelectorAll(".relations input[data-name]")) {
    box.parentElement.querySelector(".count").textContent = number(relationShown(box.dataset.name));
  }
}
