"""One line on a terminal that says what is being done, and nothing anywhere else."""

from __future__ import annotations

import io
import sys

import click
import pytest

from graphtool.cli.progress import CLEAR, progress
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
