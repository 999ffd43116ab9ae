"""Every kind of bad input, each reported with its place, its value and what was expected.

Problems are compared as they are printed: `file:row: column: message`.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from graphtool import formats
from graphtool.errors import InvalidData, SourceNotFound
from graphtool.formats.assembly import resolution

GOOD = {
    "documents.csv": "id,title\nplan,Strategisk næringsplan\n",
    "municipalities.csv": "id,name\nsogne,Søgne\nvennesla,Vennesla\n",
    "goals.csv": "id,name,part_of\nvekst,Vekst i regionen,\n",
    "plans.csv": "id,name\nnaeringsplan,Strategisk næringsplan\n",
    "relations.csv": "source,relation,target\nsogne,OWNS,vekst\n",
}
"""A small dataset in which nothing is wrong; each test spoils one file of it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "region"
    path.mkdir()
    for name, content in GOOD.items():
        (path / name).write_text(content, encoding="utf-8")
    return path


def said(path: Path, severity: str = "error") -> list[str]:
    """The problems of this severity, as they are printed."""
    return [str(p) for p in formats.examine(path)[1] if p.severity == severity]


def test_nothing_is_wrong_with_the_good_dataset(folder: Path) -> None:
    assert [*said(folder), *said(folder, "warning")] == []
    assert formats.read(folder).graph.edge_count == 1


JUDGED = "; until it is read, 1 name in other rows cannot be judged"
"""What is added where a file of nodes cannot be read: what names it explains is not said too."""

