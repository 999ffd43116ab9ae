"""Problems by cause: what follows from another problem is counted in it, not listed beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import formats
from graphtool.errors import Problem
from graphtool.formats.assembly.causes import by_cause
from graphtool.language import Said, same

REGION = {
    "regions.csv": "id,name\nr,Regionen\n",
    "municipalities.csv": "id,name,part_of\na,Ås,r\nb,Birkenes,r\n",
    "actors.csv": "id,name\nn,Nettverket\n",
    "goals.csv": "id,name,owner\ng,Vekst,Birkenes\n",
    "documents.csv": "id\nplan\n",
    "relations.csv": "source,relation,target,document\n"
    "b,MEMBER_OF,n,plan\nn,LOCATED_IN,b,plan\na,MEMBER_OF,n,plan\n"
    "b,SUPPORTS,g,plan\n",
}


def problems(folder: Path, **changed: str) -> list[str]:
    """What is wrong with the region with some files written anew, as it is printed."""
    for name, text in {**REGION, **{f"{stem}.csv": text for stem, text in changed.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [f"{p.severity}: {p}" for p in formats.examine(folder)[1]]


def test_nothing_is_wrong_with_the_region(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


def test_a_municipality_that_is_gone_is_what_is_wrong_with_all_its_rows(tmp_path: Path) -> None:
    """b MEMBER_OF n and b SUPPORTS g could be an actor's, n LOCATED_IN b could not."""
    said = problems(
        tmp_path, municipalities="id,name,part_of\na,Ås,r\n", goals="id,name,owner\ng,Vekst,Ås\n"
    )
    assert said == [
        "error: relations.csv:2: source: 'b' is no node; expected one of r, a, n, g; so also in"
        " relations.csv:3, relations.csv:5"
    ]


def test_a_name_that_may_be_an_actors_is_warned_of_once(tmp_path: Path) -> None:
    said = problems(
        tmp_path,
        relations="source,relation,target\nHavna,MEMBER_OF,n\nHavna,SUPPORTS,g\na,MEMBER_OF,n\n",
    )
    assert said == [
        "warning: relations.csv:2: source: 'Havna' matches no known party; it is kept as an"
        " unresolved actor; so also in relations.csv:3"
    ]


def test_a_document_that_is_not_listed_is_one_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, documents="id\nplanen\n") == [
        "error: relations.csv:2: document: 'plan' is no document that documents.csv lists; did you"
        " mean 'planen'?; so also in relations.csv:3, relations.csv:4, relations.csv:5"
    ]


def test_names_are_not_judged_while_a_file_of_nodes_cannot_be_read(tmp_path: Path) -> None:
    for name, text in REGION.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "municipalities.csv").write_bytes(b"id,name\na,\0s\n")
    (said,) = [str(p) for p in formats.examine(tmp_path)[1]]
    assert said.startswith("municipalities.csv:2: holds a NUL byte")
    assert said.endswith("until it is read, 3 names in other rows cannot be judged")


@pytest.mark.parametrize(
    ("row", "edge"),
    [
        ("A,member of,N", ("a", "MEMBER_OF", "n")),
        ("ås,Member-Of,NETTVERKET", ("a", "MEMBER_OF", "n")),
        ("A\u030as kommune,MEMBER_OF,n", ("a", "MEMBER_OF", "n")),
    ],
)
def test_ids_names_and_relations_compare_whatever_their_spelling(
    tmp_path: Path, row: str, edge: tuple[str, str, str]
) -> None:
    assert problems(tmp_path, relations=f"Source,RELATION,target,Document\n{row},PLAN\n") == []
    graph = formats.read(tmp_path).graph
    found = graph.related("MEMBER_OF").iloc[0]
    ids = graph.nodes["id"]
    assert (ids[found["source"]], found["relation"], ids[found["target"]]) == edge
    assert found["document"] == "plan"


def test_of_two_ids_that_differ_in_capitals_neither_is_guessed(tmp_path: Path) -> None:
    (said,) = problems(
        tmp_path,
        actors="id,name\nn,Nettverket\nax,X\nAX,Y\n",
        relations="source,relation,target\nAx,MEMBER_OF,n\n",
    )
    assert said == "error: relations.csv:2: source: 'Ax' may mean AX, ax; write the id"


@pytest.mark.parametrize("cell", ["Ås, Birkenes", "Ås og Birkenes", "Ås/Birkenes", "Ås\nBirkenes"])
def test_a_cell_that_lists_known_parties_names_each(tmp_path: Path, cell: str) -> None:
    assert problems(tmp_path, goals=f'id,name,owner\ng,Vekst,"{cell}"\n') == []
    assert formats.read(tmp_path).graph.related("OWNS")["source"].nunique() == 2


def test_a_cell_with_an_unknown_name_is_not_parted_and_that_is_said(tmp_path: Path) -> None:
    (said,) = problems(tmp_path, goals="id,name,owner\ng,Vekst,Ås og Havna\n")
    assert "'Ås og Havna' matches no known party" in said
    assert said.endswith("part several names by semicolons")


def test_a_name_with_a_comma_stays_one(tmp_path: Path) -> None:
    goals = 'id,name,owner\ng,Vekst,"Ås, Birkenes"\n'
    actors = 'id,name\nn,Nettverket\nab,"Ås, Birkenes"\n'
    assert problems(tmp_path, goals=goals, actors=actors) == []
    assert formats.read(tmp_path).graph.related("OWNS")["source"].nunique() == 1


