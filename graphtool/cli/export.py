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


_TOO_MANY = Text(
    "svarene er ikke med, for det er mange noder; graphtool query gir dem ett for ett",
    "svara er ikkje med, for det er mange nodar; graphtool query gir dei eitt for eitt",
    "the answers are left out, for there are many nodes; graphtool query gives them one by one",
)
MORE = Text(
    "Målets endelse avgjør; et mål uten endelse er en mappe. Alt som skrives, kan leses igjen "
    "som KILDE. En arbeidsbok er på språket, med ansvarlig og eier i målets og tiltakets egen rad, "
    "og bak dataene ett ark for svaret på hvert spørsmål, som ikke leses igjen.",
    "Endinga på målet avgjer; eit mål utan ending er ei mappe. Alt som blir skrive, kan lesast "
    "att som KJELDE. Ei arbeidsbok er på språket, med ansvarleg og eigar i målet og tiltaket si "
    "eiga rad, og bak dataa eitt ark for svaret på kvart spørsmål, som ikkje blir lese att.",
    "The destination's suffix decides; one without a suffix is a folder. All of them can be "
    "read back as a SOURCE. A workbook is in the language, with who answers for and owns a goal or "
    "a measure in its own row, and behind the data a sheet for the answer to each query, which is "
    "not read back.",
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
    from graphtool.formats import template
    from graphtool.report import data_workbook

    formats.require_writable(destination)
    path, whole = Path(destination), read(source)
    graph = whole.as_of(as_of)
    notes = []
    if csv_for_excel:
        formats.write_for_excel(graph, path, lang)
    elif path.suffix.lower() == template.SUFFIX:
        if not data_workbook.write(whole, path, lang, as_of=as_of):
            notes = [_TOO_MANY.in_(lang)]
    else:
        formats.write(graph, path)
    talk([description.in_short(destination, graph), *notes])
