"""Hypothesis strategies: plan graphs of every shape that the vocabulary allows, and hard words.

`plan_graphs()` gives valid graphs; `plan_rows()` the rows of one before it is made, for tests that
shuffle or spoil them. Graphs are small, so that a failing one can be drawn.
"""

from __future__ import annotations

import unicodedata
from typing import Any, NamedTuple

from hypothesis import Phase, settings
from hypothesis import strategies as st

from graphtool import dates, schema
from graphtool.graph import PlanGraph
from graphtool.language import Text

Row = dict[str, Any]

EXAMPLES = settings(
    max_examples=40, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate)
)
"""For tests on whole graphs: the same few in every run; drawn small, so never shrunk (slow)."""

NAMES = (
    "Kristiansand",
    "Søgne",
    "Våler i Østfold",
    "Kárášjohka",
    "Guovdageaidnu",
    "Unjárga - Nesseby",
    "Deatnu",
    "Snåase",
    "Raarvihke",
    "Hábmer",
    "Ålesund",
    "Ærøskøbing",
    "Đáljá",
    "Ŋoaivvit",
    "Tŧuu",
)
"""Norwegian and Sámi (northern, southern, Lule) names, with every letter that trips software."""

AWKWARD = (
    "=1+1",
    "+47",
    "-",
    "@SUM(A1)",
    "#N/A",
    "0928",
    "2015-04",
    "1e5",
    "NaN",
    "null",
    "None",
    "true",
    "_x0041_",
    "_x005F_",
    "<b>&amp;",
    "]]>",
    "'",
    '"',
    '""',
    "a,b",
    "a;b",
    "a\tb",
    "to\nlinjer",
    "rad\r\nrad",
    "side\x0cskift",
    "\x01",
    "\x7f",
    "\x85",
    "\u2028",
    "\ufeff",
    "\uffff",
    "\0",
    "😀",
    " luft ",
    "\u00a0",
    "e\u0301",
    "id",
    "source",
    "\\",
    "\\n",
    "{",
    "$x",
    "%s",
)
"""Texts that a format may take for something else, or cannot hold as they are."""

TEXTS = st.sampled_from(NAMES + AWKWARD) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=12
)
"""Any text, half a surrogate pair excepted."""

DAYS = st.sampled_from(
    ("", "", "2010", "2015", "2015-04", "2015-04-16", "2017-12", "2019-12-31", "2020", "2020-01-01")
)
"""Dates of every precision, close enough to meet, and none."""

SHARES = st.sampled_from((None, 0.0, 0.1, 1 / 3, 0.5, 1.0))
AMOUNTS = st.none() | st.sampled_from((0.0, 0.1, 1e-7, 1e15, 2**53 + 2.0)) | st.floats(-1e12, 1e12)


class PlanRows(NamedTuple):
    """Rows that make a valid plan graph, and what the dataset is called."""

    nodes: list[Row]
    edges: list[Row]
    documents: list[Row]
    facts: list[Row]
    name: str
    title: Text

    def graph(self) -> PlanGraph:
        """The graph of these rows."""
        return PlanGraph.from_tables(*self[:4], name=self.name, title=self.title)


def plan_graphs(*, max_nodes: int = 10, texts: st.SearchStrategy[str] = TEXTS) -> Any:
    """Valid plan graphs, from the empty one upwards.

    `texts` are the names, quotes and notes; give tamer ones where a format or a database is not
    what is tested.
    """
    return plan_rows(max_nodes=max_nodes, texts=texts).map(PlanRows.graph)


@st.composite
def plan_rows(
    draw: st.DrawFn, *, max_nodes: int = 10, texts: st.SearchStrategy[str] = TEXTS
) -> PlanRows:
    """Rows of a valid plan graph: kinds, relations, periods, evidence and facts in any mixture."""
    documents = draw(_documents(texts))
    evidence = _evidence(documents, texts)
    nodes = draw(_nodes(max_nodes, texts, evidence))
    edges = draw(_edges(nodes, evidence)) if nodes else []
    facts = draw(_facts(nodes, texts, evidence)) if nodes else []
    name = draw(st.sampled_from(("nettverket", "Kárášjohka 2020", "våler-i-østfold")))
    title = Text("Næringsnettverket", "Næringsnettverket", "The business network")
    return PlanRows(nodes, edges, documents, facts, name, draw(st.sampled_from((title, None))))


def days_to_look_at() -> st.SearchStrategy[str]:
    """Days, months and years before, between, on and after the dates in the graphs."""
    return st.sampled_from(
        (
            "2009",
            "2010-01-01",
            "2015-03",
            "2015-04-16",
            "2015-04-17",
            "2015",
            "2018",
            "2019-12-31",
            "2020-01-01",
            "2020",
            "2024-06-30",
        )
    )


