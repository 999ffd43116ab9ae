"""Each rule that a plan graph's tables must keep, broken alone, with its row and column."""

from __future__ import annotations

from typing import Any

import pytest

from graphtool import PlanGraph
from graphtool.errors import InvalidData
from graphtool.graph import cleaning, tables, validation
from graphtool.graph.unread import SHOWN, Unread, as_rows, from_rows, in_order, sentences

NODES = [
    {"id": "k", "kind": "Municipality", "name": "Kommunen"},
    {"id": "l", "kind": "Municipality", "name": "Landet"},
    {"id": "g", "kind": "Goal", "name": "Vekst"},
    {"id": "h", "kind": "Goal", "name": "Handel"},
]
OWNS = {"source": "k", "relation": "OWNS", "target": "g"}
PART = {"relation": "PART_OF"}
PLAN = [{"id": "plan", "date": "2015"}]


def said(
    nodes: list[dict[str, Any]] | None = None,
    edges: tuple[dict[str, Any], ...] = (OWNS,),
    documents: list[dict[str, Any]] | None = None,
    facts: tuple[dict[str, Any], ...] = (),
) -> list[str]:
    """What is wrong with the tables, as it is printed, each with its severity and rule."""
    columns = (
        [c for c in tables.NODE_COLUMNS if c != "facts"],
        tables.EDGE_COLUMNS,
        tables.DOCUMENT_COLUMNS,
        tables.FACT_COLUMNS,
    )
    rows = (NODES if nodes is None else nodes, edges, documents or PLAN, facts)
    raw = [cleaning.frame(table, names) for table, names in zip(rows, columns, strict=True)]
    return [f"{p.severity} {p.rule} {p}" for p in validation.problems(*raw)]


def test_nothing_is_wrong_with_the_tables():
    assert said() == []


DATE = "is no date; expected a year, month or day as 2015, 2015-04 or 2015-04-16"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"source": ""}, "missing-source relations:2: source: no source given"),
        ({"relation": ""}, "missing-relation relations:2: relation: no relation given"),
        ({"target": ""}, "missing-target relations:2: target: no target given"),
        (
            {"relation": "OWNZ"},
            "unknown-relation relations:2: relation: 'OWNZ' is no relation; did you mean 'OWNS'?",
        ),
        (
            {"source": "x"},
            "unknown-source relations:2: source: 'x' is no node; expected one of k, l, g, h",
        ),
        (
            {"target": "x"},
            "unknown-target relations:2: target: 'x' is no node; expected one of k, l, g, h",
        ),
        (
            {"modality": "planed"},
            "unknown-modality relations:2: modality: 'planed' is no modality; did "
            "you mean 'planned'?",
        ),
        (
            {"status": "done"},
            "unknown-status relations:2: status: 'done' is no status; expected one"
            " of met, pending, unknown",
        ),
        ({"valid_from": "i fjor"}, f"bad-date relations:2: valid_from: 'i fjor' {DATE}"),
        ({"valid_to": "2015-13"}, f"bad-date relations:2: valid_to: '2015-13' {DATE}"),
        (
            {"valid_from": "2016", "valid_to": "2015-12"},
            "backwards relations:2: valid_to: ends 2015-12, before it begins 2016",
        ),
        (
            {"document": "notat"},
            "unknown-document relations:2: document: 'notat' is no document that "
            "documents.csv lists;"
            " expected one of plan",
        ),
        (
            {"line": "0"},
            "bad-line relations:2: line: '0' is not a line number (a whole number from 1)",
        ),
        ({"line": "1.5"}, "bad-line relations:2: line: '1.5' is not a whole number"),
        (
            {"line": str(2**31)},
            "bad-line relations:2: line: '2147483648' is not a line number (a whole number from 1)",
        ),
        ({"share": "1.01"}, "bad-share relations:2: share: '1.01' is not a share from 0 to 1"),
        ({"share": "-0.01"}, "bad-share relations:2: share: '-0.01' is not a share from 0 to 1"),
        (
            {"amount": "mye"},
            "bad-amount relations:2: amount: 'mye' is not an amount (a number, decimal point)",
        ),
        (
            {"amount": "inf"},
            "bad-amount relations:2: amount: 'inf' is not an amount (a number, decimal point)",
        ),
        (
            {"source": "g", "target": "k"},
            "forbidden-endpoints relations:2: relation: OWNS may not run from Goal "
            "to Municipality; it may run from Municipality to Goal: swap "
            "source and target",
        ),
        (
            {"target": "l"},
            "forbidden-endpoints relations:2: relation: OWNS may not run from Municipality to"
            " Municipality; between these kinds there are FUNDS, COLLABORATES_WITH, DEPENDS_ON,"
            " SUCCEEDED_BY",
        ),
        (
            {"source": "g", "relation": "LOCATED_IN", "target": "h"},
            "forbidden-endpoints relations:2: relation: LOCATED_IN may not run from Goal to Goal;"
            " between these kinds there are PART_OF, CONTRIBUTES_TO, DEPENDS_ON",
        ),
        (
            {"source": "g", "relation": "PART_OF", "target": "g"},
            "cycle relations:2: target: PART_OF runs in a circle: g -> g",
        ),
    ],
)
def test_a_row_of_relations(changed, problem):
    assert said(edges=({**OWNS, **changed},)) == [f"error {problem}"]


