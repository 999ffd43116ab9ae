"""`graphtool export SOURCE DEST`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphtool.cli import files
from graphtool.cli.common import Output, as_of_option, language_option, read, source_argument, talk
from graphtool.cli.common import command as make

if TYPE_CHECKING:
    from graphtool.language import Language


@make("graphtool export data/kongsbergregionen kongsbergregionen.xlsx")
@source_argument
@click.argument("destination", type=Output(dir_okay=True))
@click.option(
    "--csv-for-excel",
    is_flag=True,
    help="A folder of CSV files as Excel of the language reads them: semicolons and decimal comma"
    " in Norwegian, what looks like a date or a formula kept as text.",
)
@as_of_option
@language_option
def command(
    *, source: str, destination: str, csv_for_excel: bool, as_of: str | None, lang: Language
) -> None:
    """The graph as {written}.

    The destination's suffix decides; one without a suffix is a folder. All of them can be read
    back as a SOURCE.
    """
    from pathlib import Path

    from graphtool import description, formats

    formats.require_writable(destination)
    graph = read(source).as_of(as_of)
    if csv_for_excel:
        formats.write_for_excel(graph, Path(destination), lang)
    else:
        formats.write(graph, Path(destination))
    talk([description.in_short(destination, graph)])


command.help = files.filled(command.help or "")
