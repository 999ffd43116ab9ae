"""`graphtool template -o FILE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphtool.cli.common import Input, Output, as_of_option, language_option, read, talk
from graphtool.cli.common import command as make
from graphtool.language import Said, Text, together

if TYPE_CHECKING:
    from graphtool.language import Language

_NEEDS_SOURCE = Text(
    "--as-of må ha en kilde å se på: --from SOURCE",
    "--as-of må ha ei kjelde å sjå på: --from SOURCE",
    "--as-of needs a source to look at: --from SOURCE",
)
_FILL_IN = Text(
    "fyll den ut, og så: graphtool check {output}",
    "fyll ho ut, og så: graphtool check {output}",
    "fill it in, then: graphtool check {output}",
)


@make("graphtool template -o plan.xlsx")
@click.option(
    "-o", "--output", type=Output([".xlsx"]), required=True, help="Write the workbook to this file."
)
@click.option(
    "--from",
    "source",
    type=Input(),
    metavar="SOURCE",
    help="Fill it with what this source holds, to be edited and read again.",
)
@as_of_option
@language_option
def command(*, output: str, source: str | None, as_of: str | None, lang: Language) -> None:
    """An Excel workbook to fill in, empty or with what a source holds.

    It has a sheet for municipalities, actors, plans, goals and measures. Who answers for a goal,
    and what it is part of, stand in its own row, with lists to choose from; the first sheet says
    how. Every command reads it as it is; graphtool check FILE says what was understood.

    With --from nothing of the source is lost: what no column holds (quotes, dates, amounts) stands
    in sheets of its own, and what was not changed is read back as it was.
    """
    from graphtool import description
    from graphtool.formats import template

    if source is None and as_of:
        raise click.UsageError(Said(_NEEDS_SOURCE))
    graph = read(source).as_of(as_of) if source is not None else None
    template.write(output, lang, graph)
    if graph is not None:
        talk([description.in_short(output, graph)])
    else:
        talk([together([output, Said(_FILL_IN, output=output)], ": ")])
