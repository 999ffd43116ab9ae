"""Native, editable PowerPoint slides: what a plan graph says, a finding as each title.

A deck is made in three steps, each of typed data: `build` says what it tells (`deck`), `placing`
where that stands (`sheet`), `writing` the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphtool import atomic
from graphtool.language import Language

if TYPE_CHECKING:
    from graphtool.comparison import Compared
    from graphtool.findings import Finding
    from graphtool.graph import PlanGraph
    from graphtool.maps import Settings
    from graphtool.slides.deck import Deck
    from graphtool.slides.writing.file import Ground

SUFFIXES = (".pptx",)
"""What a deck's file may end in."""

__all__ = ["SUFFIXES", "Written", "write", "write_changes", "write_map"]


class Written(NamedTuple):
    """What was written to a file."""

    deck: Deck
    titles: tuple[str, ...]
    """Of its slides: what has no room on one goes on on the next."""


def write(
    graph: PlanGraph,
    path: Path,
    *,
    language: Language = "nb",
    as_of: str | None = None,
    hide_persons: bool = False,
    template: Path | None = None,
    queries: Sequence[str] = (),
    told: Sequence[Finding] | None = None,
    compared: Compared | None = None,
    onto: Path | None = None,
    municipalities: Sequence[str] = (),
) -> Written:
    """Writes the deck of a graph, whole or not at all, and gives what was written.

    With `queries`, a slide of each of their answers and nothing else. `told` are the graph's
    findings on the day, where they are known already; `compared` what changed in it;
    `onto` the presentation after whose slides these come, on its own layouts; `municipalities`
    (or regions), by ids or names, what the deck is to be about.

    Raises `GraphtoolError` where there is nothing to tell, the suffix is another, the template
    cannot be used, or the file cannot be written; a file that was there stays as it was.
    """
    from graphtool.slides.build import build
    from graphtool.slides.writing.file import Ground

    atomic.require_suffix(path, SUFFIXES)
    ground = Ground.of(template, onto)
    deck = build(
        graph,
        language=language,
        as_of=as_of,
        hide_persons=hide_persons,
        queries=queries,
        told=told,
        compared=compared,
        municipalities=municipalities,
    )
    return _put(deck, path, ground)


def write_map(
    graph: PlanGraph,
    path: Path,
    settings: Settings,
    *,
    template: Path | None = None,
    onto: Path | None = None,
) -> Written:
    """Writes the views that the settings name, or the steps of their story, a slide each.

    Whole or not at all; gives what was written. Raises `GraphtoolError` as `write` does, and
    where a view has nothing to show or a step names what is not there.
    """
    from graphtool.maps import excerpt
    from graphtool.maps.build import build as map_of
    from graphtool.slides.build import Shown, of_map
    from graphtool.slides.writing.file import Ground

    atomic.require_suffix(path, SUFFIXES)
    ground = Ground.of(template, onto)
    made = map_of(graph, settings)
    said = made.lang
    shown = [
        Shown(excerpt.of_step(made, step.state), step.title.in_(said), step.text.in_(said))
        for step in made.story
    ] or [Shown(excerpt.whole(scene)) for scene in made.scenes]
    deck = of_map(made, shown)
    return _put(deck, path, ground)


def write_changes(graph: PlanGraph, path: Path, compared: Compared, settings: Settings) -> Written:
    """Writes what changed in a graph: as sentences, as rows, and as the map that settings ask for.

    Whole or not at all; gives what was written. Where the map has nothing to show there is no
    slide of it. Raises `GraphtoolError` as `write` does.
    """
    from graphtool.errors import GraphtoolError
    from graphtool.maps.build import build as map_of
    from graphtool.slides.asked import Asked
    from graphtool.slides.build import of_changes
    from graphtool.slides.writing.file import Ground

    atomic.require_suffix(path, SUFFIXES)
    try:
        made = map_of(graph, replace(settings, is_single=True))
    except GraphtoolError:
        made = None
    asked = Asked(graph, settings.lang, settings.as_of, settings.hide_persons)
    deck = of_changes(asked, compared, made)
    return _put(deck, path, Ground.of(None))


def _put(deck: Deck, path: Path, ground: Ground) -> Written:
    """Writes the deck, by itself or after the slides of another that is still as it was read."""
    from graphtool.slides.writing import appending
    from graphtool.slides.writing.file import put

    data, titles = put(deck, ground)
    if ground.own:
        appending.require_same(ground.own, ground.before)
    atomic.write(path, data)
    return Written(deck, titles)
