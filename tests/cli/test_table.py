"""Tables on the terminal: cells of two lines, no word in two, and all of it when asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import formats
from graphtool.cli import table
from tests.drawing import drawn

NAME = "Flere lærlingplasser i industrien, særlig for dem som ikke har en plass i dag"
QUOTE = (
    "Kommunestyret vedtok at næringsrådgiveren skal ta saken videre til regionrådet om våren, og at"
    " partene skal møtes to ganger før sommeren for å bli enige om hvem som gjør hva og når"
)
HEADINGS = ("mål", "eier", "sitat")


def lines_of(out: str) -> list[str]:
    """The lines under the heading."""
    lines = out.splitlines()
    return lines[next(at for at, line in enumerate(lines) if "──" in line) + 1 :]


def test_a_sentence_has_two_lines_and_a_name_stands_whole(capsys):
    assert table.show(HEADINGS, [[NAME, "Tinn", QUOTE]], most=2)
    lines = lines_of(capsys.readouterr().out)
    assert sum("skal" in line or "Kommunestyret" in line for line in lines) <= 2
    assert lines[1].endswith("…")
    words = " ".join(lines).replace("…", " ").split()
    assert set(NAME.split()) <= set(words)
    assert set(words) <= {*NAME.split(), *QUOTE.split(), "Tinn"}  # none is broken


def test_without_a_limit_all_of_it_stands(capsys):
    assert not table.show(HEADINGS, [[NAME, "Tinn", QUOTE]])
    words = " ".join(lines_of(capsys.readouterr().out)).split()
    assert sorted(words) == sorted([*NAME.split(), *QUOTE.split(), "Tinn"])


def test_a_word_that_no_column_holds_is_broken_only_where_nothing_may_be_lost(capsys):
    rows = [["n", "kort", word := "x" * 200]]
    assert table.show(HEADINGS, rows, most=2)
    assert word not in "".join(lines_of(capsys.readouterr().out))
    assert not table.show(HEADINGS, rows)
    assert "".join(lines_of(capsys.readouterr().out)).count("x") == 200


def test_dots_of_the_source_are_not_taken_for_a_shortened_cell(capsys):
    assert not table.show(HEADINGS, [["Mål …", "Tinn", "og så videre …"]], most=2)
    assert capsys.readouterr().out.count("…") == 2


def test_where_columns_have_no_room_a_row_is_a_block_and_nothing_is_shortened(capsys):
    headings = ["mål", *(f"kolonne {at}" for at in range(9))]
    assert not table.show(headings, [[NAME, *[QUOTE] * 9]], most=2)
    out = capsys.readouterr().out
    assert out.startswith(NAME)
    assert out.split().count("Kommunestyret") == 9


@pytest.mark.usefixtures("english")
def test_a_command_says_that_it_shortened_and_full_shows_all(run, tmp_path: Path):
    graph = drawn(f'Municipality t name=Tinn\nProject p name="{QUOTE}"\nt LEADS p')
    plan = formats.write(graph, tmp_path / "plan.json")
    said = run("query", "roles", plan)
    assert said.out.endswith("What ends in … is shortened; --full shows all of it.\n")
    whole = run("query", "roles", plan, "--full")
    assert "…" not in whole.out
    assert set(QUOTE.split()) <= set(whole.out.split())
