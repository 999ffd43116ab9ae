"""`graphtool export SOURCE DEST`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphtool.cli.helping import option
from graphtool.cli.options import as_of_option, language_option, source_argument
from graphtool.cli.parameters import Output
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import read, talk
from graphtool.language import Text

if TYPE_CHECKING:
    from graphtool.language import Language


MORE = Text(
    "Målets endelse avgjør; et mål uten endelse er en mappe. Alt som skrives, kan leses igjen "
    "som KILDE.",
    "Endinga på målet avgjer; eit mål utan ending er ei mappe. Alt som blir skrive, kan lesast "
    "att som KJELDE.",
    "The destination's suffix decides; one without a suffix is a folder. All of them can be "
    "read back as a SOURCE.",
)


@make("graphtool export data/kongsbergregionen kongsbergregionen.xlsx", MORE, tells=True)
@source_argument
@click.argument("destination", type=Output(dir_okay=True))
@option(
    "--csv-for-excel",
    is_flag=True,
    help=Text(
        "En mappe med CSV-filer slik Excel på språket leser dem: semikolon og desimalkomma på"
        " norsk, og det som ligner en dato eller en formel, som tekst.",
        "Ei mappe med CSV-filer slik Excel på språket les dei: semikolon og desimalkomma på"
        " norsk, og det som liknar ein dato eller ein formel, som tekst.",
        "A folder of CSV files as Excel of the language reads them: semicolons and decimal comma"
        " in Norwegian, what looks like a date or a formula kept as text.",
    ),
)
@as_of_option
@language_option
def command(
    *, source: str, destination: str, csv_for_excel: bool, as_of: str | None, lang: Language
) -> None:
    """Writes the graph in another format."""
    from pathlib import Path

    from graphtool import description, formats

    formats.require_writable(destination)
    graph = read(source).as_of(as_of)
    if csv_for_excel:
        formats.write_for_excel(graph, Path(destination), lang)
    else:
        formats.write(graph, Path(destination))
    talk([description.in_short(destination, graph)])
