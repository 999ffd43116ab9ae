"""Parties that have much the same to do with others, as one box where a slide has too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphtool import schema
from graphtool.language import Language, collation_key, listed, plain
from graphtool.maps.folding import counted
from graphtool.slides import words
from graphtool.slides.chapters.boxes import Between, Thing

KINDS = ("Region", "Municipality", "Actor")
"""What is gathered; a goal or a measure stands for itself."""
SHARE = 0.5
"""Of the neighbours of two together, so many are those of both (Jaccard's index)."""
FEW = 3
"""Neighbours of both that say little."""
NAMED = 8
"""Names in a box that stands for several."""


def gathered(
    things: Sequence[Thing], lines: Sequence[Between], language: Language
) -> tuple[list[Thing], list[Between]]:
    """The things with one for those of a kind, in a column, whose neighbours are mostly the same.

    Gathered until nothing more is alike; a line of the gathered says what it stands for.
    """
    first = {thing.id: thing for thing in things}
    home = {id_: id_ for id_ in first}
    while found := _alike([first[id_] for id_ in dict.fromkeys(home.values())], _near(lines, home)):
        into = {each.id: found[0].id for each in found}
        home = {id_: into.get(now, now) for id_, now in home.items()}
    groups: dict[str, list[Thing]] = {}
    for id_, now in home.items():
        groups.setdefault(now, []).append(first[id_])
    made = [_one(group, language) for group in groups.values()]
    return made, _between(lines, home)


def _near(lines: Sequence[Between], home: dict[str, str]) -> dict[str, set[str]]:
    """The neighbours of each."""
    near: dict[str, set[str]] = {id_: set() for id_ in home.values()}
    for line in lines:
        one, other = (home[end] for end in line.ends)
        if one != other:
            near[one].add(other)
            near[other].add(one)
    return near


def _alike(things: Sequence[Thing], near: dict[str, set[str]]) -> list[Thing]:
    """Those that are to be one, the first of all; [] where no two are alike.

    The neighbours of all are compared with those of the first.
    """
    columns: dict[tuple[str, str, float], list[Thing]] = {}
    there = [thing for thing in things if thing.kind in KINDS]
    for thing in there:
        columns.setdefault((thing.kind, thing.mark, thing.x), []).append(thing)
    for one in there:
        others = columns[one.kind, one.mark, one.x]
        others.remove(one)
        if found := [other for other in others if _is_alike(one, other, near)]:
            return [one, *found]
    return []


def _is_alike(one: Thing, other: Thing, near: dict[str, set[str]]) -> bool:
    """Whether two of one kind in one column have the same neighbours, or several, mostly the same.

    Names that hang on the same one thing say what hangs there; counts of what hangs there do not.
    """
    both, every = near[one.id] & near[other.id], near[one.id] | near[other.id]
    least = 1 if one.members and other.members else 2
    return len(both) >= (least if both == every else max(FEW, SHARE * len(every)))


def _one(group: Sequence[Thing], language: Language) -> Thing:
    """The thing that stands for all of a group."""
    first = group[0]
    if len(group) == 1:
        return first
    count = sum(thing.nodes for thing in group)
    name = counted(first.kind, count).in_(language)
    if not any(thing.members for thing in group) and count <= NAMED:
        names = plain(sorted((thing.name for thing in group), key=collation_key))
        form = words.COUNTED_NAMES.in_(language)
        name = form.format(what=name, names=listed(names, most=NAMED).in_(language))
    kind = schema.kind(first.kind).plural.in_(language)
    return first._replace(
        name=name,
        y=sum(thing.y for thing in group) / len(group),
        mark=first.mark or "more",
        about=f"{kind}: {'; '.join(thing.name for thing in group)}",
        members=frozenset[str]().union(*(thing.members for thing in group)),
        nodes=count,
        parts=tuple(thing.id for thing in group),
    )


def _between(lines: Sequence[Between], home: dict[str, str]) -> list[Between]:
    """The lines between what is left, those of which most is said first."""
    found: dict[tuple[str, str], list[Between]] = {}
    for line in lines:
        one, other = (home[end] for end in line.ends)
        if one == other:
            continue
        is_back = (other, one) in found
        ends = (other, one) if is_back else (one, other)
        found.setdefault(ends, []).append(line._replace(has_arrow=line.has_arrow and not is_back))
    weight = Counter({ends: sum(line.weight for line in one) for ends, one in found.items()})
    return [
        Between(
            ends,
            tuple(said for line in found[ends] for said in line.about),
            any(line.is_firm for line in found[ends]),
            all(line.has_arrow for line in found[ends]),
            weight[ends],
            frozenset[str]().union(*(line.relations for line in found[ends])),
        )
        for ends in sorted(found, key=lambda ends: (-weight[ends], *ends))
    ]
