"""`graphtool cypher NAME`."""

from __future__ import annotations

import json

import click

from graphtool.cli.common import command as make
from graphtool.errors import GraphtoolError, UnknownName


@make("graphtool cypher orphaned-goals")
@click.argument("name")
def command(*, name: str) -> None:
    """A query as Cypher, ready to paste into Neo4j Browser.

    Its options stand first, as parameters with their defaults. `constraints` prints what the
    database must hold before a load.
    """
    from graphtool import queries
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
            f"{query.name} is a measure: it is computed from the rows of participations, which is"
            " the query to run on the server"
        )
    for parameter in query.parameters:
        default = list(parameter.default) if parameter.multiple else parameter.default
        click.echo(f":param {parameter.name} => {json.dumps(default)};")
    click.echo(text, nl=False)