def test_money_that_is_less_than_nothing_is_warned_of():
    paid = {"source": "k", "relation": "FUNDS", "target": "l", "amount": "-50"}
    assert said(edges=(OWNS, paid)) == [
        "warning negative-amount relations:3: amount: '-50' is a negative amount: write it without"
        " the minus, and let the relation run from who gives to who gets it"
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"share": "0"},
        {"share": "1"},
        {"amount": "1e308"},
        {"amount": "0"},
        {"line": "1"},
        {"line": str(2**31 - 1)},
        {"line": "7.0"},
        {"valid_from": "2015-04", "valid_to": "2015"},
        {"document": "plan", "status": "met", "modality": "aspiration"},
    ],
)
def test_what_a_row_may_just_say(changed):
    assert said(edges=({**OWNS, **changed},)) == []


@pytest.mark.parametrize(("count", "hint"), [(200, "; did you mean 'OWNS'?"), (201, "")])
def test_of_very_many_wrong_words_the_nearest_are_not_sought(count, hint):
    rows = ({**OWNS, "relation": f"OWN{at}"} for at in range(count))
    expected = f"error unknown-relation relations:2: relation: 'OWN0' is no relation{hint}"
    assert said(edges=tuple(rows))[0] == expected


def test_a_row_is_told_by_its_place_in_the_table():
    rows = (OWNS, {**OWNS, "line": "x"}, OWNS, {**OWNS, "line": "x"})
    assert [line.split(": ")[0] for line in said(edges=rows)] == [
        "error bad-line relations:3",
        "error bad-line relations:5",
    ]


def owned(*holdings: str) -> list[str]:
    """Problems where the goal is owned so: `k 0.6 2015 2017`, the dates may be left out."""
    rows = []
    for holding in holdings:
        source, share, *period = holding.split()
        begins, ends = [*period, "", ""][:2]
        row = {"source": source, "relation": "OWNS", "target": "g", "share": share}
        rows.append({**row, "valid_from": begins.strip("-"), "valid_to": ends})
    return said(edges=tuple(rows))


@pytest.mark.parametrize(
    ("holdings", "problem"),
    [
        (["k 0.6", "l 0.5"], "3: share: owners of 'g' hold 1.1 together: k 0.6, l 0.5"),
        (
            ["k 0.6 2015", "l 0.5 2014"],
            "3: share: owners of 'g' hold 1.1 together on 2015: k 0.6, l 0.5",
        ),
        (
            ["k 0.6 - 2015", "l 0.5 2015-12"],
            "3: share: owners of 'g' hold 1.1 together on 2015-12: k 0.6, l 0.5",
        ),
        (
            ["k 0.6 - 2015-12", "l 0.5 2015"],
            "3: share: owners of 'g' hold 1.1 together on 2015: k 0.6, l 0.5",
        ),
        (["k 0.7", "k 0.6", "l 0.4"], "4: share: owners of 'g' hold 1.1 together: k 0.7, l 0.4"),
    ],
)
def test_owners_of_more_than_all_of_it(holdings, problem):
    assert owned(*holdings) == [f"error shares-above-1 relations:{problem}"]


