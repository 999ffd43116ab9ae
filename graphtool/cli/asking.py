"""How an answer is asked for and written: its format, its file, its language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graphtool import answers, atomic
from graphtool.cli.counting import counted
from graphtool.cli.helping import option
from graphtool.cli.options import language_option, output_option, source_argument
from graphtool.cli.sources import talk
from graphtool.language import Said, Text, together

if TYPE_CHECKING:
    from graphtool.engine import Answer
    from graphtool.language import Language

Function = TypeVar("Function", bound=Callable[..., Any])
_FOR_TERMINAL = Text(
    "en tabell er til terminalen; bruk --format md eller csv med -o",
    "ein tabell er til terminalen; bruk --format md eller csv med -o",
    "a table is for the terminal; use --format md or csv with -o",
)
_NEEDS_FILE = Text(
    "en arbeidsbok må ha en fil: føy til -o rader.xlsx",
    "ei arbeidsbok må ha ei fil: føy til -o rader.xlsx",
    "a workbook needs a file: add -o rows.xlsx",
)


def _keep_full(context: click.Context, _option: click.Parameter, value: bool) -> None:
    from graphtool.cli.table import FULL

    context.meta[FULL] = value


full_option = option(
    "--full",
    is_flag=True,
    expose_value=False,
    callback=_keep_full,
    help=Text(
        "En tabell med alle tekster hele, hvor mange linjer en rad enn tar.",
        "Ein tabell med alle tekstar heile, kor mange linjer ei rad enn tek.",
        "A table with all of its texts, however many lines a row takes.",
    ),
)
"""For the terminal alone; see `table`."""


def format_option(*further: str) -> Callable[[Function], Function]:
    """How rows are written; `further` are formats that only this command has."""
    return option(
        "--format",
        "form",
        type=click.Choice(("table", *further, *answers.FORMATS)),
        help=Text(
            "Hvordan radene skrives; ellers som filens endelse sier, eller som tabell. Til Excel:"
            " xlsx; csv er til programmer, med hver celle som i dataene, også en som ligner en"
            " formel.",
            "Korleis radene blir skrivne; elles som endinga på fila seier, eller som tabell. Til"
            " Excel: xlsx; csv er til program, med kvar celle som i dataa, også ei som liknar ein"
            " formel.",
            "How the rows are written; by default as the output file's suffix says, else a table."
            " For Excel: xlsx; csv is for programs, each cell as in the data, also what looks like"
            " a formula.",
        ),
    )


def options(made: click.Command, *further: str) -> click.Command:
    """The command with a source, and with how and where its rows are written.

    `further` are formats that only this command has.
    """
    form = format_option(*further)
    for decorate in (language_option, output_option, full_option, form, source_argument):
        made = decorate(made)
    return made


def form_of(form: str | None, output: str | None) -> str:
    """What is written; an output's suffix says it, and may not say another thing than `form`."""
    if form == "table" and output:
        raise click.UsageError(Said(_FOR_TERMINAL))
    if form == "xlsx" and not output:
        raise click.UsageError(Said(_NEEDS_FILE))
    if output and (form is None or atomic.suffix(output)):
        known = [form] if form else answers.FORMATS
        return atomic.require_suffix(output, [f".{name}" for name in known]).removeprefix(".")
    return form or "table"


def write(answer: Answer, form: str, output: str | None, lang: Language) -> None:
    """Prints an answer, or writes it to the file `output`."""
    from pathlib import Path

    from graphtool.cli import table

    if form == "table":
        table.show_answer(answer, lang)
        return
    content = answers.FORMATS[form](answer, lang)
    if form in ("csv", "ndjson", "xlsx"):
        talk([note.in_(lang) for note in answer.notes])
    if output:
        atomic.write(Path(output), content)
        talk([together([f"{output}: ", counted(len(answer.rows), "row")])])
    else:
        click.echo(content, nl=False)
