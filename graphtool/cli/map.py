"""`graphtool map SOURCE -o map.html`, or `.svg`, `.png`, `.pdf`, `.pptx`: the suffix decides."""

from __future__ import annotations

from typing import Any

from graphtool import atomic, maps, pictures
from graphtool.cli import drawing, map_options
from graphtool.cli.counting import counted
from graphtool.cli.options import (
    as_of_option,
    hide_persons_option,
    language_option,
    municipality_option,
    source_argument,
    story_option,
)
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import read, talk
from graphtool.cli.speaking import spoken
from graphtool.errors import listing
from graphtool.language import Text, together

MORE = Text(
    "Endelsen på -o avgjør. Siden åpnes fra disk uten nett, og har en tegnforklaring som slår "
    "typer og sammenhenger av og på, et søk, en glidebryter gjennom årene, og et felt med hver "
    "setning bak hver linje. Et bilde er den samme visningen til å skrive ut, sende eller vise "
    "fram: navn som ikke får plass, har et nummer og står i en liste ved siden av kartet. En "
    ".pptx har bokser og linjer som kan flyttes og skrives i.",
    "Endinga på -o avgjer. Sida blir opna frå disk utan nett, og har ei teiknforklaring som "
    "slår typar og samanhengar av og på, eit søk, ein glidebrytar gjennom åra, og eit felt med "
    "kvar setning bak kvar linje. Eit bilete er den same visinga til å skrive ut, sende eller "
    "vise fram: namn som ikkje får plass, har eit nummer og står i ei liste ved sida av kartet. "
    "Ein .pptx har boksar og linjer som kan flyttast og skrivast i.",
    "The suffix of -o decides. The page opens from disk without a network, has a legend that "
    "switches kinds and relations on and off, a search, a slider through the years, and a panel "
    "with every sentence behind every line. A picture is the same view to print, to send or to "
    "show: names that have no room are numbered and listed beside the map. A .pptx has boxes "
    "and lines that can be moved and written in.",
)


@make("graphtool map data/kristiansandsregionen -o map.html", MORE, tells=True)
@source_argument
@map_options.written
@map_options.shown
@municipality_option
@hide_persons_option
@as_of_option
@map_options.drawn
@story_option
@map_options.opened
@language_option
def command(
    *,
    source: str,
    output: str,
    suffix: str | None,
    size: str | None,
    dpi: int | None,
    **wishes: Any,
) -> None:
    """Writes a map or a picture of it, and says what it shows."""
    from pathlib import Path

    drawing.require_writable(output, suffix, size, dpi)
    graph = read(source)
    settings = drawing.as_settings(graph, **wishes)
    if suffix or atomic.suffix(output) in pictures.SUFFIXES:
        of_size = size or "16:9"
        made = (
            pictures.write_folder(
                graph, Path(output), f".{suffix}", settings, size=of_size, dpi=dpi
            )
            if suffix
            else pictures.write(graph, Path(output), settings, size=of_size, dpi=dpi)
        )
        summary, files = made.summary, made.files
        remarks = [together([f"{output}: ", each]) for each in made.remarks]
    else:
        summary, files, remarks = maps.write(graph, Path(output), settings), (output,), []
    talk(
        [*listing(drawing.warnings(graph, settings, summary)), *drawing.idle(settings, summary)],
        "warning",
    )
    talk(remarks, "warning")
    since = drawing.since(graph, settings, wishes["compare"])
    what = counted(len(files), "picture") if suffix else summary.said
    talk([together([f"{output}: ", what]), *(f"  {file}" for file in files if suffix)])
    why = [summary.why.in_(spoken())] if summary.why and not suffix else []
    narrowed = drawing.narrowed(
        graph, settings.as_of, settings.municipalities, before=settings.before
    )
    talk([*narrowed, *since, *why])
