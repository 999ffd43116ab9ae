"""`graphtool load SOURCE neo4j://host:7687`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from graphtool.cli.common import command as make
from graphtool.cli.common import counted, read, source_argument, spoken
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


@make("graphtool load data/kongsbergregionen neo4j://localhost:7687 --dry-run")
@source_argument
@click.argument("address")
@click.option("--database", metavar="NAME", help="Which of the server's databases.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--replace", is_flag=True, help="Replace a plan graph of another name.")
@click.option(
    "--batch",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    help="Rows a transaction, where one cannot hold all.",
)
@click.option(
    "--thorough",
    is_flag=True,
    help="Compare every row, even if nothing was written since the same graph was loaded.",
)
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
    """The graph into Neo4j, whole, and again without harm.

    User and password come from NEO4J_USER and NEO4J_PASSWORD, never from the command line. A
    second load changes nothing; what has left the source leaves the database; other data in it is
    not touched. A load that died is completed by running it again.
    """
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