def test_an_actor_entered_twice_is_reported(tmp_path: Path) -> None:
    (said,) = problems(tmp_path, actors="id,name\nn,Nettverket\nm,NETTVERKET\n")
    assert "warning: actors.csv:3: name: 'NETTVERKET' is the name of 'n' too (actors.csv:2)" in said


def test_ids_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    rows = "".join(f"t{n},Mål {n}\n" for n in (10, 2, 1))
    assert problems(tmp_path, goals=f"id,name\n{rows}", relations="source,relation,target\n") == []
    assert formats.read(tmp_path).graph.of_kind("Goal")["id"].tolist() == ["t1", "t2", "t10"]


def test_what_keeps_a_file_from_being_read_comes_first_then_names_then_the_rest() -> None:
    found = by_cause(
        [
            Problem("warning", "unresolved-name", "w", "a.csv", 2, "source"),
            Problem("error", "bad-date", "d", "a.csv", 9, "valid_to"),
            Problem("error", "unknown-target", "t", "b.csv", 3, "target"),
            Problem("error", "missing-column", "m", "b.csv", 1, "name"),
            Problem("error", "ragged-row", "r", "relations.csv", 4),
            Problem("error", "unknown-source", "s", "b.csv", 10, "source"),
            Problem("error", "bad-date", "d", "a10.csv", 1, "valid_to"),
            Problem("error", "bad-date", "d", "a2.csv", 1, "valid_to"),
        ]
    )
    assert [(p.message, p.file, p.row) for p in found] == [
        ("r", "relations.csv", 4),
        ("t", "b.csv", 3),
        ("s", "b.csv", 10),
        ("w", "a.csv", 2),
        ("d", "a.csv", 9),
        ("d", "a2.csv", 1),
        ("d", "a10.csv", 1),
        ("m", "b.csv", 1),
    ]


def test_of_many_rows_with_one_unknown_name_three_are_named_and_the_rest_counted() -> None:
    def of(*rows: int) -> str:
        problems = [Problem("error", "unknown-node", "x", "facts.csv", row) for row in rows]
        (one,) = by_cause(problems)
        return one.message

    assert of(2) == "x"
    assert of(2, 3, 4, 5) == "x; so also in facts.csv:3, facts.csv:4, facts.csv:5"
    assert of(2, 3, 4, 5, 6, 7).endswith(", facts.csv:5 and 2 more")
    json = [Problem("error", "unknown-node", "x", f"m.json#/nodes/{n}", 0) for n in (1, 2)]
    assert by_cause(json)[0].message == "x; so also in m.json#/nodes/2"


@pytest.mark.parametrize(
    ("rule", "file", "column", "explains"),
    [
        ("ragged-row", "goals.csv", "", {"names"}),
        ("missing-column", "goals.csv", "id", {"names"}),
        ("missing-column", "goals.csv", "name", set()),
        ("unknown-kind", "gaols.csv", "", {"names"}),
        ("unknown-kind", "gaols.csv", "kind", set()),
        ("doubled-sheet", "Focus areas", "", {"names"}),
        ("open-quote", "relations.csv", "", set()),
        ("empty-file", "documents.csv", "", {"documents"}),
    ],
)
def test_which_problem_explains_which_names(
    rule: str, file: str, column: str, explains: set[str]
) -> None:
    name = Problem("error", "unknown-node", "?", "facts.csv", 2)
    document = Problem("error", "unknown-document", "!", "facts.csv", 2)
    cause = Problem("error", rule, "broken", file, 1, column)
    left = by_cause([cause, name, document])
    gone = {"names": name not in left, "documents": document not in left}
    assert {what for what, is_gone in gone.items() if is_gone} == explains
    said = "; until it is read, 1 name in other rows cannot be judged" if explains else ""
    assert cause._replace(message=f"broken{said}") in left
    assert len(by_cause([cause._replace(severity="warning"), name, document])) == 3


def test_what_is_one_name_is_told_by_the_name_and_not_by_what_is_said_of_it() -> None:
    """A hint may differ from end to end, and two names may be said in the same words."""
    ends = [
        Problem("error", "unknown-source", "b is no node; did you mean a?", "r.csv", 2, "", "b"),
        Problem("error", "unknown-target", "b is no node", "r.csv", 3, "", "b"),
        Problem("error", "unknown-document", "b is no node", "r.csv", 4, "", "b"),
    ]
    assert [p.message for p in by_cause(ends)] == [
        "b is no node; did you mean a?; so also in r.csv:3",
        "b is no node",
    ]
    named = [Problem("error", "unknown-node", "?", "f.csv", row, "", f"n{row}") for row in (2, 3)]
    assert len(by_cause(named)) == 2


def test_problems_are_told_once_by_file_and_row_however_they_were_found() -> None:
    def one(file: str, row: int, column: str = "name") -> Problem:
        return Problem("warning", "doubled-party", Said(same("to ganger")), file, row, column)

    found = [one("b2.csv", 3), one("b10.csv", 2), one("b2.csv", 2), one("b2.csv", 3)]
    assert by_cause([*found, one("b2.csv", 3, "id")]) == [
        one("b2.csv", 2),
        one("b2.csv", 3, "id"),
        one("b2.csv", 3),
        one("b10.csv", 2),
    ]