ONE_BY_ONE = {
    "a file for a kind that there is not": (
        "gaols.csv",
        "id,name\ng,Vekst\n",
        [
            "gaols.csv: 'gaols' is no kind's sheet; did you mean 'goals'?; known are relations, "
            "documents, facts, regions, municipalities, actors, programmes, projects, plans, "
            "needs, focus_areas, strategies, goals, measures, effects, resources"
        ],
    ),
    "an unknown relation": (
        "relations.csv",
        "source,relation,target\nsogne,OWNZ,vekst\n",
        ["relations.csv:2: relation: 'OWNZ' is no relation; did you mean 'OWNS'?"],
    ),
    "an unknown node where no party may stand": (
        "relations.csv",
        "source,relation,target\nsogne,OWNS,vekst\nvekst,PART_OF,planen\n",
        [
            "relations.csv:3: target: 'planen' is no node; expected one of sogne, vennesla, "
            "naeringsplan, vekst"
        ],
    ),
    "forbidden endpoints, the other way round": (
        "relations.csv",
        "source,relation,target\nvekst,OWNS,sogne\n",
        [
            "relations.csv:2: relation: OWNS may not run from Goal to "
            "Municipality; it may run from "
            "Municipality to Goal: swap source and target"
        ],
    ),
    "forbidden endpoints, with what is allowed": (
        "relations.csv",
        "source,relation,target\nsogne,PART_OF,vekst\n",
        [
            "relations.csv:2: relation: PART_OF may not run from Municipality to "
            "Goal; between these "
            "kinds there are OWNS, RESPONSIBLE_FOR, COORDINATES, SUPPORTS, PARTICIPATES_IN, "
            "FUNDS, DEPENDS_ON"
        ],
    ),
    "a missing id": (
        "goals.csv",
        "id,name\nvekst,Vekst\n,Flere arbeidsplasser\n",
        ["goals.csv:3: id: the id is missing"],
    ),
    "a doubled id": (
        "goals.csv",
        "id,name\nvekst,Vekst\nmer,Mer\nvekst,Vekst igjen\n",
        ["goals.csv:4: id: id 'vekst' is used already in goals.csv:2"],
    ),
    "an id used by two kinds": (
        "plans.csv",
        "id,name\nvekst,Vekstplan\n",
        ["goals.csv:2: id: id 'vekst' is used already in plans.csv:2"],
    ),
    "an id that a list would take apart": (
        "plans.csv",
        "id,name\nplan;2015,Plan\n",
        ["plans.csv:2: id: id 'plan;2015' contains a semicolon"],
    ),
    "a circle in part_of": (
        "goals.csv",
        "id,name,part_of\nvekst,Vekst,mer\nmer,Mer,flere\nflere,Flere,vekst\n",
        ["goals.csv:4: part_of: PART_OF runs in a circle: vekst -> mer -> flere -> vekst"],
    ),
    "a date that is none": (
        "goals.csv",
        "id,name,valid_from,valid_to\nvekst,Vekst,16.04.2015,2015-02-30\n",
        [
            "goals.csv:2: valid_from: '16.04.2015' is no date; expected a year, month or day as "
            "2015, 2015-04 or 2015-04-16",
            "goals.csv:2: valid_to: '2015-02-30' is no date; expected a year, month or day as "
            "2015, 2015-04 or 2015-04-16",
        ],
    ),
    "dates that run backwards": (
        "goals.csv",
        "id,name,valid_from,valid_to\nvekst,Vekst,2015-04,2015-03-31\n",
        ["goals.csv:2: valid_to: ends 2015-03-31, before it begins 2015-04"],
    ),
    "shares outside 0 to 1": (
        "relations.csv",
        "source,relation,target,share\nsogne,OWNS,vekst,1.5\nvennesla,OWNS,vekst,halvparten\n",
        [
            "relations.csv:2: share: '1.5' is not a share from 0 to 1",
            "relations.csv:3: share: 'halvparten' is not a share from 0 to 1",
        ],
    ),
    "owners with more than all of it": (
        "relations.csv",
        "source,relation,target,share\nsogne,OWNS,vekst,0.6\nvennesla,OWNS,vekst,0.5\n",
        ["relations.csv:3: share: owners of 'vekst' hold 1.1 together: sogne 0.6, vennesla 0.5"],
    ),
    "a document that is not listed": (
        "relations.csv",
        "source,relation,target,document\nsogne,OWNS,vekst,planen\n",
        [
            "relations.csv:2: document: 'planen' is no document that documents.csv lists; "
            "did you mean 'plan'?"
        ],
    ),
    "a line that is none": (
        "relations.csv",
        "source,relation,target,document,line\nsogne,OWNS,vekst,plan,0\nvennesla,OWNS,vekst,plan,7.5\n",
        [
            "relations.csv:2: line: '0' is not a line number (a whole number from 1)",
            "relations.csv:3: line: '7.5' is not a whole number",
        ],
    ),
    "an unknown modality and status": (
        "relations.csv",
        "source,relation,target,modality,status\nsogne,OWNS,vekst,planed,done\n",
        [
            "relations.csv:2: modality: 'planed' is no modality; did you mean 'planned'?",
            "relations.csv:2: status: 'done' is no status; expected one of met, pending, unknown",
        ],
    ),
    "an amount that is none": (
        "relations.csv",
        "source,relation,target,amount\nsogne,OWNS,vekst,1 000 kr\n",
        ["relations.csv:2: amount: '1 000 kr' is not an amount (a number, decimal point)"],
    ),
    "a missing column": (
        "relations.csv",
        "source,relasjon,target\nsogne,OWNS,vekst\n",
        [
            "relations.csv:1: relation: column 'relation' is missing; the first row holds source, "
            "relasjon, target; did you mean 'relasjon'?",
            "relations.csv:2: relation: no relation given",
        ],
    ),
    "no column names": (
        "goals.csv",
        "vekst,Vekst\n",
        [
            "goals.csv:1: id: column 'id' is missing; the first row holds vekst, vekst" + JUDGED,
            "goals.csv:1: name: column 'name' is missing; the first row holds vekst, vekst",
            "goals.csv:1: vekst: column 'vekst' stands there twice",
        ],
    ),
    "cells under no name": (
        "goals.csv",
        "id,name,\nvekst,Vekst,viktig\n",
        ["goals.csv:1: column 3 has cells but no name"],
    ),
    "a row with more cells than the header": (
        "goals.csv",
        "id,name\nvekst,Vekst, også i bygdene\n",
        ["goals.csv:2: has 3 cells, the header 2; quote a cell that holds the delimiter" + JUDGED],
    ),
    "a quotation mark that is never closed": (
        "goals.csv",
        'id,name\nvekst,"Vekst\n',
        ["goals.csv:2: a quotation mark opens in this row and is never closed" + JUDGED],
    ),
    "an empty file": ("plans.csv", "", ["plans.csv: is empty; delete it or give it a header"]),
}


