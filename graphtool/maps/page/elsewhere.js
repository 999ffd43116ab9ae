// Search in sheets that are not open.

// Nodes in the sheets of groups, found without opening them: the sheet, and the place in it.
let everywhere = null;

function elsewhere(text) {
  const wanted = fold(text).split(" ").filter(Boolean);
  if (!at("gt-sheet-group-index") || !wanted.length) return [];
  everywhere ??= Object.entries(readSheet("group-index")).flatMap(([name, rows]) => (name === "view" ? []
    : rows.map((find, place) => ({ sheet: name, place, find }))));
  const whole = wanted.join(" ");
  const rank = (row) => (row.find === whole ? 0 : row.find.startsWith(whole) ? 1 : 2);
  return everywhere.filter((row) => row.sheet !== sheet.view && wanted.every((word) => row.find.includes(word)))
    .sort((a, b) => rank(a) - rank(b));
}

const nodeOf = (hit) => readSheet(hit.sheet).nodes[hit.place];

function goTo(hit) {
  closeHits();
  turnTo(hit.sheet);
  take(hit.place);
}

// How many nodes no search can find, because the file has only their numbers.
function absentText() {
  const { groups, total } = DATA;
  return groups && groups.held < groups.nodes ? words("hits_absent", { n: number(groups.nodes - groups.held), m: number(total[0]) }) : "";
}
