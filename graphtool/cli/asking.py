"""How an answer is asked for and written: its format, its file, its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphtool import answers, drafts
from graphtool.cli.common import language_option, output_option, source_argument, talk

if TYPE_CHECKING:
    from graphtool.engine import Answer
    from graphtool.language import Language


def options(made: click.Command) -> click.Command:
    """The command with a source, and with how and where its rows are written."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(("table", *answers.FORMATS)),
        help="How the rows are written; by default as the output file's suffix says, else a table.",
    )
    for decorate in (language_option, output_option, form, source_argument):
        made = decorate(made)
    return made


def form_of(form: str | None, output: str | None) -> str:
    """What is written; an output's suffix says it, and may not say another thing than `form`."""
    if form == "table" and output:
        raise click.UsageError("a table is for the terminal; use --format md or csv with -o")
    if form == "xlsx" and not output:
        raise click.UsageError("a workbook needs a file: add -o rows.xlsx")
    if output and (form is None or drafts.suffix(output)):
        known = [form] if form else answers.FORMATS
        return drafts.require_suffix(output, [f".{name}" for name in known]).removeprefix(".")
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
        drafts.write(Path(output), content)
        talk([f"{output}: {len(answer.rows)} rows"])
    else:
        click.echo(content, nl=False)
