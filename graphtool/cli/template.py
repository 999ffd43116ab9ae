"""`graphtool template -o FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphtool.cli.helping import option
from graphtool.cli.options import as_of_option, language_option
from graphtool.cli.parameters import Input, Output
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import read, talk
from graphtool.language import Said, Text, together

if TYPE_CHECKING:
    from graphtool.language import Language

_NEEDS_SOURCE = Text(
    "--as-of må ha en kilde å se på: --from KILDE",
    "--as-of må ha ei kjelde å sjå på: --from KJELDE",
    "--as-of needs a source to look at: --from SOURCE",
)
_FILL_IN = Text(
    "fyll den ut, og så: graphtool check {output}",
    "fyll ho ut, og så: graphtool check {output}",
    "fill it in, then: graphtool check {output}",
)


_TEMPLATE = Text("skjema", "skjema", "template")


MORE = Text(
    "Den har et ark for kommuner, aktører, planer, mål og tiltak. Hvem som svarer for et mål, "
    "og hva det er en del av, står i målets egen rad, med lister å velge fra; det første arket "
    "sier hvordan. Alle kommandoer leser den som den er; graphtool check FIL sier hva som ble "
    "forstått.\n\n"
    "Med --from går ingenting av kilden tapt: det som ingen kolonne har (sitater, datoer, "
    "beløp), står i egne ark, og det som ikke er endret, leses tilbake som det var.",
    "Ho har eit ark for kommunar, aktørar, planar, mål og tiltak. Kven som svarer for eit mål, "
    "og kva det er ein del av, står i rada til målet, med lister å velje frå; det første arket "
    "seier korleis. Alle kommandoar les ho som ho er; graphtool check FIL seier kva som blei "
    "forstått.\n\n"
    "Med --from går ingenting av kjelda tapt: det som ingen kolonne har (sitat, datoar, beløp), "
    "står i eigne ark, og det som ikkje er endra, blir lese tilbake som det var.",
    "It has a sheet for municipalities, actors, plans, goals and measures. Who answers for a "
    "goal, and what it is part of, stand in its own row, with lists to choose from; the first "
    "sheet says how. Every command reads it as it is; graphtool check FILE says what was "
    "understood.\n\n"
    "With --from nothing of the source is lost: what no column holds (quotes, dates, amounts) "
    "stands in sheets of its own, and what was not changed is read back as it was.",
)


@make("graphtool template -o plan.xlsx", MORE, tells=True)
@option(
    "-o",
    "--output",
    type=Output([".xlsx"]),
    help=Text(
        "Skriv arbeidsboken til denne filen; uten det heter den plan.xlsx, eller etter kilden.",
        "Skriv arbeidsboka til denne fila; utan det heiter ho plan.xlsx, eller etter kjelda.",
        "Write the workbook to this file; without it it is called plan.xlsx, or after the source.",
    ),
)
@option(
    "--from",
    "source",
    type=Input(),
    metavar="SOURCE",
    help=Text(
        "Fyll den med det som denne kilden inneholder, til å redigeres og leses igjen.",
        "Fyll ho med det som denne kjelda inneheld, til å redigerast og lesast att.",
        "Fill it with what this source holds, to be edited and read again.",
    ),
)
@as_of_option
@language_option
def command(*, output: str | None, source: str | None, as_of: str | None, lang: Language) -> None:
    """Writes a workbook to fill in."""
    from graphtool import description
    from graphtool.formats import template

    if source is None and as_of:
        raise click.UsageError(Said(_NEEDS_SOURCE))
    output = output or _called(source, lang)
    graph = read(source).as_of(as_of) if source is not None else None
    template.require_room(output, graph)
    template.write(output, lang, graph)
    if graph is not None:
        talk([description.in_short(output, graph)])
    else:
        talk([together([output, Said(_FILL_IN, output=output)], ": ")])


def _called(source: str | None, lang: Language) -> str:
    """What a workbook is called that nobody gave a name: `plan.xlsx`, or after its source.

    Never as the source itself.

    >>> _called(None, "nb"), _called("data/kongsbergregionen", "nb"), _called("neo4j://h", "nb")
    ('plan.xlsx', 'kongsbergregionen.xlsx', 'plan.xlsx')
    """
    if source is None or "://" in source:
        return "plan.xlsx"
    path = Path(source).resolve()
    name = path.name if path.is_dir() else path.stem
    own = Path(f"{name}.xlsx")
    return f"{name}-{_TEMPLATE.in_(lang)}.xlsx" if own.resolve() == path else str(own)