@pytest.mark.parametrize(
    "holdings",
    [
        ["k 0.5", "l 0.5"],
        ["k 0.333333333334", "k 0.333333333334 2014", "l 0.666666666667"],
        ["k 0.6", "k 0.6"],
        ["k 0.6 - 2014", "l 0.5 2015"],
        ["k 0.6 - 2015-03", "l 0.5 2015-04"],
        ["k 1 2015 2016", "l 1 2017"],
    ],
)
def test_owners_of_no_more_than_all_of_it(holdings):
    assert owned(*holdings) == []


def test_shares_of_two_things_are_not_added():
    assert said(edges=({**OWNS, "share": "0.9"}, {**OWNS, "target": "h", "share": "0.9"})) == []


def parts(*steps: str) -> list[str]:
    nodes = [{"id": n, "kind": "Goal", "name": n} for n in "abcdefghij"]
    edges = tuple({**PART, "source": step[0], "target": step[1]} for step in steps)
    return said(nodes, edges)


def test_circles_of_parts_each_once_at_their_last_row():
    assert parts("ab", "bc", "cd") == []
    assert parts("ab", "bc", "ca", "da", "ce") == [
        "error cycle relations:4: target: PART_OF runs in a circle: a -> b -> c -> a"
    ]
    assert parts("ba", "ab", "cd", "dc", "bc") == [
        "error cycle relations:3: target: PART_OF runs in a circle: b -> a -> b",
        "error cycle relations:5: target: PART_OF runs in a circle: c -> d -> c",
    ]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"id": ""}, "error missing-id nodes:6: id: the id is missing"),
        ({"id": "a;b"}, "error bad-id nodes:6: id: id 'a;b' contains a semicolon"),
        ({"id": "k"}, "error doubled-id nodes:6: id: id 'k' is used already in nodes:2"),
        ({"kind": ""}, "error missing-kind nodes:6: kind: no kind given"),
        (
            {"kind": "Gaol"},
            "error unknown-kind nodes:6: kind: 'Gaol' is no kind; did you mean 'Goal'?",
        ),
        ({"name": ""}, "warning missing-name nodes:6: id: 'n' has no name; its id stands in"),
        (
            {"subkind": "visjon"},
            "warning unknown-subkind nodes:6: subkind: 'visjon' is no known"
            " subkind of Goal; did you mean 'vision'?",
        ),
        ({"valid_from": "x"}, f"error bad-date nodes:6: valid_from: 'x' {DATE}"),
        (
            {"valid_from": "2016", "valid_to": "2015"},
            "error backwards nodes:6: valid_to: ends 2015, before it begins 2016",
        ),
        (
            {"document": "notat"},
            "error unknown-document nodes:6: document: 'notat' is no document"
            " that documents.csv lists; expected one of plan",
        ),
        (
            {"line": "x"},
            "error bad-line nodes:6: line: 'x' is not a line number (a whole number from 1)",
        ),
    ],
)
def test_a_row_of_nodes(changed, problem):
    node = {"id": "n", "kind": "Goal", "name": "Ny", **changed}
    assert said([*NODES, node]) == [problem]


def test_a_nameless_node_without_id_is_one_problem_and_free_subkinds_are_none():
    assert said([*NODES, {"kind": "Goal"}]) == ["error missing-id nodes:6: id: the id is missing"]
    kinds = [{"id": "n", "kind": "Municipality", "name": "N", "subkind": "by"}]
    assert said([*NODES, *kinds]) == []


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"node": ""}, "missing-node facts:2: node: no node given"),
        ({"property": ""}, "missing-property facts:2: property: no property given"),
        ({"value": ""}, "missing-value facts:2: value: no value given"),
        ({"node": "x"}, "unknown-node facts:2: node: 'x' is no node; expected one of k, l, g, h"),
        ({"valid_to": "x"}, f"bad-date facts:2: valid_to: 'x' {DATE}"),
        ({"line": "x"}, "bad-line facts:2: line: 'x' is not a line number (a whole number from 1)"),
    ],
)
def test_a_row_of_facts(changed, problem):
    fact = {"node": "k", "property": "number", "value": "1", **changed}
    assert said(facts=(fact,)) == [f"error {problem}"]


