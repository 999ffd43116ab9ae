"""`graphtool cypher NAME`."""

from __future__ import annotations

import json

import click

from graphtool.cli.common import command as make
from graphtool.errors import GraphtoolError, UnknownName

TIME = ("as_of", "successors")
"""Options that Cypher is given as numbers instead."""


@make("graphtool cypher orphaned-goals")
@click.argument("name")
def command(*, name: str) -> None:
    """A query as Cypher, ready to paste into Neo4j Browser.

    Its options stand first, as parameters with their defaults. Day 0 is all of time, with 'ever' as
    `since` and `until`; for a day as a number (20181231) `since` is 'since', and `until` is 'until'
    where successors carry on what was, 'kept' where it is kept. `constraints` prints what the
    database must hold before a load.
    """
    from graphtool import engine, queries
    from graphtool.database import statements

    if name == "constraints":
        click.echo(statements.text(name), nl=False)
        return
    try:
        query = queries.find(name)
    except UnknownName:
        raise UnknownName("query", name, [*queries.QUERIES, "constraints"]) from None
    text = statements.text(query.function.__name__)
    if text is None:
        raise GraphtoolError(
            f"{query.name} has no Cypher: it is computed here, from what the server holds of"
            f" {', '.join(query.relations())}"
        )
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    options = {name: value for name, value in defaults.items() if name not in TIME}
    for option, value in (options | engine.in_time(**defaults)).items():
        click.echo(f":param {option} => {json.dumps(value)};")
    click.echo(text, nl=False)
