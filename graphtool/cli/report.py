"""`graphtool report SOURCE -o DIR`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from graphtool import atomic
from graphtool.cli import comparing
from graphtool.cli.counting import counted
from graphtool.cli.helping import option
from graphtool.cli.options import (
    as_of_option,
    hide_persons_option,
    language_option,
    source_argument,
    story_option,
)
from graphtool.cli.parameters import Input, Output
from graphtool.cli.parameters import command as make
from graphtool.cli.progress import progress
from graphtool.cli.sources import read_whole, talk
from graphtool.language import Said, Text, together

_OTHER_FILES = (".pdf", ".docx", ".pptx", ".xlsx", ".csv", ".png", ".svg")
"""Suffixes by which somebody means a file, where a folder of that name would be made."""
_OR_A_FOLDER = Text(
    ", eller en mappe, med et navn uten endelse",
    ", eller ei mappe, med eit namn utan ending",
    ", or a folder, whose name has no suffix",
)
_NOT_MADE = Text(
    "{name} kunne ikke lages: {why}",
    "{name} kunne ikkje lagast: {why}",
    "{name} could not be made: {why}",
)
_MADE = Text(
    "{page}: {told}, {tasks} ting å avklare",
    "{page}: {told}, {tasks} ting å avklare",
    "{page}: {told}, {tasks} to settle",
)


MORE = Text(
    "Den første siden forteller om regionen i setninger, hver med lenke til tabellen som sier "
    "det, og til stedet på kartet; så det som må avklares før møtet: det som ingen svarer for, "
    "og problemene i kilden.",
    "Den første sida fortel om regionen i setningar, kvar med lenkje til tabellen som seier "
    "det, og til staden på kartet; så det som må avklarast før møtet: det som ingen svarer for, "
    "og problema i kjelda.",
    "Its index tells the region in sentences, each with a link to the table that says it and to "
    "its place on the map; then what is to be settled before the meeting: what nobody answers "
    "for, and the problems of the source.",
)


@make("graphtool report data/kongsbergregionen -o report", MORE)
@source_argument
@option(
    "-o",
    "--output",
    type=Output(dir_okay=True),
    help=Text(
        "Skriv rapporten til denne mappen, eller som én fil hvis navnet slutter på .html; uten"
        " åpnes den i nettleseren.",
        "Skriv rapporten til denne mappa, eller som éi fil om namnet sluttar på .html; utan blir"
        " han opna i nettlesaren.",
        "Write the report into this folder, or as one file if its name ends in .html; without it,"
        " it is opened in the browser.",
    ),
)
@option(
    "--single-file",
    is_flag=True,
    help=Text(
        "Alt i én HTML-fil: til å sende, eller til å ta vare på.",
        "Alt i éi HTML-fil: til å sende, eller til å ta vare på.",
        "All of it in one HTML file: to send, or to keep.",
    ),
)
@option(
    "--compare",
    type=Input(),
    metavar="SOURCE|DATE",
    help=Text(
        "Fortell hva som er endret siden dette datasettet, eller siden denne dagen (med --as-of"
        " for den seneste).",
        "Fortel kva som er endra sidan dette datasettet, eller sidan denne dagen (med --as-of for"
        " den seinaste).",
        "Tell what changed since this dataset, or this day (with --as-of for the later one).",
    ),
)
@story_option
@hide_persons_option
@as_of_option
@language_option
def command(
    *,
    source: str,
    output: str | None,
    single_file: bool,
    compare: str | None,
    story: str | None,
    **wishes: Any,
) -> None:
    """Writes everything for a meeting, and says where it lies."""
    from tempfile import mkdtemp

    from graphtool import maps, report
    from graphtool.maps.story import read as story_

    named = bool(output) and atomic.suffix(output or "") in report.SUFFIXES
    if single_file and output and not named:
        atomic.require_suffix(output, report.SUFFIXES)
    elif output and not named and atomic.suffix(output) in _OTHER_FILES:
        atomic.require_suffix(output, report.SUFFIXES, Said(_OR_A_FOLDER))
    single = single_file or named
    graph, problems = read_whole(source)
    since = comparing.since(graph, compare, wishes["as_of"])
    place = (
        Path(output)
        if output
        else Path(mkdtemp(prefix="graphtool-"), "report.html" if single else "report")
    )
    settings = maps.Settings(
        story=story_.read(Path(story), graph, as_of=wishes["as_of"]) if story else None, **wishes
    )
    write = report.write_file if single else report.write
    with progress() as tell:
        found = write(graph, place, settings, problems=problems, since=since, tell=tell)
    missing = [Said(_NOT_MADE, name=name, why=why) for name, why in found.missing.items()]
    talk(missing, "warning")
    counts = [counted(found.sentences, "finding"), counted(found.tables, "table")]
    told = together(counts, ", ")
    talk([Said(_MADE, page=found.page, told=told, tasks=found.tasks)])
    if output is None:
        click.launch(found.page.as_uri())
