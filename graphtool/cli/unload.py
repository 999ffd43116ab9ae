"""`graphtool unload neo4j://host:7687`."""

from __future__ import annotations

import click

from graphtool.cli.common import command as make
from graphtool.cli.common import spoken
from graphtool.language import Said, Text

_REMOVED = Text("{what}: {n} fjernet", "{what}: {n} fjerna", "{what}: {n} removed")
_DRY_RUN = Text(
    "{address}: ingenting er fjernet fra {database}; dette er hva som ville bli det",
    "{address}: ingenting er fjerna frå {database}; dette er kva som ville bli det",
    "{address}: nothing removed of {database}; this is what would be",
)
_TAKEN_OUT = Text(
    "{address}: {name} er tatt ut av {database}",
    "{address}: {name} er teken ut av {database}",
    "{address}: {name} is taken out of {database}",
)


@make("graphtool unload neo4j://localhost:7687 --dry-run")
@click.argument("address")
@click.option("--database", metavar="NAME", help="Which of the server's databases.")
@click.option("--dry-run", is_flag=True, help="Say what would be removed, and remove nothing.")
def command(*, address: str, database: str | None, dry_run: bool) -> None:
    """The graph out of Neo4j; other data there stays.

    Nodes, relations, facts and documents of the plan graph go, and its constraints and indexes.
    User and password come from NEO4J_USER and NEO4J_PASSWORD. It is refused where other data is
    related to a node.
    """
    from graphtool.database import unload
    from graphtool.database.refusals import ROWS

    language = spoken()
    summary = unload(address, database=database, dry_run=dry_run)
    for what, counts in summary.of_each().items():
        click.echo(Said(_REMOVED, what=ROWS[what], n=counts.removed).in_(language))
    where = {"address": summary.address, "database": summary.database}
    done = Said(_DRY_RUN, **where) if dry_run else Said(_TAKEN_OUT, name=summary.name, **where)
    click.echo(done.in_(language))