@pytest.mark.parametrize("what", ONE_BY_ONE)
def test_bad_input(folder: Path, what: str) -> None:
    file, content, expected = ONE_BY_ONE[what]
    (folder / file).write_text(content, encoding="utf-8")
    assert said(folder) == expected
    with pytest.raises(InvalidData) as refused:
        formats.read(folder)
    assert str(refused.value).splitlines()[1:] == expected


def test_everything_that_is_wrong_is_said_in_one_run(folder: Path) -> None:
    for file, content in {
        "goals.csv": "id,name,valid_from\nvekst,Vekst,i fjor\n,Mer,\n",
        "relations.csv": "source,relation,target,share\nsogne,OWNZ,vekst,2\nvekst,PART_OF,plan,\n",
        "documents.csv": "id,date\nplan,17. mai\n",
    }.items():
        (folder / file).write_text(content, encoding="utf-8")
    (folder / "plans.csv").write_bytes("id,name\nå,Næring".encode() + b"splan p\xe5\n")
    assert said(folder) == [
        "plans.csv:2: is UTF-8 but for byte 0xe5: damaged, or put together of two files; save it"
        " in Excel as «CSV UTF-8 (Comma delimited)»" + JUDGED,
        "documents.csv:2: date: '17. mai' is no date; expected a year, month or day as 2015, "
        "2015-04 or 2015-04-16",
        "goals.csv:2: valid_from: 'i fjor' is no date; expected a year, month or day as 2015, "
        "2015-04 or 2015-04-16",
        "goals.csv:3: id: the id is missing",
        "relations.csv:2: relation: 'OWNZ' is no relation; did you mean 'OWNS'?",
        "relations.csv:2: share: '2' is not a share from 0 to 1",
    ]
    counted = {count.file: count for count in formats.examine(folder)[2]}
    assert counted["relations.csv"].read == counted["relations.csv"].refused == 2
    assert (counted["goals.csv"].read, counted["goals.csv"].refused) == (2, 2)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("id,name\nø,Økt\n".encode() + b"\xf8,A\n", "goals.csv:3: is UTF-8 but for byte 0xf8: dam"),
        (b"id,name\nvekst,\0\n", "goals.csv:2: holds a NUL byte: no text file"),
    ],
    ids=["two encodings", "nul"],
)
def test_a_wrong_encoding_is_named_with_the_row(
    folder: Path, content: bytes, expected: str
) -> None:
    (folder / "goals.csv").write_bytes(content)
    assert said(folder)[0].startswith(expected)


def test_an_empty_folder_and_a_missing_one(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound, match="holds no CSV file and no workbook"):
        formats.read(tmp_path)
    with pytest.raises(SourceNotFound, match="there is no such file or folder"):
        formats.read(tmp_path / "region")
    (tmp_path / "region.pages").touch()
    with pytest.raises(
        SourceNotFound, match=r"no reader for this; known are a folder of CSV files"
    ):
        formats.read(tmp_path / "region.pages")


def test_a_broken_title_is_a_problem_of_its_own_file(folder: Path) -> None:
    (folder / "dataset.toml").write_text("title = 7\n", encoding="utf-8")
    assert said(folder) == [
        "dataset.toml: title: the title is to be one text, or one for each of nb, nn, en"
    ]
    (folder / "dataset.toml").write_text("title = «Sørlandet»\n", encoding="utf-8")
    assert said(folder)[0].startswith("dataset.toml: cannot be read: Invalid value (at line 1")