def test_a_row_of_documents():
    assert said(documents=[*PLAN, {"id": ""}, {"id": "plan"}, {"id": "d", "date": "17. mai"}]) == [
        "error missing-id documents:3: id: the id is missing",
        "error doubled-id documents:4: id: id 'plan' is used already in documents:2",
        f"error bad-date documents:5: date: '17. mai' {DATE}",
    ]


def test_a_graph_is_refused_for_errors_and_made_in_spite_of_warnings():
    with pytest.raises(InvalidData, match="'OWNZ' is no relation"):
        PlanGraph.from_tables(NODES, [{**OWNS, "relation": "OWNZ"}])
    assert PlanGraph.from_tables([{"id": "g", "kind": "Goal"}]).nodes["name"].tolist() == ["g"]


# What is said of what was not read


def test_what_was_not_read_in_three_languages():
    cells = Unread("cells", "m.xlsx", ("note",), 2)
    assert cells.said().nb == (
        "Lest som tomt i m.xlsx, fordi cellen viser en feil eller mangler resultatet av en formel:"
        " 2 i note."
    )
    assert Unread("sheet", "a.csv", (), 1).said().nb == "Ikke lest: a.csv (1 rad; kolonner: -)."
    assert Unread("sheet", "a.csv", ("x",), 2).said().nn == (
        "Ikkje lese: a.csv (2 rader; kolonnar: x)."
    )
    assert Unread("noe", "a.csv", ("x", "y")).said().en == "Not used of a.csv: x, y."


def test_of_many_columns_six_are_named_and_of_many_sentences_six_are_said():
    def names(count: int) -> str:
        columns = tuple(f"k{at}" for at in range(count))
        return Unread("columns", "a.csv", columns, count).said().en

    assert names(SHOWN).endswith(": k0, k1, k2, k3, k4, k5.")
    assert names(SHOWN + 2).endswith(": k0, k1, k2, k3, k4, k5 and 2 more.")
    some = [Unread("comments", f"{at}.xlsx") for at in range(SHOWN + 3)]
    assert sentences(some[:SHOWN]) == [one.said() for one in some[:SHOWN]]
    assert sentences(some)[:-1] == sentences(some[:SHOWN])
    assert sentences(some)[-1].nb.endswith(": 3 til, som describe lister opp.")


def test_what_was_not_read_comes_back_from_rows_the_gravest_first():
    left = (Unread("noe"), Unread("strangers", "", ("a", "b"), 2), Unread("sheet", "a", ("x",), 1))
    assert in_order([*left, left[0]]) == (left[2], left[1], left[0])
    assert as_rows(left)[:2] == [
        {"what": "noe", "file": "", "names": "", "number": ""},
        {"what": "strangers", "file": "", "names": "a;b", "number": "2"},
    ]
    assert from_rows(as_rows(left)) == in_order(left)
    assert from_rows([{"names": "a;;b", "number": "mange"}, {"what": None}]) == (
        Unread("others"),
        Unread("others", "", ("a", "b")),
    )


@pytest.mark.parametrize(("count", "hint"), [(200, "; expected one of"), (201, "")])
def test_of_more_than_two_hundred_unknown_words_what_was_meant_is_not_sought(count, hint):
    edges = tuple({**OWNS, "modality": f"{n}{n}"} for n in range(count))
    lines = [line for line in said(edges=edges) if "modality" in line]
    assert len(lines) == count
    assert all(("is no modality" + hint) in line for line in lines)
    assert all(bool(hint) == ("expected" in line) for line in lines)


@pytest.mark.parametrize(("count", "listed"), [(20, True), (21, False)])
def test_up_to_twenty_words_that_may_stand_there_are_listed(count, listed):
    documents = [{"id": f"d{n}"} for n in range(count)]
    (line,) = said(edges=({**OWNS, "document": "vedtaket"},), documents=documents)
    assert ("; expected one of d0, d1" in line) == listed
