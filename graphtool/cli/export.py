"""`graphtool export SOURCE DEST`."""

from __future__ import annotations

import click

from graphtool.cli import files
from graphtool.cli.common import Output, as_of_option, read, source_argument, talk
from graphtool.cli.common import command as make


@make("graphtool export data/kongsbergregionen kongsbergregionen.xlsx")
@source_argument
@click.argument("destination", type=Output(dir_okay=True))
@as_of_option
def command(*, source: str, destination: str, as_of: str | None) -> None:
    """The graph as {written}.

    The destination's suffix decides; one without a suffix is a folder. All of them can be read
    back as a SOURCE.
    """
    from pathlib import Path

    from graphtool import formats

    formats.require_writable(destination)
    graph = read(source).as_of(as_of)
    formats.write(graph, Path(destination))
    talk([f"{destination}: {graph!r}"])


command.help = files.filled(command.help or "")
