"""One line on a terminal that says what is being done, and nothing anywhere else."""

from __future__ import annotations

import io
import re
import sys

import click
import pytest

from graphtool.cli.progress import CLEAR, progress
from graphtool.cli.sources import read, talk
from graphtool.database.address import DatabaseError
from graphtool.language import Text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("out", "said"),
    [
        (Terminal(), f"{CLEAR}Teiknar …{CLEAR}Skriv\ufffd[2J …{CLEAR}"),
        (io.StringIO(), ""),
        (None, ""),
    ],
)
def test_it_is_said_on_a_terminal_and_gone_afterwards(monkeypatch, out, said) -> None:
    monkeypatch.setattr(sys, "stderr", out)
    command = click.Command("x", params=[click.Option(["--lang"])])
    with command.make_context("x", ["--lang", "nn"]), progress() as tell:
        tell(Text("Tegner", "Teiknar", "Drawing"))
        tell(Text("Skriver", "Skriv\x1b[2J", "Writing"))
    assert (out.getvalue() if out else "") == said


def on_screen(written: str) -> list[str]:
    """The lines that a terminal shows in the end of what was written to it."""
    return [line.rpartition(CLEAR)[2] for line in written.split("\n")]


def test_what_is_said_within_is_followed_by_what_was_shown_and_talk_has_lines_of_its_own(
    monkeypatch,
) -> None:
    out = Terminal()
    monkeypatch.setattr(sys, "stderr", out)
    command = click.Command("x", params=[click.Option(["--lang"])])
    with command.make_context("x", ["--lang", "nn"]), progress() as tell:
        tell(Text("Tegner", "Teiknar", "Drawing"))
        with progress() as within:
            within(Text("Leser", "Les", "Reading"))
        assert out.getvalue() == f"{CLEAR}Teiknar …{CLEAR}Les …{CLEAR}Teiknar …"
        talk(["kart.html: 3 nodar"])
        assert out.getvalue().endswith(f"{CLEAR}kart.html: 3 nodar\n{CLEAR}Teiknar …")
    assert on_screen(out.getvalue()) == ["kart.html: 3 nodar", ""]


@pytest.mark.parametrize(
    "words",
    [
        ["map", "{small}", "-o", "{made}.svg"],
        ["slides", "{small}", "-o", "{made}.pptx"],
        ["compare", "{small}", "{small}", "-o", "{made}.csv"],
        ["export", "{small}", "{made}.json"],
    ],
    ids=lambda words: words[0],
)
def test_a_command_says_on_a_terminal_what_it_reads_and_makes(
    run, small, tmp_path, monkeypatch, words
) -> None:
    out = Terminal()
    monkeypatch.setattr(sys, "stderr", out)
    words = [word.format(small=small, made=tmp_path / "ut") for word in words]
    assert run(*words).code == 0
    written = out.getvalue()
    told = re.findall(f"{re.escape(CLEAR)}([^\\n\\r]+) …", written)
    assert told[:2] == [f"Lager {words[-1]}", f"Leser {small}"]
    assert not any("…" in line for line in on_screen(written))
    assert any(str(tmp_path / "ut") in line for line in on_screen(written))


@pytest.mark.parametrize("rest", ["/hemmelig", "?hemmelig", ":hemmelig@vert"])
def test_of_an_address_only_scheme_host_and_port_are_shown(monkeypatch, rest) -> None:
    out = Terminal()
    monkeypatch.setattr(sys, "stderr", out)
    command = click.Command("x", params=[click.Option(["--lang"])])
    with command.make_context("x", ["--lang", "nb"]), pytest.raises(DatabaseError):
        read(f"bolt://vert{rest}")
    assert "Leser bolt" in out.getvalue()
    assert "hemmelig" not in out.getvalue()
