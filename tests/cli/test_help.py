"""Help in three languages: every command and option, click's own words, and which it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from graphtool import cli, queries
from graphtool.cli import helping, own
from graphtool.cli.commands import COMMANDS
from graphtool.language import Text

NAMES = sorted(queries.QUERIES)
HELPED = ["", *COMMANDS, *(f"query {name}" for name in NAMES), "changes owners", "query q.cypher"]
WORD = re.compile(r"[^\W\d_]+")
ENGLISH = set(
    WORD.findall(
        "and are be each every file from given how it its not of only or read same show than that"
        " the their them then this these those until usage options commands example default"
        " required what when where which who whose with without write"
    )
)
"""Words that no Norwegian has."""
BOKMAL = set(WORD.findall("ikke hvem hva hver hvilke hvilken hvordan fra noe noen bare ellers"))
NYNORSK = set(WORD.findall("ikkje kven kva kvar korleis frå noko nokon berre elles ein eit"))


def words(text: str) -> set[str]:
    """Its words in small letters, but for what is typed (commands, options, columns, files).

    What is cited, in brackets with its year, keeps its language too: journals have English names.
    """
    plain = re.sub(r"\([^()]*\b(?:18|19|20)\d\d\b[^()]*\)", " ", text)
    plain = re.sub(
        r"(?m)^ +\w+: |`[^`]*`|'\w+'|\[[a-zA-Z_|-]+\]|--?[\w-]+|\S*[./]\S*|graphtool \w+|\w+_\w+",
        " ",
        plain,
    )
    return {word.casefold() for word in WORD.findall(plain)}


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command that has a help, by what is typed."""
    yield "", cli.group
    for name in COMMANDS:
        command = cli.group.get_command(click.Context(cli.group), name)
        yield name, command
        for under in command.list_commands(None) if isinstance(command, click.Group) else ():
            yield f"{name} {under}", command.get_command(None, under)
    yield "query q.cypher", own.command("q.cypher")


@pytest.mark.parametrize("command", HELPED)
def test_no_english_is_left_in_the_help_in_bokmal(run, command):
    asked = [*command.split(), "--help"]
    page = run(*asked, "--lang", "nb").out
    assert page.startswith("Bruk: graphtool")
    assert "\nValg:\n" in page
    assert words(page) & ENGLISH == set()
    in_english = run(*asked, "--lang", "en").out
    assert {"usage", "options", "show", "and"} <= words(in_english)  # the check sees it


def test_every_command_and_option_has_help_in_three_languages():
    seen = 0
    for typed, command in commands():
        texts = {typed: command.said}
        for option in command.params:
            if isinstance(option, click.Option):
                assert isinstance(option, helping.Option), (typed, option.name)
                texts[f"{typed} --{option.name}"] = option.said
        for where, said in texts.items():
            assert all(said), where
            assert said.en not in (said.nb, said.nn), where
            seen += 1
    assert seen > 300


def test_bokmal_and_nynorsk_differ_where_words_do():
    for typed, command in commands():
        options = [one.said for one in command.params if isinstance(one, helping.Option)]
        for said in (command.said, *options):
            assert words(said.nb) & NYNORSK == set(), typed
            assert words(said.nn) & BOKMAL == set(), typed


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    "asked",
    [
        ["check", "--help", "--lang", "{lang}"],
        ["check", "--lang", "{lang}", "--help"],
        ["check", "--lang={lang}", "-h"],
        ["--lang", "{lang}", "check", "--help"],
    ],
    ids=" ".join,
)
def test_the_language_is_that_which_is_named_before_or_after(run, monkeypatch, asked, lang):
    monkeypatch.setenv("GRAPHTOOL_LANG", "en" if lang == "nb" else "nb")
    page = run(*(word.format(lang=lang) for word in asked)).out
    assert COMMANDS["check"].in_(lang) in " ".join(page.split())


@pytest.mark.parametrize(
    ("variable", "value", "usage"),
    [
        ("GRAPHTOOL_LANG", "nn", "Bruk: graphtool check [VAL] KJELDE"),
        ("LC_ALL", "en_US.UTF-8", "Usage: graphtool check [OPTIONS] SOURCE"),
        ("LC_ALL", "nb_NO.UTF-8", "Bruk: graphtool check [VALG] KILDE"),
    ],
)
def test_else_the_language_is_that_of_the_variable_or_the_system(
    run, monkeypatch, variable, value, usage
):
    monkeypatch.delenv("GRAPHTOOL_LANG", raising=False)
    monkeypatch.setenv(variable, value)
    assert run("check", "--help").out.splitlines()[0] == usage


def test_a_range_and_a_default_are_said_beside_what_an_option_does(run):
    said = " ".join(run("map", "--help", "--lang", "nn").out.split())
    assert "--hops HEILTAL Kor mange steg rundt han. [standard: 2; x>=1]" in said
    said = " ".join(run("new", "--help", "--lang", "nb").out.split())
    assert "--region NAVN Hva regionen heter. [må oppgis]" in said


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("nb", "En sammenheng fra en node til seg selv regnes ikke"),
        ("nn", "Ein samanheng frå ein node til seg sjølv blir ikkje rekna"),
        ("en", "A relation of a node to itself does not count"),
    ],
)
def test_the_long_definition_is_in_the_language(run, lang, first):
    page = " ".join(run("query", "unconnected", "--help", "--lang", lang).out.split())
    assert first in page


def test_queries_says_what_each_answers_in_the_language(run):
    page = " ".join(run("queries", "--lang", "nn").out.split())
    assert "svarer på" in page
    assert "Samanhengar utan dokument, linje eller sitat." in page


@pytest.mark.parametrize("name", NAMES)
def test_what_a_query_answers_is_one_line_in_three_languages(name):
    said: Text = queries.find(name).answers
    assert said.en == queries.find(name).summary
    assert said.en not in (said.nb, said.nn)
    assert all(each.endswith(".") and len(each) <= 120 for each in said)
