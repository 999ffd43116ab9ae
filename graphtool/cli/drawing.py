"""Of `graphtool map`: whether what is asked can be written, as settings, and what is said of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphtool import atomic, maps, pictures
from graphtool.cli import comparing
from graphtool.errors import GraphtoolError, Problem
from graphtool.language import Said, Text
from graphtool.maps import views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphtool.graph import PlanGraph

_IDLE = Text(
    "{options}: uten virkning på en oversikt over grupper; --focus eller --municipality gir en del"
    " som vises node for node",
    "{options}: utan verknad på ei oversikt over grupper; --focus eller --municipality gir ein del"
    " som blir vist node for node",
    "{options}: no effect on an overview of groups; --focus or --municipality gives a part that is"
    " shown node by node",
)
_FOR_FOLDERS = Text(
    "--format gjelder en mappe; utelat det for en {suffix}",
    "--format gjeld ei mappe; utelat det for ein {suffix}",
    "--format is for a folder; leave it out for a {suffix}",
)
_NAMES_FOLDER = Text(
    "er en mappe; oppgi en fil, eller si med --format ({formats}) hvilke bilder som skal dit",
    "er ei mappe; oppgi ei fil, eller sei med --format ({formats}) kva bilete som skal dit",
    "names a folder; name a file, or say with --format ({formats}) which pictures go there",
)
_OR_FOLDER = Text(
    "; en mappe med bilder må ha --format",
    "; ei mappe med bilete må ha --format",
    "; a folder of pictures needs --format",
)
_FOR_PICTURES = Text(
    "{option} gjelder bilder ({suffixes}); en side fyller vinduet sitt",
    "{option} gjeld bilete ({suffixes}); ei side fyller vindauget sitt",
    "{option} is for pictures ({suffixes}); a page fills its window",
)
_SINCE = Text("siden {day}: {found}", "sidan {day}: {found}", "since {day}: {found}")
_NO_DIFFERENCE = Text("ingenting er endret", "ingenting er endra", "nothing differs")


def require_writable(output: str, suffix: str | None, size: str | None, dpi: int | None) -> None:
    """Raises `GraphtoolError`, before anything is read, for what cannot be written."""
    if suffix:
        pictures.require(f".{suffix}", size=size or "16:9", dpi=dpi)
        if (found := atomic.suffix(output)) in (*maps.SUFFIXES, *pictures.SUFFIXES):
            raise GraphtoolError.at(output, Said(_FOR_FOLDERS, suffix=found))
        return
    if output.endswith(("/", os.sep)) or os.path.isdir(output):
        formats = ", ".join(each[1:] for each in pictures.SUFFIXES)
        raise GraphtoolError.at(output, Said(_NAMES_FOLDER, formats=formats))
    known = [*maps.SUFFIXES, *pictures.SUFFIXES]
    found = atomic.require_suffix(output, known, Said(_OR_FOLDER))
    if found in pictures.SUFFIXES:
        pictures.require(found, size=size or "16:9", dpi=dpi)
    elif size or dpi:
        option = "--size" if size else "--dpi"
        listed = ", ".join(pictures.SUFFIXES)
        raise GraphtoolError.at(output, Said(_FOR_PICTURES, option=option, suffixes=listed))


def as_settings(
    graph: PlanGraph,
    *,
    compare: str | None,
    borders: str | None,
    story: str | None,
    positions: str | None,
    kinds: str | None,
    relations: str | None,
    **plain: Any,
) -> maps.Settings:
    """What was asked for as settings; files are read here, so that all that is wrong is said."""
    from graphtool.maps import positions as positions_
    from graphtool.maps.geo import borders as borders_
    from graphtool.maps.story import read as story_

    before = comparing.since(graph, compare, plain["as_of"])
    return maps.Settings(
        kinds=_listed(kinds),
        relations=_listed(relations),
        before=before.beside(graph) if before else None,
        before_name=before.name if before else None,
        borders=borders_.read(Path(borders), graph) if borders else None,
        story=story_.read(Path(story), graph, as_of=plain["as_of"]) if story else None,
        positions=positions_.read(Path(positions)) if positions else None,
        **plain,
    )


def warnings(graph: PlanGraph, settings: maps.Settings, summary: maps.MapSummary) -> list[Problem]:
    """What of coordinates and borders could not be used, where a map shows where things lie."""
    from graphtool.maps.geo import coordinates, official

    if not any(views.find(name).is_geographic for name in (summary.view, *summary.others)):
        return []
    borders = settings.borders or official.borders(graph, settings.as_of)
    found = coordinates.coordinates(graph, borders).problems
    return [*(borders.problems if borders else ()), *found]


def idle(settings: maps.Settings, summary: maps.MapSummary) -> list[Said]:
    """What was asked for and has no effect on groups, in one line."""
    plain = maps.Settings()
    asked = [
        f"--{name.replace('_', '-')}"
        for name in ("size_by", "colour_by", "group_by", "positions")
        if getattr(settings, name) != getattr(plain, name)
    ]
    if not (summary.groups and asked):
        return []
    return [Said(_IDLE, options=", ".join(asked))]


def narrowed(
    graph: PlanGraph,
    as_of: str | None,
    municipalities: Sequence[str],
    *,
    before: PlanGraph | None = None,
) -> list[Said]:
    """What is shown and left out for the municipalities asked for, in one line; [] for none.

    Of the first graph that knows them: that of the day, then what it is compared with.
    """
    from graphtool.maps import narrowing

    if not municipalities:
        return []  # a large graph of a day is not kept, and takes its time
    graphs = [graph.as_of(as_of), *([before] if before is not None else [])]
    found = narrowing.narrowed(narrowing.knowing(graphs, municipalities), municipalities)
    return [Said(found.whole)] if found else []


def _listed(words: str | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in (words or "").split(",") if word.strip())


def since(graph: PlanGraph, settings: maps.Settings, compare: str | None) -> list[Said]:
    """What became of the graph since what it is compared with, in one line; [] where it is not."""
    from graphtool.maps import compare as compare_

    if settings.before is None:
        return []
    found = compare_.compare(settings.before, graph.as_of(settings.as_of))
    return [Said(_SINCE, day=compare, found=found.said if any(found) else _NO_DIFFERENCE)]
