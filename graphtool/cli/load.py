"""`graphtool load SOURCE neo4j://host:7687`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from graphtool.cli.common import command as make
from graphtool.cli.common import read, source_argument

if TYPE_CHECKING:
    from graphtool.database import LoadSummary


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
    for what in ("nodes", "assertions", "documents", "facts"):
        counts = getattr(summary, what)._asdict()
        said = ", ".join(f"{count} {word}" for word, count in counts.items())
        click.echo(f"{what}: {said}")
    if summary.dry_run:
        click.echo(f"{summary.address}: nothing written; this is what a load would do")
        return
    rate = f", {summary.rows / summary.seconds:.0f} rows a second" if summary.rows else ""
    resumed = "; a load that had died is completed" if summary.resumed else ""
    click.echo(
        f"{summary.address}: {summary.name} is loaded into {summary.database},"
        f" {summary.rows} rows in {summary.seconds:.1f} s{rate}{resumed}"
    )
