"""What the command line says of columns, sheets and spellings is kept beside the source."""

from __future__ import annotations

from typing import Any, TypedDict

import click

from graphtool.cli.counting import counted
from graphtool.cli.helping import option, option_group
from graphtool.cli.sources import talk
from graphtool.language import Said, Text

_TWO_WORDS = Text(
    "«{given}» skal være to ord med = mellom",
    "«{given}» skal vere to ord med = mellom",
    "{given!r} is to be two words with = between them",
)
_KEPT = Text("lagret i {place}", "lagra i {place}", "kept in {place}")
_SPELLINGS_KEPT = Text(
    "{spellings} lagret i {place}", "{spellings} lagra i {place}", "{spellings} kept in {place}"
)


meaning_options = option_group(
    option(
        "--columns",
        multiple=True,
        metavar="HEADING=MEANING",
        help=Text(
            "Hva en kolonne i dine egne ark inneholder, som «Eining=responsible» eller «Kode=ikke"
            " lest»; kan gjentas. Lagres i mapping.toml ved siden av kilden.",
            "Kva ein kolonne i dine eigne ark inneheld, som «Eining=responsible» eller «Kode=ikkje"
            " lese»; kan gjentakast. Blir lagra i mapping.toml ved sida av kjelda.",
            "What a column of your own sheets holds, as «Eining=responsible» or «Kode=not read»;"
            " may be repeated. Kept in mapping.toml beside the source.",
        ),
    ),
    option(
        "--header-row",
        "header_rows",
        multiple=True,
        metavar="SHEET=ROW",
        help=Text(
            "Hvilken rad i et ark som har overskriftene; kan gjentas. Lagres som --columns.",
            "Kva rad i eit ark som har overskriftene; kan gjentakast. Blir lagra som --columns.",
            "Which row of a sheet holds the headings; may be repeated. Kept as --columns is.",
        ),
    ),
    option(
        "--sheet",
        "sheets",
        multiple=True,
        metavar="SHEET",
        help=Text(
            "Les bare disse av dine egne ark; kan gjentas. Lagres som --columns.",
            "Les berre desse av dine eigne ark; kan gjentakast. Blir lagra som --columns.",
            "Read only these of your own sheets; may be repeated. Kept as --columns is.",
        ),
    ),
    option(
        "--relation",
        "relations",
        multiple=True,
        metavar="SHEET=RELATION",
        help=Text(
            "Hva hver rad i en liste av par er, som «Ark1=samarbeid»; kan gjentas. Lagres som"
            " --columns.",
            "Kva kvar rad i ei liste av par er, som «Ark1=samarbeid»; kan gjentakast. Blir lagra"
            " som --columns.",
            "What each row of a list of pairs is, as «Ark1=samarbeid»; may be repeated. Kept as"
            " --columns is.",
        ),
    ),
    option(
        "--mark",
        "marks",
        multiple=True,
        metavar="LETTER=ROLE",
        help=Text(
            "Hva en bokstav i en matrise betyr, som «K=deltakere» eller «I=ikke lest»; kan gjentas."
            " Lagres som --columns.",
            "Kva ein bokstav i ei matrise betyr, som «K=deltakarar» eller «I=ikkje lesen»; kan"
            " gjentakast. Blir lagra som --columns.",
            "What a letter in a matrix means, as «K=participants» or «I=not read»; may be repeated."
            " Kept as --columns is.",
        ),
    ),
    option(
        "--dates",
        multiple=True,
        metavar="HEADING=FIRST",
        help=Text(
            "Hva som står først i datoene i en kolonne der noen kan leses begge veier, som"
            " «Frist=dag» eller «Frist=måned»; kan gjentas. Lagres som --columns.",
            "Kva som står først i datoane i ein kolonne der nokre kan lesast begge vegar, som"
            " «Frist=dag» eller «Frist=månad»; kan gjentakast. Blir lagra som --columns.",
            "What stands first in the dates of a column of which some can be read both ways, as"
            " «Frist=day» or «Frist=month»; may be repeated. Kept as --columns is.",
        ),
    ),
    option(
        "--alias",
        "aliases",
        multiple=True,
        metavar="SPELLING=NAME",
        help=Text(
            "Hvilket navn en skrivemåte står for, som «KI=Kongsberg Innovasjon»; et navn som settes"
            " lik seg selv, spørres det ikke om igjen. Kan gjentas. Lagres i aliases.toml ved siden"
            " av kilden.",
            "Kva namn ein skrivemåte står for, som «KI=Kongsberg Innovasjon»; eit namn som blir"
            " sett lik seg sjølv, blir det ikkje spurt om att. Kan gjentakast. Blir lagra i"
            " aliases.toml ved sida av kjelda.",
            "Which name a spelling means, as «KI=Kongsberg Innovasjon»; a name that is set to"
            " itself is not asked about again. May be repeated. Kept in aliases.toml beside the"
            " source.",
        ),
    ),
)
"""What a command takes as said of the source's sheets and names."""


class Meanings(TypedDict):
    """What was given to them."""

    columns: tuple[str, ...]
    header_rows: tuple[str, ...]
    sheets: tuple[str, ...]
    relations: tuple[str, ...]
    marks: tuple[str, ...]
    dates: tuple[str, ...]
    aliases: tuple[str, ...]


def pairs(given: tuple[str, ...]) -> dict[str, str]:
    """`HEADING=MEANING` as what is meant by each; raises `UsageError` for what has no `=`."""
    for one in given:
        if "=" not in one:
            raise click.UsageError(Said(_TWO_WORDS, given=one))
    return {
        name.strip(): meant.strip() for name, _, meant in (one.rpartition("=") for one in given)
    }


def keep(source: str, said: Meanings) -> None:
    """Writes down what is said of the source's sheets and names, with what was said before."""
    from graphtool import formats

    of_rows, names = pairs(said["header_rows"]), pairs(said["aliases"])
    of_sheets: dict[str, Any] = {
        "columns": pairs(said["columns"]),
        "header_rows": {
            sheet: int(row) if row.isdecimal() else row for sheet, row in of_rows.items()
        },
        "sheets": list(said["sheets"]),
        "relations": pairs(said["relations"]),
        "marks": pairs(said["marks"]),
        "dates": pairs(said["dates"]),
    }
    if any(of_sheets.values()):
        talk([Said(_KEPT, place=formats.settle(source, of_sheets))])
    if names:
        keep_names(source, [(name, meant, "") for name, meant in names.items()])


def keep_names(source: str, meanings: list[tuple[str, str, str]]) -> None:
    """Writes down which spellings mean which names, below what was written before."""
    from graphtool import formats

    place, count = formats.settle_names(source, meanings)
    talk([Said(_SPELLINGS_KEPT, spellings=counted(count, "spelling"), place=place)])
