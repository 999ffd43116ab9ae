"""Dependencies across municipal borders as lanes, one a municipality, with lines between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphtool import schema
from graphtool.graph.belonging import UNSAID
from graphtool.language import collation_key, listed, plain
from graphtool.slides import words
from graphtool.slides.asked import Asked
from graphtool.slides.deck import Box, Lanes, Slide, Table, Tie

if TYPE_CHECKING:
    pass


LANES, TIES, FEW = 8, 14, 8
"""Municipalities and dependencies that one slide draws, and those that it draws one by one."""
SHARED = "shared"
"""The kind of a dependency by which two need the same thing of a third's."""


class Link(NamedTuple):
    """What of one municipality rests on what of another."""

    municipality: str
    dependent: str
    """What it is called; the municipality itself where it is a person of its."""
    depends_on: str
    needed: str
    is_firm: bool
    about: str


def links_of(asked: Asked) -> list[Link]:
    """Each dependency on a thing of another's once, firm where any path says so as a fact.

    What two need of a third's is no line from one to the other.
    """
    answer = asked.own("municipal-dependencies")
    kinds = next(f.column.words for f in answer.query.fields if f.name == "kind") or {}
    found: dict[tuple[str, ...], Link] = {}
    for row in answer.rows.to_dict("records"):
        if row["kind"] == SHARED:
            continue
        known = asked.nodes.get(row["dependent"])
        is_person = known is not None and known.subkind == schema.PERSON
        dependent = asked.name(row["municipality" if is_person else "dependent"])
        needed = asked.name(row["needed"])
        key = row["municipality"], dependent, row["depends_on"], needed
        is_firm = row["modality"] not in UNSAID
        said = asked.say(kinds[row["kind"]]) if row["kind"] in kinds else ""
        about = f"{row['name']} → {row['depends_on_name']}: {dependent} → {needed} ({said})"
        if key not in found or (is_firm and not found[key].is_firm):
            found[key] = Link(*key, is_firm, about)
    return list(found.values())


def lanes_of(asked: Asked, links: list[Link], rows: Slide) -> Lanes | None:
    """A lane a municipality: what waits at the left, what it rests on at the right.

    Where lines would be many, those that rest on the same share a lane. `rows` is the same as a
    slide of rows. None where there are too many all the same, or where something both waits and
    is waited for: no two columns can show it.
    """
    together = _together(links) if len(links) > FEW else {}
    home = {link.municipality: together.get(link.municipality, link.municipality) for link in links}
    members: dict[str, list[str]] = {}
    for place in {*home, *(link.depends_on for link in links)}:
        members.setdefault(home.get(place, place), []).append(place)
    lanes = sorted(members, key=lambda place: (collation_key(asked.name(place)), place))
    labels = [_lane_name(asked, sorted(members[lane])) for lane in lanes]
    boxes: list[Box] = []
    places: dict[tuple[str, str, int], int] = {}

    def box(lane: str, what: str, column: int) -> int:
        key = lane, what, column
        if key not in places:
            places[key] = len(boxes)
            about = f"{labels[lanes.index(lane)]}: {what}"
            boxes.append(Box(what, "", column, about, lane=lanes.index(lane)))
        return places[key]

    ties: dict[tuple[int, int], Tie] = {}
    for link in links:
        lane = home[link.municipality]
        is_several = len(members[lane]) > 1
        what = asked.say(words.EACH_OF_THEM) if is_several else link.dependent
        source = box(lane, what, 0)
        target = box(home.get(link.depends_on, link.depends_on), link.needed, 1)
        known = ties.get((source, target))
        about = f"{known.about}; {link.about}" if known else link.about
        is_firm = link.is_firm and (known is None or known.is_firm)
        ties[source, target] = Tie(source, target, about, is_firm)
    both = {key[:2] for key in places if key[2] == 0} & {key[:2] for key in places if key[2] == 1}
    if both or not ties or len(lanes) > LANES or len(ties) > TIES:
        return None
    assert isinstance(rows.body, Table)
    firm = {tie.is_firm for tie in ties.values()}
    signs = (("firm", words.FIRM, True in firm), ("loose", words.LOOSE, False in firm))
    return Lanes(
        lanes=tuple(labels),
        boxes=tuple(boxes),
        ties=tuple(ties.values()),
        about=asked.say(words.NO_BORDERS),
        instead=rows.body,
        legend=tuple((sign, asked.say(text)) for sign, text, there in signs if there),
    )


def _together(links: list[Link]) -> dict[str, str]:
    """For each municipality the first of those that rest on the same, of those nobody rests on."""
    rested = {link.depends_on for link in links}
    on: dict[str, set[tuple[str, str, bool]]] = {}
    for link in links:
        on.setdefault(link.municipality, set()).add((link.depends_on, link.needed, link.is_firm))
    first: dict[frozenset[tuple[str, str, bool]], str] = {}
    return {
        place: first.setdefault(frozenset(what), place)
        for place, what in on.items()
        if place not in rested
    }


def _lane_name(asked: Asked, places: list[str]) -> str:
    names = sorted(map(asked.name, places), key=collation_key)
    if len(names) == 1:
        return names[0]
    form = asked.say(words.MUNICIPALITIES)
    return form.format(n=len(names), names=asked.say(listed(plain(names), len(names))))
