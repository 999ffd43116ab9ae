"""`graphtool map SOURCE -o map.html`."""

from __future__ import annotations

import click

from graphtool.cli.common import (
    as_of_option,
    language_option,
    read,
    source_argument,
    talk,
)
from graphtool.cli.common import command as make
from graphtool.language import Language


@make("graphtool map data/kristiansandsregionen -o map.html")
@source_argument
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), default="map.html", show_default=True,
    help="Write the map to this file.",
)  # fmt: skip
@click.option("--title", help="Title of the map; by default the dataset's.")
@click.option("--focus", metavar="NODE", help="Only what lies around this node (id or name).")
@click.option(
    "--hops", type=click.IntRange(min=1), default=2, show_default=True, help="How far around it."
)
@as_of_option
@language_option
def command(
    *, source: str, output: str, title: str | None, focus: str | None, hops: int,
    as_of: str | None, lang: Language,
) -> None:  # fmt: skip
    """One offline HTML file: the interactive map.

    It opens from disk without a network, has a legend that switches kinds and relations on and
    off, a search, and a panel with every sentence behind every line.
    """
    from pathlib import Path

    from graphtool import maps

    graph = read(source)
    if focus:
        graph = graph.as_of(as_of).neighbourhood(focus, hops)
    summary = maps.write(graph, Path(output), lang=lang, title=title, as_of=as_of)
    talk([f"{output}: {summary}"])
