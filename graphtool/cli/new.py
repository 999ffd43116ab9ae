"""`graphtool new DESTINATION`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphtool.cli.helping import option
from graphtool.cli.options import as_of_option, language_option
from graphtool.cli.parameters import Output
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import talk
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from graphtool.language import Language

_IS_THERE = Text(
    "finnes alt; velg et navn som ikke er i bruk",
    "finst alt; vel eit namn som ikkje er i bruk",
    "is there already; choose a name that is not",
)


MORE = Text(
    "TIL er en arbeidsbok å fylle ut (.xlsx) eller en ny mappe med CSV-filer. Nummer og fylke "
    "er fra Statistisk sentralbyrå, koordinater fra Kartverkets grenser, hver med kilden sin. "
    "Uten --as-of er kommunene dagens. Ingenting som finnes, skrives over.",
    "TIL er ei arbeidsbok å fylle ut (.xlsx) eller ei ny mappe med CSV-filer. Nummer og fylke "
    "er frå Statistisk sentralbyrå, koordinatar frå grensene til Kartverket, kvar med kjelda "
    "si. Utan --as-of er kommunane dei som er i dag. Ingenting som finst, blir skrive over.",
    "DESTINATION is a workbook to fill in (.xlsx) or a new folder of CSV files. Number and county"
    " are from Statistics Norway, coordinates from Kartverket's borders, each with its source."
    " Without --as-of the municipalities are those of today. Nothing that exists is written over.",
)


@make(
    "graphtool new plan.xlsx --region Numedal -m Flesberg -m Rollag -m 'Nore og Uvdal'",
    MORE,
    tells=True,
)
@click.argument("destination", type=Output(dir_okay=True))
@option(
    "--region",
    required=True,
    metavar="NAME",
    help=Text("Hva regionen heter.", "Kva regionen heiter.", "What the region is called."),
)
@option(
    "-m",
    "--municipality",
    "members",
    multiple=True,
    metavar="NAME",
    help=Text(
        "En av kommunene, med navn eller nummer; kan gjentas. Kjent er de for fylkene,"
        " Kongsbergregionen og Kristiansandsregionen.",
        "Ein av kommunane, med namn eller nummer; kan gjentakast. Kjende er dei for fylka,"
        " Kongsbergregionen og Kristiansandsregionen.",
        "A municipality of it, by name or number; may be repeated. They are known of the counties,"
        " of Kongsbergregionen and Kristiansandsregionen.",
    ),
)
@as_of_option
@language_option
def command(
    *, destination: str, region: str, members: tuple[str, ...], as_of: str | None, lang: Language
) -> None:
    """Writes a dataset of a region's municipalities."""
    from graphtool import beginning, dates, description, formats
    from graphtool.errors import GraphtoolError
    from graphtool.formats import template

    path = Path(destination)
    formats.require_writable(path)
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise GraphtoolError.at(path, Said(_IS_THERE))
    graph = beginning.region(region, members, day=dates.require_day(as_of) if as_of else None)
    if path.suffix.lower() == template.SUFFIX:
        template.write(path, lang, graph)
    else:
        formats.write(graph, path)
    talk([description.in_short(path, graph), *beginning.members_from(graph)])
