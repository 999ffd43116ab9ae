"""`graphtool unload neo4j://host:7687`."""

from __future__ import annotations

import click

from graphtool.cli.helping import option
from graphtool.cli.options import database_option, spoken_option
from graphtool.cli.parameters import command as make
from graphtool.cli.speaking import spoken
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
_UNNAMED = Text("plangrafen", "plangrafen", "the plan graph")
"""Where its mark is gone, by which its name was known."""


MORE = Text(
    "Plangrafens noder, sammenhenger, fakta og dokumenter fjernes, og dens regler og indekser i "
    "databasen. Bruker og passord kommer fra NEO4J_USER og NEO4J_PASSWORD. Det avvises hvis "
    "andre data er knyttet til en node.",
    "Nodane, samanhengane, fakta og dokumenta i plangrafen blir fjerna, og reglane og indeksane "
    "hans i databasen. Brukar og passord kjem frå NEO4J_USER og NEO4J_PASSWORD. Det blir avvist "
    "om andre data er knytte til ein node.",
    "Nodes, relations, facts and documents of the plan graph go, and its constraints and "
    "indexes. User and password come from NEO4J_USER and NEO4J_PASSWORD. It is refused where "
    "other data is related to a node.",
)


@make("graphtool unload neo4j://localhost:7687 --dry-run", MORE)
@click.argument("address")
@database_option
@option(
    "--dry-run",
    is_flag=True,
    help=Text(
        "Si hva som ville bli fjernet, og fjern ingenting.",
        "Sei kva som ville bli fjerna, og fjern ingenting.",
        "Say what would be removed, and remove nothing.",
    ),
)
@spoken_option
def command(*, address: str, database: str | None, dry_run: bool) -> None:
    """Takes the graph out, and says how much it was."""
    from graphtool.database import unload
    from graphtool.database.refusals import ROWS

    language = spoken()
    summary = unload(address, database=database, dry_run=dry_run)
    for what, counts in summary.of_each().items():
        click.echo(Said(_REMOVED, what=ROWS[what], n=counts.removed).in_(language))
    where = {"address": summary.address, "database": summary.database}
    name = summary.name or _UNNAMED
    done = Said(_DRY_RUN, **where) if dry_run else Said(_TAKEN_OUT, name=name, **where)
    click.echo(done.in_(language))