@st.composite
def _documents(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> list[Row]:
    ids = draw(st.lists(st.sampled_from(("plan", "søknad", "0415", "a b")), unique=True))
    return [
        {
            "id": document,
            "file": draw(st.sampled_from(("", "plan.txt", "Søknad (utkast).txt"))),
            "title": draw(texts),
            "language": draw(st.sampled_from(("", "nb", "nn", "en", "se"))),
            "date": draw(DAYS),
            "publisher": draw(texts),
            "url": draw(st.sampled_from(("", "https://example.org/?a=1&b=2#3"))),
        }
        for document in ids
    ]


def _evidence(documents: list[Row], texts: st.SearchStrategy[str]) -> st.SearchStrategy[Row]:
    ids = st.sampled_from(["", *(document["id"] for document in documents)])
    return st.fixed_dictionaries(
        {},
        optional={
            "document": ids,
            "line": st.sampled_from((1, 7, 2_000_000)),
            "quote": texts,
            "note": texts,
        },
    )


@st.composite
def _period(draw: st.DrawFn) -> Row:
    begins, ends = draw(DAYS), draw(DAYS)
    if begins and ends and dates.runs_backwards(begins, ends):
        ends = ""
    return {"valid_from": begins, "valid_to": ends}


@st.composite
def _nodes(
    draw: st.DrawFn, most: int, texts: st.SearchStrategy[str], evidence: st.SearchStrategy[Row]
) -> list[Row]:
    # Some kinds only, so that graphs with one kind and with many parallel edges are common.
    kinds = draw(st.lists(st.sampled_from(list(schema.KINDS)), min_size=1, max_size=5, unique=True))
    nodes = []
    for at in range(draw(st.integers(0, most))):
        kind = draw(st.sampled_from(kinds))
        decomposed = draw(st.booleans())
        name = draw(texts)
        nodes.append(
            {
                "id": f"{draw(st.sampled_from(('', 'mål ', 'Čá', '=', '0', '_x0041_')))}{at}",
                "kind": kind,
                "name": unicodedata.normalize("NFD", name) if decomposed else name,
                "subkind": draw(st.sampled_from(["", *schema.KINDS[kind].subkinds])),
                "name_nn": draw(st.sampled_from(("", "Næringsnettverket"))),
                "aliases": draw(
                    st.sampled_from(("", "Node Sørlandet", "Knutepunktet;Node Sørlandet"))
                ),
                **draw(_period()),
                **draw(evidence),
            }
        )
    return nodes


@st.composite
def _edges(draw: st.DrawFn, nodes: list[Row], evidence: st.SearchStrategy[Row]) -> list[Row]:
    edges: list[Row] = []
    places = st.integers(0, len(nodes) - 1)
    for _ in range(draw(st.integers(0, 2 * len(nodes)))):
        one, other = draw(places), draw(places)
        allowed = schema.nearest_allowed(nodes[one]["kind"], nodes[other]["kind"])
        if one <= other and "PART_OF" in allowed:
            allowed.remove("PART_OF")  # only backwards, so that nothing is part of itself
        if not allowed:
            continue
        successors = "SUCCEEDED_BY" in allowed and draw(st.booleans())  # else too rare to matter
        relation = "SUCCEEDED_BY" if successors else draw(st.sampled_from(allowed))
        ends = {"source": nodes[one]["id"], "target": nodes[other]["id"], "relation": relation}
        for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):  # several assertions of one edge
            edges.append({**ends, **draw(_assertion(evidence))})
    owned: dict[str, int] = {}
    for edge in edges:
        if edge["relation"] == "OWNS":
            owned[edge["target"]] = owned.get(edge["target"], 0) + 1
    for edge in edges:
        if edge["relation"] == "OWNS" and edge["share"] is not None:
            edge["share"] /= owned[edge["target"]]
    return edges


@st.composite
def _assertion(draw: st.DrawFn, evidence: st.SearchStrategy[Row]) -> Row:
    return {
        "modality": draw(st.sampled_from(["", *schema.MODALITIES])),
        "share": draw(SHARES),
        "amount": draw(AMOUNTS),
        "currency": draw(st.sampled_from(("", "NOK", "EUR"))),
        "status": draw(st.sampled_from(["", *schema.STATUSES])),
        **draw(_period()),
        **draw(evidence),
    }


@st.composite
def _facts(
    draw: st.DrawFn,
    nodes: list[Row],
    texts: st.SearchStrategy[str],
    evidence: st.SearchStrategy[Row],
) -> list[Row]:
    said = texts.filter(str.strip)  # a fact says something
    return [
        {
            "node": draw(st.sampled_from(nodes))["id"],
            "property": draw(st.sampled_from(("number", "population", "posisjon (UTM)"))),
            "value": draw(st.sampled_from(("0928", "5.987,8.125", "12 000")) | said),
            "unit": draw(st.sampled_from(("", "innbyggere", "m²"))),
            **draw(_period()),
            **draw(evidence),
        }
        for _ in range(draw(st.integers(0, 4)))
    ]


BELONGING = {"OWNS", "HOSTS", "AFFILIATED_WITH", "LOCATED_IN"}


@st.composite
def changing_graphs(draw: st.DrawFn) -> PlanGraph:
    """Small graphs of parties that merge, split and own each other, dense with periods."""
    kinds = ("Municipality", "Municipality", "Actor", "Actor", "Plan", "Resource")
    nodes = [
        {
            "id": f"{kind[0].lower()}{at}",
            "kind": kind,
            "subkind": draw(st.sampled_from(("", "company", "person", "group", "council")))
            if kind == "Actor"
            else "",
            **draw(_period()),
        }
        for at, kind in enumerate(draw(st.lists(st.sampled_from(kinds), min_size=2, max_size=6)))
    ]
    places = st.integers(0, len(nodes) - 1)
    edges: list[Row] = []
    for _ in range(draw(st.integers(1, 10))):
        one, other = draw(places), draw(places)
        allowed = schema.nearest_allowed(nodes[one]["kind"], nodes[other]["kind"])
        if one <= other and "PART_OF" in allowed:
            allowed.remove("PART_OF")
        if not allowed:
            continue
        if "SUCCEEDED_BY" in allowed and draw(st.booleans()):
            allowed = ["SUCCEEDED_BY"]
        elif set(allowed) & BELONGING and draw(st.booleans()):
            allowed = [name for name in allowed if name in BELONGING]
        ends = {"source": nodes[one]["id"], "target": nodes[other]["id"]}
        modality = draw(st.sampled_from(("", "", "", "planned")))
        relation = draw(st.sampled_from(allowed))
        edges.append({**ends, "relation": relation, "modality": modality, **draw(_period())})
    return PlanGraph.from_tables(nodes, edges)
