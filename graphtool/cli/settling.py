"""What the command line says of columns, sheets and spellings is kept beside the source."""

from __future__ import annotations

import click

from graphtool.cli.counting import counted
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


def pairs(given: tuple[str, ...]) -> dict[str, str]:
    """`HEADING=MEANING` as what is meant by each; raises `UsageError` for what has no `=`."""
    for one in given:
        if "=" not in one:
            raise click.UsageError(Said(_TWO_WORDS, given=one))
    return {
        name.strip(): meant.strip() for name, _, meant in (one.rpartition("=") for one in given)
    }


def keep(
    source: str,
    *,
    columns: tuple[str, ...],
    header_rows: tuple[str, ...],
    sheets: tuple[str, ...],
    relations: tuple[str, ...],
    marks: tuple[str, ...],
) -> None:
    """Writes down what is said of the source's sheets, with what was said before."""
    from graphtool import formats

    rows = {
        sheet: int(row) if row.isdecimal() else row for sheet, row in pairs(header_rows).items()
    }
    place = formats.settle(
        source,
        {
            "columns": pairs(columns),
            "header_rows": rows,
            "sheets": list(sheets),
            "relations": pairs(relations),
            "marks": pairs(marks),
        },
    )
    talk([Said(_KEPT, place=place)])


def keep_names(source: str, meanings: list[tuple[str, str, str]]) -> None:
    """Writes down which spellings mean which names, below what was written before."""
    from graphtool import formats

    place, count = formats.settle_names(source, meanings)
    talk([Said(_SPELLINGS_KEPT, spellings=counted(count, "spelling"), place=place)])
