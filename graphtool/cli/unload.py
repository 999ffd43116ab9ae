"""`graphtool unload neo4j://host:7687`."""

from __future__ import annotations

import click

from graphtool.cli.common import command as make


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

    summary = unload(address, database=database, dry_run=dry_run)
    for what in ("nodes", "assertions", "documents", "facts"):
        click.echo(f"{what}: {getattr(summary, what).removed} removed")
    said = "nothing removed; this is what would be" if dry_run else f"{summary.name} is taken out"
    click.echo(f"{summary.address}: {said} of {summary.database}")
