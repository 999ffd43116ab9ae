"""What goes wrong is said in the reader's language, and the same in each of the three."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import openpyxl
import pytest
from openpyxl.comments import Comment

import graphtool
from graphtool import formats, quotes
from graphtool.errors import GraphtoolError, InvalidData, Problem, UnknownName
from graphtool.formats import template
from graphtool.graph import PlanGraph
from graphtool.language import Said, Text, in_language, together
from graphtool.maps.geo import coordinates, official
from graphtool.maps.story import read as story
from tests.workbooks import workbook

CODE = Path(graphtool.__file__).parent
TREES = {
    file.relative_to(CODE).as_posix(): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted(CODE.rglob("*.py"))
}
QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"|'[^']*'|\(RFC[^)]*\)")
ENGLISH = re.compile(
    r"\b(the|are|was|not|there|did|you|mean|expected|cannot|with|and|stands|known|which|no)\b"
)
"""Words that no Norwegian sentence has."""


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Where in the code one of these is called."""
    for file, tree in TREES.items():
        for node in ast.walk(tree):
            called = getattr(node, "func", None)
            name = getattr(called, "id", "") or getattr(called, "attr", "")
            if isinstance(node, ast.Call) and name in names:
                yield f"{file}:{node.lineno}", node


def literal(node: ast.AST) -> list[str]:
    """The words of a `Text("...", "...", "...")`; [] for anything else."""
    if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "Text":
        return []
    return [each.value for each in node.args if isinstance(each, ast.Constant)]


def templates() -> dict[str, list[str]]:
    """The words of every `Text` that is said as a message, by where its name is given."""
    said = {
        node.args[0].id
        for _, node in calls("Said")
        if node.args and isinstance(node.args[0], ast.Name)
    }
    found = {}
    for file, tree in TREES.items():
        for node in tree.body:
            is_said = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in said
            if is_said and (words := literal(node.value)):
                found[f"{file}:{node.lineno}"] = words
    for place, node in calls("Text"):  # some stand in tables, by a server's code
        if place.startswith("database/") and (words := literal(node)):
            found[place] = words
    return found


def test_a_message_fills_in_the_same_values_in_every_language():
    def fields(words: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(words) if name}

    found = templates()
    assert len(found) > 200
    assert {
        place: words
        for place, words in found.items()
        if not fields(words[0]) == fields(words[1]) == fields(words[2])
    } == {}


def test_a_message_is_norwegian_where_it_is_to_be():
    left = {
        place: words
        for place, words in templates().items()
        for norwegian in words[:2]
        if ENGLISH.search(re.sub(r"\{[^}]*\}|--\w+", "", norwegian))
    }
    assert left == {}


FOR_PROGRAMMERS = ("interactive.py", "engine/answer.py", "formats/format.py")
"""Whose errors are English alone: those of Python code that is called wrongly."""
SPOKEN = (
    ("GraphtoolError", 0),
    ("DatabaseError", 0),
    ("Exhausted", 0),
    ("Silent", 0),
    ("TakenOver", 0),
    ("SourceNotFound", 0),
    ("Problem", 2),
    ("report_row", 3),
    ("warn", 1),
)
"""What tells a message, and the place of the message among its arguments."""


@pytest.mark.parametrize(("name", "at"), SPOKEN)
def test_nothing_that_a_strategist_meets_is_told_in_english_alone(name: str, at: int):
    plain = [
        place
        for place, node in calls(name)
        if len(node.args) > at
        if isinstance(node.args[at], (ast.Constant, ast.JoinedStr, ast.BinOp))
        if not place.startswith(FOR_PROGRAMMERS)
    ]
    assert plain == []


