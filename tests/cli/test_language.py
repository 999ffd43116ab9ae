"""What the command line says is in the language of who asks: problems, refusals, what was done."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

PLAN = "Tiltak,Ansvarlig,Beløp\nNy buss,Herøy,1\nNy vei,Tinn kommune,135.802\n"
HEROY = {
    "nb": "advarsel: m.csv, rad 2, kolonne «Ansvarlig»: flere kommuner heter «Herøy»; føy til"
    " nummeret: 1515 Møre og Romsdal, 1818 Nordland",
    "nn": "åtvaring: m.csv, rad 2, kolonne «Ansvarlig»: fleire kommunar heiter «Herøy»; føy til"
    " nummeret: 1515 Møre og Romsdal, 1818 Nordland",
    "en": "warning: m.csv:2: Ansvarlig: 'Herøy' is the name of several municipalities; add the"
    " number: 1515 Møre og Romsdal, 1818 Nordland",
}
COUNTS = {"nb": "0 feil, 2 advarsler", "nn": "0 feil, 2 åtvaringar", "en": "0 errors, 2 warnings"}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "m.csv"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", HEROY)
def test_check_speaks_the_language(run, plan: Path, lang: str):
    said = run("check", plan, "--lang", lang)
    lines = said.out.splitlines()
    assert (said.code, lines[-1]) == (1, COUNTS[lang])
    assert HEROY[lang] in lines


@pytest.mark.parametrize("lang", HEROY)
def test_a_query_warns_in_the_language(run, plan: Path, lang: str):
    said = run("query", "owners", plan, "--lang", lang)
    assert said.code == 0
    assert HEROY[lang] in said.err.splitlines()


def test_json_has_words_in_the_language_and_rules_that_are_the_same_in_all(run, plan: Path):
    nb, en = (
        json.loads(run("check", plan, "--format", "json", "--lang", lang).out)
        for lang in ("nb", "en")
    )
    keys = [[one["severity"], one["rule"], one["row"]] for one in nb["problems"]]
    assert keys == [[one["severity"], one["rule"], one["row"]] for one in en["problems"]]
    assert keys[0] == ["warning", "ambiguous-municipality", 2]
    assert nb["problems"][0]["message"].startswith("flere kommuner heter «Herøy»")
    assert en["problems"][0]["message"].startswith("'Herøy' is the name of several")


def test_the_workbook_of_problems_is_in_the_language(run, plan: Path, tmp_path: Path):
    made = tmp_path / "problem.xlsx"
    said = run("check", plan, "-o", made, "--lang", "nn")
    assert said.err.strip() == f"{made}: 2 problem, kvart med lenkje til cella si"
    listed, copy = openpyxl.load_workbook(made)
    first, second = ([cell.value for cell in row] for row in listed.iter_rows(max_row=2))
    assert first[:5] == ["alvor", "ark", "rad", "kolonne", "verdi"]
    assert second[:5] == ["åtvaring", "m.csv", 2, "Ansvarlig", "Herøy"]
    assert copy["B2"].comment.text.startswith("åtvaring: fleire kommunar heiter «Herøy»")


def test_the_report_lists_what_is_to_be_mended_in_the_language(run, plan: Path, tmp_path: Path):
    run("report", plan, "-o", tmp_path / "møte", "--lang", "nn")
    page = (tmp_path / "møte" / "index.html").read_text(encoding="utf-8")
    assert "fleire kommunar heiter «Herøy»; føy til nummeret" in page
    assert "several municipalities" not in page


REFUSED = [
    (["query", "owner", "m.csv"], "Feil: spørsmålet «owner» finnes ikke; mente du «owners» eller"),
    (["quer"], "Feil: kommandoen «quer» finnes ikke; mente du «query» eller «queries»?"),
    (["check"], "Feil: «KILDE» mangler"),
    (["check", "m.csv", "--lnag", "nn"], "Feil: valget «--lnag» finnes ikke; mente du «--lang»?"),
    (
        ["query", "owners", "m.csv", "--relation", "FUNDS"],
        "Feil: valget «--relation» finnes ikke; spørsmål som har det: brokers, centralities,"
        " centrality, cohesion; mente du «--relations»?",
    ),
    (
        ["query", "municipal-dependencies", "m.csv", "--kind", "lån"],
        "Feil: «--kind» kan ikke være «lån»; velg blant stated (forutsetning), carried out"
        " (gjennomføring), funded (finansiering), hosted (drift og ledelse), shared (felles",
    ),
    (
        ["query", "cut-points", "m.csv", "--confidence"],
        "Feil: valget «--confidence» finnes ikke; spørsmål som har det: centralities, centrality",
    ),
    (
        ["check", "m.csv", "--format", "cvs"],
        "Feil: «--format» kan ikke være «cvs»; velg blant table, json",
    ),
    (
        ["query", "dependencies", "m.csv", "--steps", "0"],
        "Feil: «--steps» kan ikke være «0»; ventet et helt tall fra 1",
    ),
    (
        ["query", "succession-risk", "m.csv", "--share", "alt"],
        "Feil: «--share» kan ikke være «alt»; ventet et tall over 0",
    ),
    (
        ["open", "m.csv", "--port", "70000"],
        "Feil: «--port» kan ikke være «70000»; ventet et helt tall fra 0 til 65535",
    ),
    (["query", "centrality", "m.csv", "--as-of"], "valget «--as-of» må ha en verdi"),
    (["check", "m.csv", "n.csv"], "Feil: overflødig: n.csv"),
    (["check", "m.csv", "--columns", "Eining"], "Feil: «Eining» skal være to ord med = mellom"),
    (
        ["query", "owners", "m.csv", "-o", "mappe/"],
        "Feil: «--output» kan ikke være det: «mappe/» er navnet på en mappe; oppgi en fil",
    ),
    (
        ["query", "owners", "m.csv", "-o", "m.csv"],
        "graphtool: m.csv: er en fil, som denne kommandoen leser; velg et annet navn",
    ),
    (
        ["query", "owners", "m.csv", "-o", "svar.doc"],
        "graphtool: svar.doc: kan ikke skrive «.doc»; kjente er .csv, .json",
    ),
    (
        ["query", "owners", "borte.csv"],
        "graphtool: borte.csv: det finnes ingen slik fil eller mappe i .",
    ),
    (
        ["query", "owners", "m.csv", "--as-of", "april"],
        "graphtool: «april» er ingen dato; ventet et år, en måned eller en dag, som 2015",
    ),
    (
        ["map", "m.csv", "-o", "k.html", "--focus", "Ny bus"],
        "graphtool: navnet eller id-en «Ny bus» finnes ikke; mente du «Ny buss» eller «ny-buss»?",
    ),
]


@pytest.mark.parametrize(("words", "answer"), REFUSED, ids=lambda one: " ".join(one)[:40])
def test_what_is_refused_is_refused_in_norwegian(run, plan: Path, monkeypatch, words, answer):
    monkeypatch.chdir(plan.parent)
    said = run(*words)
    assert (said.code, said.out) == (2, "")
    assert answer in said.err
    assert "Traceback" not in said.err


def test_how_a_command_is_used_is_said_with_what_was_wrong(run):
    assert run("check", "--lang", "nn").err == (
        "Bruk: graphtool check [VAL] KJELDE\n"
        "Hjelp: graphtool check --help\n"
        "\n"
        "Feil: «KJELDE» manglar\n"
    )
    assert run("check", "--lang=en").err.startswith("Usage: graphtool check [OPTIONS] SOURCE\n")


def test_a_view_is_asked_for_by_what_it_is_called_on_the_map(run, plan: Path, tmp_path: Path):
    pictures = set()
    for called in ("goals", "Mål og tiltak", "mal-og-tiltak"):
        made = tmp_path / "kart.svg"
        assert run("map", plan, "-o", made, "--view", called).code == 0
        pictures.add(made.read_bytes())
    assert len(pictures) == 1
    assert b"Ny buss" in pictures.pop()


def test_the_view_that_is_opened_is_named_in_the_language(run, plan: Path, tmp_path: Path):
    for lang, view in (("nb", "visningen «Oversikt»"), ("nn", "visinga «Oversyn»")):
        assert view in run("map", plan, "-o", tmp_path / "kart.html", "--lang", lang).err
