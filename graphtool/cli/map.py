"""`graphtool map SOURCE -o map.html`."""

from __future__ import annotations

from typing import Any

import click

from graphtool import maps
from graphtool.cli.common import (
    Input,
    Output,
    as_of_option,
    language_option,
    read,
    source_argument,
    talk,
)
from graphtool.cli.common import command as make
from graphtool.errors import GraphtoolError, Problem, listing
from graphtool.maps import options, style, views


@make("graphtool map data/kristiansandsregionen -o map.html")
@source_argument
@click.option(
    "-o",
    "--output",
    type=Output(maps.SUFFIXES),
    default="map.html",
    show_default=True,
    help="Write the map to this file.",
)
@click.option(
    "--view",
    "views",
    type=click.Choice(views.names()),
    multiple=True,
    help="What to show; again for a further view in the same file. By default one that can be"
    " read, and says why, with the others beside it.",
)
@click.option("--focus", metavar="NODE", help="Only what lies around this node (id or name).")
@click.option(
    "--hops", type=click.IntRange(min=1), default=2, show_default=True, help="How far around it."
)
@click.option("--kinds", metavar="KIND,...", help="Only these kinds of nodes, as Goal,Measure.")
@click.option("--relations", metavar="RELATION,...", help="Only these relations, as OWNS,LEADS.")
@click.option(
    "--municipality",
    "municipalities",
    metavar="NAME",
    multiple=True,
    help="Only what concerns this municipality or region; again for several.",
)
@click.option("--hide-persons", is_flag=True, help="Without people, and their names in quotes.")
@as_of_option
@click.option(
    "--compare",
    type=Input(),
    metavar="SOURCE|DATE",
    help="Mark what was added, removed or changed since this dataset, or since this day (with"
    " --as-of for the later one).",
)
@click.option(
    "--size-by",
    type=click.Choice(options.SIZES),
    default="none",
    help="What a symbol's size stands for; by default what the view says.",
)
@click.option(
    "--colour-by",
    type=click.Choice(options.COLOURINGS),
    default="kind",
    show_default=True,
    help="What a symbol's colour stands for.",
)
@click.option(
    "--group-by",
    type=click.Choice(options.GROUPINGS),
    default="plan",
    show_default=True,
    help="What stands together in the overview.",
)
@click.option(
    "--borders",
    type=Input(),
    metavar="FILE",
    help="GeoJSON with the borders of municipalities (WGS 84).",
)
@click.option("--story", type=Input(), metavar="FILE", help="Steps to present the map in (TOML).")
@click.option(
    "--positions",
    type=Input(),
    metavar="FILE",
    help="An earlier map: what is in both moves as little as can be.",
)
@click.option("--title", help="Title of the map; by default the dataset's.")
@click.option(
    "--theme",
    type=click.Choice(style.THEMES),
    default="light",
    show_default=True,
    help="How it looks when it is opened.",
)
@language_option
def command(*, source: str, output: str, **wishes: Any) -> None:
    """One offline HTML file: the interactive map.

    It opens from disk without a network, has a legend that switches kinds and relations on and
    off, a search, a slider through the years, and a panel with every sentence behind every line.
    """
    from pathlib import Path

    graph = read(source)
    settings = _settings(graph, **wishes)
    summary = maps.write(graph, Path(output), settings)
    talk([*listing(_warnings(graph, settings, summary)), *_idle(settings, summary)], "warning")
    since = _since(graph, settings, wishes["compare"])
    talk([f"{output}: {summary}", *since, *([summary.why.in_("en")] if summary.why else [])])


def _settings(
    graph: Any,
    *,
    compare: str | None,
    borders: str | None,
    story: str | None,
    positions: str | None,
    kinds: str | None,
    relations: str | None,
    **plain: Any,
) -> Any:
    """What was asked for as settings; files are read here, so that all that is wrong is said."""
    from pathlib import Path

    from graphtool.maps import positions as positions_
    from graphtool.maps.geo import borders as borders_
    from graphtool.maps.story import read as story_

    return maps.Settings(
        kinds=_listed(kinds),
        relations=_listed(relations),
        **_before(graph, compare, plain["as_of"]),
        borders=borders_.read(Path(borders), graph) if borders else None,
        story=story_.read(Path(story), graph, as_of=plain["as_of"]) if story else None,
        positions=positions_.read(Path(positions)) if positions else None,
        **plain,
    )


def _warnings(graph: Any, settings: Any, summary: Any) -> list[Problem]:
    """What of coordinates and borders could not be used, where a map shows where things lie."""
    from graphtool.maps.geo import coordinates

    if not any(views.find(name).is_geographic for name in (summary.view, *summary.others)):
        return []
    found = coordinates.coordinates(graph, settings.borders).problems
    return [*(settings.borders.problems if settings.borders else ()), *found]


def _idle(settings: Any, summary: Any) -> list[str]:
    """What was asked for and has no effect on groups, in one line."""
    plain = maps.Settings()
    asked = [
        f"--{name.replace('_', '-')}"
        for name in ("size_by", "colour_by", "group_by", "positions")
        if getattr(settings, name) != getattr(plain, name)
    ]
    if not (summary.groups and asked):
        return []
    return [
        f"{', '.join(asked)}: no effect on an overview of groups; --focus or --municipality"
        " gives a part that is shown node by node"
    ]


def _listed(words: str | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in (words or "").split(",") if word.strip())


def _before(graph: Any, compare: str | None, as_of: str | None) -> dict[str, Any]:
    """What the map is compared with: another dataset, or the same one on another day."""
    from pathlib import Path

    from graphtool import dates
    from graphtool.language import same

    if compare is None:
        return {}
    if dates.is_partial_date(compare):
        if as_of is None:
            raise GraphtoolError("--compare with a day needs --as-of for the other day")
        if dates.is_partial_date(as_of) and dates.last_day(compare) > dates.last_day(as_of):
            raise GraphtoolError(f"--compare {compare} is after --as-of {as_of}; swap the two")
        return {"before": graph.as_of(compare), "before_name": same(compare)}
    if compare[:4].isdigit() and not Path(compare).exists():
        raise GraphtoolError(f"{compare!r} is no dataset and no date; expected {dates.EXPECTED}")
    return {"before": read(compare).as_of(as_of)}


def _since(graph: Any, settings: Any, compare: str | None) -> list[str]:
    """What became of the graph since what it is compared with, in one line; [] where it is not."""
    from graphtool.maps import compare as compare_

    if settings.before is None:
        return []
    found = compare_.compare(settings.before, graph.as_of(settings.as_of))
    return [f"since {compare}: {found if any(found) else 'nothing differs'}"]