GOALS = "id,name\ng1,Vekst\n"
FILES: dict[str, dict[str, str]] = {
    "unknown-kind": {"goals.csv": GOALS, "gaols.csv": "id,name\na,A\n"},
    "unknown-file": {"goals.csv": GOALS, "annet.csv": "rute,farge\n1,rød\n"},
    "unknown-relation": {
        "goals.csv": GOALS,
        "relations.csv": "source,relation,target\ng1,OWNZ,g1\n",
    },
    "unknown-target": {
        "goals.csv": GOALS,
        "relations.csv": "source,relation,target\ng1,PART_OF,vekstt\n",
    },
    "forbidden-endpoints": {
        "goals.csv": GOALS,
        "relations.csv": "source,relation,target\ng1,OWNS,g1\n",
    },
    "cycle": {"goals.csv": "id,name,part_of\na,A,b\nb,B,a\n"},
    "shares-above-1": {
        "actors.csv": "id,name\na,A\nb,B\nc,C\n",
        "relations.csv": "source,relation,target,share\na,OWNS,c,0.9\nb,OWNS,c,0.6\n",
    },
    "bad-share": {
        "goals.csv": GOALS,
        "relations.csv": "source,relation,target,share\nA,OWNS,g1,halv\n",
    },
    "negative-amount": {
        "municipalities.csv": "id,name\na,A\nb,B\n",
        "relations.csv": "source,relation,target,amount\na,FUNDS,b,-0.5\n",
    },
    "missing-relation": {"goals.csv": GOALS, "relations.csv": "source,relation,target\nA,,g1\n"},
    "unknown-document": {"goals.csv": "id,name,document,line\ng1,Vekst,plan,1\n"},
    "bad-line": {"goals.csv": "id,name,line\ng1,Vekst,0.5\n"},
    "bad-date": {"goals.csv": "id,name,valid_from\ng1,Vekst,i fjor\n"},
    "backwards": {"goals.csv": "id,name,valid_from,valid_to\ng1,Vekst,2016,2015\n"},
    "missing-id": {"goals.csv": "id,name\n,Vekst\n"},
    "bad-id": {"goals.csv": "id,name\na;b,Vekst\n"},
    "doubled-id": {"goals.csv": "id,name\ng1,Vekst\ng1,Mer\n"},
    "missing-name": {"goals.csv": "id,name\ng1,\n"},
    "unknown-subkind": {"actors.csv": "id,name,subkind\na,A,networc\n"},
    "missing-column": {"goals.csv": "navn,id\nVekst,g1\n"},
    "doubled-column": {"goals.csv": "id,name,name\ng1,Vekst,Vekst\n"},
    "nameless-column": {"goals.csv": "id,name,\ng1,Vekst,noe\n"},
    "free-column": {"goals.csv": "id,name,eier\ng1,Vekst,Rådet\n"},
    "unknown-column": {
        "goals.csv": GOALS,
        "relations.csv": "source,relation,target,dato\nA,OWNS,g1,2015\n",
    },
    "overlooked-column": {
        "goals.csv": "id,name,kontakt\ng1,Vekst,Rådet\n",
        "actors.csv": "id,name\nr,Rådet\n",
    },
    "unresolved-name": {
        "goals.csv": "id,name,owner\ng1,Vekst,Raadet\n",
        "actors.csv": "id,name\nr,Rådets\n",
    },
    "ambiguous-name": {
        "goals.csv": "id,name,owner\ng1,Vekst,Rådet\n",
        "actors.csv": "id,name,subkind\nr,Rådet,council\ns,Rådet,network\n",
    },
    "doubled-party": {"actors.csv": "id,name\nr,Rådet\ns,Rådet\n"},
    "near-name": {"actors.csv": "id,name\nr,Kongsberg Innovasjon\ns,Kongsberg Innovasjn\n"},
    "empty-file": {"goals.csv": GOALS, "plans.csv": " \n"},
    "open-quote": {"goals.csv": 'id,name\ng1,"Vekst\n'},
    "ragged-row": {"goals.csv": "id,name\ng1,Vekst,og,mer\n"},
    "doubled-sheet": {"goals.csv": GOALS, "Goals.CSV": GOALS},
    "bad-toml": {"goals.csv": GOALS, "dataset.toml": "title ="},
    "bad-title": {"goals.csv": GOALS, "dataset.toml": "title = 7"},
    "bad-mapping": {"goals.csv": GOALS, "tall.csv": "a,b\n1,2\n", "mapping.toml": "kolonner = 1"},
    "bad-aliases": {"goals.csv": GOALS, "aliases.toml": "a = 'b'\nb = 'a'"},
    "nothing-read": {"goals.csv": "id,name\n"},
    "bad-json": {"m.json": "{"},
    "bad-type": {"m.json": '{"nodes": [7]}'},
    "bad-xml": {"m.graphml": "<graphml>"},
    "no-place": {"m.graphml": "<graphml><graph><node id='a'><port/></node></graph></graphml>"},
    "row-left": {"m.csv": "Tiltak,Mål,Ansvarlig\nNy buss,Vekst,Tinn\n,,Rådet\n"},
    "ambiguous-municipality": {"m.csv": "Tiltak,Ansvarlig\nNy buss,Herøy\n"},
    "guessed-name": {"m.csv": "Tiltak,Ansvarlig\nNy buss,Havn og Hage\n"},
    "guessed-number": {"m.csv": "Tiltak,Ansvarlig,Beløp\nNy buss,Tinn kommune,135.802\n"},
    "guessed-amount": {"m.csv": "Beløp i 1000 kr,\n\nTiltak,Fra fylket\nNy buss,40\n"},
    "mixed-dates": {"m.csv": "Tiltak,Frist\nNy buss,3/25/2026\nNy vei,25/3/2026\n"},
    "not-a-share": {"m.csv": "Selskap,Eier,Eierandel\nKraft AS,Tinn kommune,120\n"},
    "mixed-years": {"m.csv": "Kommune,Folk\n0604 Kongsberg,1\n3818 Tinn,2\n"},
    "unread-relations": {"m.csv": "Fra,Til\nRådet,Vekst\n"},
}
"""By rule, a dataset that breaks it (a single file that is no dataset's own is a source itself)."""


