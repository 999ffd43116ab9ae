"""Who works with whom: what they are together in, drawn, and the roles that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from graphtool import schema
from graphtool.findings import Finding
from graphtool.language import Text, collation_key, listed, number, plain
from graphtool.queries.key_parties import KEY_ROLES
from graphtool.queries.projection import STATED
from graphtool.queries.roles import ROLES
from graphtool.slides import words
from graphtool.slides.asked import Asked
from graphtool.slides.chapters.sentences import headline, table, whole
from graphtool.slides.deck import Box, Column, Drawing, Slide, Tie
from graphtool.slides.part import Part

THINGS, GROUPS = 8, 8
"""What they are together in, and boxes of who is, that one slide draws."""
MOST = 10
"""Parties, and lines, that are drawn one by one."""
NAMED = 8
"""Names in a box that stands for several."""
SHARED = 5
"""Columns of what several have a role in."""


class _Taking(NamedTuple):
    """Who takes part in what."""

    names: dict[str, str]
    """Of what more than one takes part in, by id, what most do first."""
    who: dict[str, list[str]]
    """By activity the parties, in Norwegian order."""


def collaboration(asked: Asked) -> list[Slide]:
    """The drawing, then the roles; [] where no two take part in anything."""
    return [*_drawing(asked), *_roles(asked)]


def _first(asked: Asked, *beginnings: str) -> Finding | None:
    """The first finding whose key begins so, of the first beginning that has one."""
    for beginning in beginnings:
        for finding in asked.findings:
            if finding.key.startswith(beginning):
                return finding
    return None


def _together(asked: Asked, taking: _Taking) -> Text | None:
    """What the drawing shows, in a sentence; None where nothing is said of it."""
    if asked.part:
        return _shared_by(asked.part, taking)
    finding = _first(asked, "best-connected-municipalities", "best-connected")
    return finding.text if finding else None


def _drawing(asked: Asked) -> list[Slide]:
    rows = asked.own("participations").rows
    rows = rows[(rows["activity"].fillna("") != "") & ~rows["party"].isin(asked.people)]
    rows = rows[rows["activity"] != rows["party"]]  # a forum is no partner of itself
    taking = _taking(asked, rows)
    told = _together(asked, taking)
    if not taking.names or told is None:
        return []
    things = list(taking.names)[:THINGS]
    groups, left_out = _groups(asked, taking, things)
    boxes = [_party_box(asked, group) for group, _ in groups]
    boxes += [_thing_box(asked, taking, thing) for thing in things]
    ties = [
        Tie(at, len(groups) + things.index(thing), f"{boxes[at].label} – {taking.names[thing]}")
        for at, (_, shared) in enumerate(groups)
        for thing in shared
    ]
    said = [asked.say(words.TOGETHER_CAPTION)]
    notes: list[str] = []
    if rest := list(taking.names)[THINGS:]:
        said.append(asked.say(words.shown_of(THINGS, len(taking.names), words.CROWDED)))
        notes += [asked.say(words.NOT_SHOWN), *asked.shortened(taking.names[t] for t in rest)]
    if any(box.mark == "more" for box in boxes):
        said.append(asked.say(words.GATHERED_CAPTION))
    if left_out:
        said.append(asked.say(number(len(left_out), *words.PARTIES_LEFT_OUT)))
        notes += [asked.say(words.NOT_SHOWN), *asked.shortened(map(asked.name, left_out))]
    several = [words.GATHERED] if any(box.mark == "more" for box in boxes) else []
    sentence = asked.say(told)
    body = Drawing(
        headings=(asked.say(words.WHO), asked.say(words.SHARED)),
        boxes=tuple(boxes),
        ties=tuple(ties),
        about=asked.say(words.TOGETHER),
        legend=tuple(("more", asked.say(text)) for text in several),
    )
    shared = rows[rows["activity"].isin(things)]
    quotes = asked.quoted(asked.row_quotes(shared, "party_name"))
    return [
        Slide(
            title=headline(sentence),
            caption=" ".join(said),
            body=body,
            notes=(*whole(asked, sentence), *_members(asked, groups), *quotes, *notes),
        )
    ]


def _taking(asked: Asked, rows: pd.DataFrame) -> _Taking:
    """Of the rows of `participations`, what at least two take part in."""
    who: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    fields = (rows[name].astype(object) for name in ("party", "activity", "activity_name"))
    for party, activity, name in zip(*fields, strict=True):
        who.setdefault(activity, []).append(party)
        names[activity] = asked.say(words.TIED) if name == STATED else asked.name(activity)
    order = sorted(
        (activity for activity, parties in who.items() if len(set(parties)) > 1),
        key=lambda activity: (-len(who[activity]), collation_key(names[activity]), activity),
    )
    return _Taking(
        {activity: names[activity] for activity in order},
        {
            activity: sorted(set(who[activity]), key=lambda p: (collation_key(asked.name(p)), p))
            for activity in order
        },
    )


def _shared_by(part: Part, taking: _Taking) -> Text:
    """How many others these municipalities are together with, and in how much; or none but they."""
    others = [set(taking.who[thing]) - part.municipalities for thing in taking.names]
    shared = [some for some in others if some]
    form = words.SHARED_BY if shared else words.SHARED_BY_THEM
    return form.format(
        names=part.narrowed.names,
        others=number(len(set().union(*shared)), *words.OTHERS),
        things=number(len(shared or others), *words.THINGS_SHARED),
    )


class _Group(NamedTuple):
    """Parties of one kind, and what they all take part in."""

    parties: list[str]
    things: list[str]


def _groups(asked: Asked, taking: _Taking, things: list[str]) -> tuple[list[_Group], list[str]]:
    """A group each, or where lines would be too many, groups of those alike; and who has no room.

    What all of a kind take part in is then said of all of them at once.
    """
    shared: dict[str, list[str]] = {}
    for thing in things:
        for party in taking.who[thing]:
            shared.setdefault(party, []).append(thing)
    parties = sorted(shared, key=lambda party: (collation_key(asked.name(party)), party))
    if len(parties) <= MOST and sum(map(len, shared.values())) <= MOST:
        return [_Group([party], shared[party]) for party in parties], []
    groups = []
    for kind in schema.PARTIES:
        every = [party for party in parties if asked.nodes[party].kind == kind]
        common = [thing for thing in things if all(thing in shared[party] for party in every)]
        if len(every) > 2 and common:
            groups.append(_Group(every, common))
            for party in every:
                shared[party] = [thing for thing in shared[party] if thing not in common]
    alike: dict[tuple[str, ...], list[str]] = {}
    for party in parties:
        if shared[party]:
            alike.setdefault((asked.nodes[party].kind, *shared[party]), []).append(party)
    groups += [_Group(some, list(key[1:])) for key, some in alike.items()]
    groups.sort(key=lambda group: (-len(group.things), -len(group.parties)))
    seen = {party for group in groups[:GROUPS] for party in group.parties}
    rest = [party for group in groups[GROUPS:] for party in group.parties if party not in seen]
    return groups[:GROUPS], list(dict.fromkeys(rest))


def _party_box(asked: Asked, group: list[str]) -> Box:
    names = [asked.name(party) for party in group]
    kind = asked.nodes[group[0]].kind
    if len(group) == 1:
        label = asked.say(schema.kind(kind).label)
        return Box(names[0], kind, 0, f"{label}: {names[0]}")
    form = words.MUNICIPALITIES if kind == "Municipality" else words.PARTIES
    some = asked.say(listed(plain(names), NAMED))
    several = asked.say(form).format(n=len(group), names=some)
    return Box(
        several, kind, 0, asked.say(form).format(n=len(group), names=", ".join(names)), "more"
    )


def _thing_box(asked: Asked, taking: _Taking, thing: str) -> Box:
    name, known = taking.names[thing], asked.nodes.get(thing)
    count = asked.say(words.TAKE_PART).format(n=len(taking.who[thing]))
    kind = asked.say(schema.kind(known.kind).label) if known else ""
    about = ": ".join(filter(None, (kind, f"{name}; {count}")))
    return Box(f"{name} ({count})", known.kind if known else "", 1, about)


def _members(asked: Asked, groups: Iterable[_Group]) -> list[str]:
    """Who is in each box that stands for several."""
    return [", ".join(map(asked.name, one.parties)) for one in groups if len(one.parties) > 1]


def _roles(asked: Asked) -> list[Slide]:
    """Who has which role, where there are several to tell apart."""
    finding = _first(asked, "roles-municipalities", "roles")
    if finding is None:
        return []
    is_municipal = finding.key.startswith("roles-municipalities")
    level = "municipality" if is_municipal else "organisation"
    answer = asked.own("roles", level=level)
    rows = answer.rows[~answer.rows["party"].isin(asked.people)]
    meant = rows[rows["party"].isin(finding.nodes)]
    if len(set(meant["party"])) > 1:
        rows = meant
    if len(set(rows["party"])) < 2:
        return []
    labels = {f.name: asked.say(f.column.label) for f in answer.query.fields if f.name in ROLES}
    held = {
        (row["party"], row["activity"]): ", ".join(
            label for name, label in labels.items() if row[name] and row[name] == row[name]
        )
        for row in rows.to_dict("records")
    }
    taken = rows.groupby("activity")["party"].nunique()
    several = [activity for activity, n in taken.items() if n > 1]
    several.sort(key=lambda a: (-int(taken[a]), collation_key(asked.name(str(a))), a))
    shared = several[:SHARED]
    carried = rows.assign(carried=rows[list(KEY_ROLES)].fillna(0).gt(0).sum(axis=1))
    weight = carried.groupby("party")["carried"].sum()
    order = sorted(
        set(rows["party"]), key=lambda p: (-int(weight[p]), collation_key(asked.name(p)), p)
    )
    cells = []
    for party in order:
        own = [
            f"{what}: {asked.name(activity)}"
            for (who, activity), what in held.items()
            if who == party and activity not in shared
        ]
        cells.append(
            [asked.name(party), *(held.get((party, a), "") for a in shared), "; ".join(own)]
        )
    if len({tuple(row[1:]) for row in cells}) == 1:
        return []  # a table in which all rows are alike tells nobody apart
    wide = 0.32
    columns = [
        Column(asked.say(words.WHO), 0.14),
        *(Column(asked.name(str(a)), (1 - 0.14 - wide) / max(len(shared), 1)) for a in shared),
        Column(asked.say(words.ALONE if len(several) <= SHARED else _OTHER), wide),
    ]
    sentence = asked.say(finding.text)
    cited = [
        f"{row['party_name']} – {asked.name(row['activity'])}: {row['evidence']}"
        for row in rows.to_dict("records")
    ]
    notes = [*whole(asked, sentence), *asked.remarks("roles", level=level), *asked.quoted(cited)]
    caption = asked.say(words.ROLES_CAPTION) if len(several) <= SHARED else ""
    return [table(asked, headline(sentence), columns, cells, notes=notes, caption=caption)]


_OTHER = Text("Også i", "Også i", "Also in")