def test_warnings_do_not_stop_a_query(folder: Path) -> None:
    (folder / "relations.csv").write_text(
        dedent("""\
        source,relation,target,kommentar
        Kommunesammenslutningen,OWNS,vekst,
        """),
        encoding="utf-8",
    )
    (folder / "plans.csv").write_text("id,name,subkind\np,,strategiplan\n", encoding="utf-8")
    assert said(folder) == []
    assert said(folder, "warning") == [
        "plans.csv:2: id: 'p' has no name; its id stands in",
        "plans.csv:2: subkind: 'strategiplan' is no known subkind of Plan; "
        "did you mean 'strategy_plan' or 'action_plan'?",
        "relations.csv:1: kommentar: column 'kommentar' is not read",
        "relations.csv:2: source: 'Kommunesammenslutningen' matches no known party; "
        "it is kept as an unresolved actor",
    ]
    graph = formats.read(folder).graph
    assert graph.of_kind("Actor")[["id", "subkind"]].to_numpy().tolist() == [
        ["Kommunesammenslutningen", "unresolved"]
    ]


def test_the_same_problem_a_thousand_times_is_cut_short_and_counted(folder: Path) -> None:
    rows = "".join(f"g{at},Mål {at},i fjor\n" for at in range(1000))
    (folder / "goals.csv").write_text(f"id,name,valid_from\nvekst,Vekst,\n{rows}", encoding="utf-8")
    with pytest.raises(InvalidData) as refused:
        formats.read(folder)
    lines = str(refused.value).splitlines()
    assert lines[0] == "1000 problems in the data:"
    assert lines[-1] == "... and 950 more of the rule bad-date"
    assert len(lines) == 52


@pytest.mark.parametrize(
    ("column", "meant"), [("Ansvarlig", "responsible"), ("Eier", "owner"), ("eigar", "owner")]
)
def test_a_column_of_parties_in_other_words_is_not_passed_over(
    tmp_path: Path, column: str, meant: str
) -> None:
    (tmp_path / "municipalities.csv").write_text("id;name\nas;Åsnes\n", encoding="utf-8")
    (tmp_path / "goals.csv").write_text(f"id;name;{column}\ng;Vekst;Åsnes\n", encoding="utf-8")
    _, problems, _ = formats.examine(tmp_path)
    assert [problem.rule for problem in problems] == ["overlooked-column", "free-column"]
    assert "'Åsnes' is a known party" in problems[0].message
    assert f"did you mean {meant!r}?" in problems[1].message


def test_every_column_in_other_words_is_said_and_one_of_peoples_own_is_not(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("id,name,farge,Eier,Merknad\ng,Vekst,blå,,\n", "utf-8")
    assert [str(problem) for problem in formats.examine(tmp_path)[1]] == [
        "goals.csv:1: eier: column 'eier' is kept as a free attribute; did you mean 'owner'?",
        "goals.csv:1: merknad: column 'merknad' is kept as a free attribute; did you mean 'note'?",
    ]


def test_so_many_different_cells_of_a_column_are_held_against_the_parties(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolution, "TRIED", 2)
    (tmp_path / "municipalities.csv").write_text("id,name\nas,Åsnes\n", "utf-8")

    def overlooked(*cells: str) -> list[str]:
        rows = "".join(f"g{at},Mål {at},{cell}\n" for at, cell in enumerate(cells))
        (tmp_path / "goals.csv").write_text(f"id,name,hvem\n{rows}", "utf-8")
        return [str(problem) for problem in formats.examine(tmp_path)[1]]

    assert overlooked("alle", "alle", "ingen; Åsnes", "Åsnes") == [
        "goals.csv:1: hvem: column 'hvem' is kept as a free attribute, but 'Åsnes' is a known"
        " party; columns that make edges are called owner, responsible, coordinator, members,"
        " participants or as the README lists"
    ]
    assert overlooked("alle", "ingen", "Åsnes") == []
    assert len(overlooked("Åsnes; AS", "as")) == 1
    assert overlooked("alle; Mål 0", "g1") == []  # a goal is no party


def test_an_edge_that_a_column_made_is_told_by_that_column(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("id,name,part_of\ng,Vekst,g\n", encoding="utf-8")
    _, problems, _ = formats.examine(tmp_path)
    assert list(map(str, problems)) == ["goals.csv:2: part_of: PART_OF runs in a circle: g -> g"]


def test_a_folder_of_other_peoples_csv_files_is_no_dataset(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("when,what\n2015,lunch\n", encoding="utf-8")
    with pytest.raises(SourceNotFound, match=r"Seen were:\nnotes\.csv \(1 row; when, what\)"):
        formats.examine(tmp_path)