def source(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    alone = folder / next(iter(files))
    return alone if alone.stem == "m" else folder


STORY = """
[[step]]
nod = "Vekst"
title = 7
from = "Vekst"
[[step]]
title = "Fjernt"
node = "Vekstt"
year = 1814
"""


def told_well(problem: Problem) -> None:
    """The message reads as a sentence of its language in each of the three."""
    nb, nn, en = (problem.said.in_(language) for language in ("nb", "nn", "en"))
    assert en == str(problem)
    assert len({nb, en}) == 2
    for norwegian in (nb, nn):
        assert not ENGLISH.search(QUOTED.sub("", norwegian)), norwegian


@pytest.mark.parametrize("rule", FILES)
def test_a_rule_says_in_three_languages_what_breaks_it(tmp_path: Path, rule: str):
    _, problems, _ = formats.examine(source(tmp_path, FILES[rule]))
    assert rule in {problem.rule for problem in problems}
    for problem in problems:
        told_well(problem)


def test_what_is_filled_in_wrongly_in_the_workbook_is_said_in_three_languages(tmp_path: Path):
    path = tmp_path / "plan.xlsx"
    graph = PlanGraph.from_tables([{"id": "g1", "kind": "Goal", "name": "Vekst"}])
    template.write(path, "nb", graph)
    book = openpyxl.load_workbook(path)
    for row in (["Havn", "", "Rådet"], ["Havn", "", ""]):
        book["Mål"].append(row)
    book.save(path)
    problems = formats.examine(path)[1]
    assert {"unlisted-party", "doubled-row"} <= {problem.rule for problem in problems}
    for problem in problems:
        told_well(problem)


def test_what_a_workbook_hides_is_said_in_three_languages(tmp_path: Path):
    path = tmp_path / "plan.xlsx"
    book = workbook(
        path,
        goals=[
            ["id", "name", "note"],
            ["g1", "=A1", "#REF!"],
            ["g2", "Vekst", ""],
            ["g3", "Mer", ""],
        ],
    )
    book["goals"]["C2"].data_type = "e"
    book["goals"]["A3"].comment = Comment("husk", "K")
    book["goals"].merge_cells("A3:B3")
    book.save(path)
    problems = formats.examine(path)[1]
    rules = {problem.rule for problem in problems}
    assert {"no-result", "cell-error", "comments"} <= rules
    for problem in problems:
        told_well(problem)


def test_a_quote_that_is_not_there_is_said_in_three_languages(tmp_path: Path):
    (tmp_path / "plan.txt").write_text("Vekst\n", encoding="utf-8")
    graph = PlanGraph.from_tables(
        [{"id": "g", "kind": "Goal", "name": "g", "document": "p", "line": "2", "quote": "Vekst"}],
        documents=[{"id": "p", "file": "plan.txt"}],
    )
    (problem,) = quotes.check(quotes.cited(graph), graph.documents, [tmp_path]).problems
    assert problem.message.in_("nb") == (
        "«Vekst» står ikke i p:2 (dokumentet har 1 linje); det står i linje 1"
    )
    told_well(problem)


def test_where_a_municipality_lies_is_doubted_in_three_languages():
    nodes = [
        {"id": "h", "kind": "Municipality", "name": "Herøy"},
        {"id": "t", "kind": "Municipality", "name": "Tinn"},
    ]
    facts = [{"node": "t", "property": "lat", "value": "59"}]
    graph = PlanGraph.from_tables(nodes, facts=facts)
    problems = [*official.borders(graph).problems, *coordinates.coordinates(graph).problems]
    assert [problem.message.in_("nb") for problem in problems] == [
        "Herøy: flere kommuner heter det; oppgi nummeret",
        "t: lat og lon hører sammen, og bare den ene er oppgitt",
    ]
    for problem in problems:
        told_well(problem)


def test_a_story_is_refused_in_the_language_of_who_tells_it(tmp_path: Path):
    path = tmp_path / "tur.toml"
    path.write_text(STORY, encoding="utf-8")
    graph = PlanGraph.from_tables([{"id": "g1", "kind": "Goal", "name": "Vekst"}])
    with pytest.raises(GraphtoolError) as refused:
        story.read(path, graph)
    assert refused.value.in_("nb").splitlines() == [
        "tur.toml, steg 1, felt «nod»: nøkkelen «nod» finnes ikke; mente du «node»?",
        "tur.toml, steg 1, felt «title»: «7» er ingen tekst; ventet en i anførselstegn",
        "tur.toml, steg 1, felt «from»: må ha «to» ved siden av seg",
        "tur.toml, steg 2, felt «node»: navnet eller id-en «Vekstt» finnes ikke; mente du «Vekst»?",
        "tur.toml, steg 2, felt «year»: «1814» er ikke noe år på tidslinjen;"
        " ingenting endrer seg i dataene",
    ]


def test_all_that_is_wrong_with_the_data_is_one_error_in_each_language():
    with pytest.raises(InvalidData) as refused:
        PlanGraph.from_tables(
            [{"id": "g", "kind": "Gaol", "name": "Vekst"}, {"id": "", "kind": "Goal"}]
        )
    assert refused.value.in_("nn").splitlines()[0] == "2 feil i dataa:"
    assert str(refused.value).splitlines()[0] == "2 problems in the data:"
    assert refused.value.in_("en") == str(refused.value)


def test_a_name_that_there_is_not_is_asked_about_in_each_language():
    error = UnknownName("query", "eierskp", ["eierskap", "tiltak"])
    assert error.in_("nb") == "spørsmålet «eierskp» finnes ikke; mente du «eierskap»?"
    assert (
        error.in_("en") == str(error) == "query 'eierskp' does not exist; did you mean 'eierskap'?"
    )


def test_an_error_of_which_only_english_is_known_is_said_in_english():
    assert GraphtoolError("no such thing").in_("nb") == "no such thing"


def test_a_message_keeps_its_languages_when_it_is_added_to_and_copied():
    said = Said(Text("nei", "nei", "no")) + ": " + Said(Text("ja", "ja", "yes"))
    for same in (said, copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert (str(same), same.in_("nb")) == ("no: yes", "nei: ja")
    assert in_language("plain", "nb") == "plain"


def test_braces_in_what_somebody_wrote_are_only_braces():
    name = Said(Text("«{name}»", "«{name}»", "{name!r}"), name="{x} {0}")
    assert together(["{y}", name]).in_("nb") == "{y}«{x} {0}»"
