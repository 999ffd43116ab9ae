"""`graphtool queries`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphtool.cli.options import language_option
from graphtool.cli.parameters import command as make
from graphtool.language import Text

if TYPE_CHECKING:
    from graphtool.language import Language

NAME = Text("spørsmål", "spørsmål", "query")
ANSWERS = Text("svarer på", "svarer på", "answers")
TITLE = Text("kalles", "blir kalla", "called")
BOTH = Text(
    "Et spørsmål stilles med navnet eller med det som det kalles:"
    ' graphtool query "mål uten tiltak" plan.xlsx',
    "Eit spørsmål blir stilt med namnet eller med det som det blir kalla:"
    ' graphtool query "mål utan tiltak" plan.xlsx',
    "A query is asked by its name or by what it is called:"
    ' graphtool query "goals without measures" plan.xlsx',
)


@make("graphtool queries")
@language_option
def command(lang: Language) -> None:
    """Prints every query."""
    from graphtool import queries
    from graphtool.cli import table

    found = [queries.QUERIES[name] for name in sorted(queries.QUERIES)]
    headings = [NAME.in_(lang), TITLE.in_(lang), ANSWERS.in_(lang)]
    rows = [[query.name, query.title.in_(lang), query.answers.in_(lang)] for query in found]
    table.show(headings, rows)
    click.echo(f"\n{BOTH.in_(lang)}")
