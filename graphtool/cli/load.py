"""`graphtool load SOURCE neo4j://host:7687`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from graphtool.cli.counting import counted
from graphtool.cli.helping import option
from graphtool.cli.options import database_option, source_argument, spoken_option
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import read
from graphtool.cli.speaking import spoken
from graphtool.errors import NOTHING
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from graphtool.database import LoadSummary

_COUNTS = Text(
    "{what}: {created} nye, {changed} endret, {removed} fjernet, {unchanged} uendret",
    "{what}: {created} nye, {changed} endra, {removed} fjerna, {unchanged} uendra",
    "{what}: {created} created, {changed} changed, {removed} removed, {unchanged} unchanged",
)
_DRY_RUN = Text(
    "{address}: ingenting er skrevet; dette er hva en innlasting ville gjøre",
    "{address}: ingenting er skrive; dette er kva ei innlasting ville gjere",
    "{address}: nothing written; this is what a load would do",
)
_LOADED = Text(
    "{address}: {name} er lastet inn i {database}, {rows} på {seconds:.1f} s{rate}{resumed}",
    "{address}: {name} er lasta inn i {database}, {rows} på {seconds:.1f} s{rate}{resumed}",
    "{address}: {name} is loaded into {database}, {rows} in {seconds:.1f} s{rate}{resumed}",
)
_RATE = Text(", {n:.0f} rader i sekundet", ", {n:.0f} rader i sekundet", ", {n:.0f} rows a second")
_RESUMED = Text(
    "; en innlasting som hadde stanset, er gjort ferdig",
    "; ei innlasting som hadde stansa, er gjord ferdig",
    "; a load that had died is completed",
)


MORE = Text(
    "Bruker og passord kommer fra NEO4J_USER og NEO4J_PASSWORD, aldri fra kommandolinjen. En ny "
    "innlasting endrer ingenting; det som er borte fra kilden, går ut av databasen; andre data "
    "i den røres ikke. En innlasting som stanset, gjøres ferdig ved å kjøres igjen.",
    "Brukar og passord kjem frå NEO4J_USER og NEO4J_PASSWORD, aldri frå kommandolinja. Ei ny "
    "innlasting endrar ingenting; det som er borte frå kjelda, går ut av databasen; andre data "
    "i han blir ikkje rørte. Ei innlasting som stansa, blir gjord ferdig ved å køyrast om att.",
    "User and password come from NEO4J_USER and NEO4J_PASSWORD, never from the command line. A "
    "second load changes nothing; what has left the source leaves the database; other data in "
    "it is not touched. A load that died is completed by running it again.",
)


@make("graphtool load data/kongsbergregionen neo4j://localhost:7687 --dry-run", MORE)
@source_argument
@click.argument("address")
@database_option
@option(
    "--dry-run",
    is_flag=True,
    help=Text(
        "Si hva som ville bli skrevet, og skriv ingenting.",
        "Sei kva som ville bli skrive, og skriv ingenting.",
        "Say what would be written, and write nothing.",
    ),
)
@option(
    "--replace",
    is_flag=True,
    help=Text(
        "Skriv over en plangraf med et annet navn.",
        "Skriv over ein plangraf med eit anna namn.",
        "Replace a plan graph of another name.",
    ),
)
@option(
    "--batch",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    help=Text(
        "Rader per transaksjon, der én ikke rommer alle.",
        "Rader per transaksjon, der éin ikkje rommar alle.",
        "Rows a transaction, where one cannot hold all.",
    ),
)
@option(
    "--thorough",
    is_flag=True,
    help=Text(
        "Sammenlign hver rad, selv om ingenting er skrevet siden den samme grafen ble lastet.",
        "Samanlikn kvar rad, sjølv om ingenting er skrive sidan den same grafen blei lasta.",
        "Compare every row, even if nothing was written since the same graph was loaded.",
    ),
)
@spoken_option
def command(
    *,
    source: str,
    address: str,
    database: str | None,
    dry_run: bool,
    replace: bool,
    batch: int,
    thorough: bool,
) -> None:
    """Loads the graph, and says how much of it was new."""
    import sys

    from graphtool.database import load

    graph = read(source)
    run = partial(
        load,
        graph,
        address,
        database=database,
        dry_run=dry_run,
        replace=replace,
        batch=batch,
        thorough=thorough,
    )
    if not sys.stderr.isatty():
        _tell(run())
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("load", total=None)
        summary = run(progress=lambda done, total: bar.update(task, completed=done, total=total))
    _tell(summary)


def _tell(summary: LoadSummary) -> None:
    from graphtool.database.refusals import ROWS

    language = spoken()
    for what, counts in summary.of_each().items():
        click.echo(Said(_COUNTS, what=ROWS[what], **counts._asdict()).in_(language))
    if summary.dry_run:
        click.echo(Said(_DRY_RUN, address=summary.address).in_(language))
        return
    rate = Said(_RATE, n=summary.rows / summary.seconds) if summary.rows else NOTHING
    said = Said(
        _LOADED,
        address=summary.address,
        name=summary.name,
        database=summary.database,
        rows=counted(summary.rows, "row"),
        seconds=summary.seconds,
        rate=rate,
        resumed=_RESUMED if summary.resumed else NOTHING,
    )
    click.echo(said.in_(language))
