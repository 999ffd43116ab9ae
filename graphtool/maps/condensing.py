"""More than can be read, condensed: of each group the best connected by name, the rest as one.

Beside the folds of `folding`, which follow what hangs on what: where everybody is tied to many,
only who works together divides them. A group's rest opens into all of the group one by one, beside
the other groups, each as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import inf

from graphtool import schema
from graphtool.language import Text
from graphtool.maps import folding
from graphtool.maps.content import Group
from graphtool.maps.folding import Folded, Grades, Opening, Together
from graphtool.maps.layout.boxed import boxes
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.options import READABLE
from graphtool.maps.records import Node
from graphtool.maps.subject import Subject
from graphtool.maps.texts import TEXTS
from graphtool.maps.views.view import Unplaced

PURPOSE = Text(
    "Hvem som hører sammen: de med mest til felles med andre står med navn, resten samlet.",
    "Kven som høyrer saman: dei med mest til felles med andre står med namn, resten samla.",
    "Who belongs together: those who share most with others by name, the rest as one.",
)
NAMED = (12, 9, 7, 5, 4, 3, 2, 1)
"""So many of each group are shown by name, the most that have room."""
GROUPS = 24
"""So many groups are shown, the largest; the others are one more."""
LEAST = 3
"""A rest of fewer is shown one by one."""
SHARE = 0.5
"""Where the smaller groups together hold more of all nodes than this, groups say nothing."""


def groups(shown: Subject, given: Sequence[Group]) -> list[Group]:
    """The groups that the view is condensed to; [] where it can be read, or they divide nothing.

    Each has a title, and every node is in one. Of more than can be shown the smaller are one.
    """
    if len(shown.nodes) <= READABLE:
        return []
    found = [_titled(shown, group) for group in given]
    found = [group for group in found if group.title and group.members]
    if len(found) > GROUPS:
        ranked = sorted(found, key=lambda group: -len(group.members))
        small = {*ranked[GROUPS - 1 :]}
        members = tuple(member for group in found if group in small for member in group.members)
        title = TEXTS["smaller_groups"].format(n=len(small))
        found = [group for group in found if group not in small] + [Group(members, title)]
        if len(members) > SHARE * len(shown.nodes):
            return []
    # What a filter has taken the head of, and what only the version has that is compared with.
    grouped = {member for group in found for member in group.members}
    if rest := tuple(node for node in shown.nodes if node not in grouped):
        found.append(Group(rest, TEXTS["others"]))
    return found if len(found) > 1 else []


def _titled(shown: Subject, group: Group) -> Group:
    """What is shown of a group, under its title or what its head is called where that is shown."""
    head = shown.nodes.get(group.root)
    title = group.title or (head.words if head else None)
    return group._replace(members=tuple(n for n in group.members if n in shown.nodes), title=title)


def ways(
    shown: Subject, among: Sequence[Group], grades: Grades, focus: str = ""
) -> list[Callable[[], Folded]]:
    """The view with ever fewer of each of its `groups` by name, of these always that in `focus`."""
    strength = _strength(shown)
    strength[focus] = inf  # type: ignore[assignment]
    ranked = [
        group._replace(
            members=tuple(
                sorted(
                    group.members,
                    key=lambda node: (node != focus, node != group.root, -strength[node]),
                )
            )
        )
        for group in among
    ]
    within = replace(shown, content=replace(shown.content, groups=tuple(ranked)))
    return [partial(_condensed, within, strength, named, grades) for named in NAMED]


def arrange(unplaced: Unplaced) -> Layout:
    """A box for each group; what runs between two of them is one line."""
    return boxes.arrange(
        unplaced.names,
        unplaced.edges,
        groups=[
            boxes.Grouping(members, head, title, is_listed=True)
            for members, title, head in unplaced.groups
        ],
        start=unplaced.start,
        counts=unplaced.counts,
    )


def _strength(shown: Subject) -> Counter[str]:
    """How much each node has to do with others."""
    found: Counter[str] = Counter()
    for line in shown.lines.values():
        for end in line.key[:2]:
            found[end] += line.derived.weight or 1.0  # type: ignore[assignment]
    return found


def _condensed(shown: Subject, strength: Mapping[str, float], named: int, grades: Grades) -> Folded:
    rest = {group: _rest(shown, group, strength, named) for group in shown.content.groups}
    found = {}
    for group, members in rest.items():
        if members:
            inside = partial(_opened, shown, group, grades)
            is_all = len(members) == len(group.members)
            label = _label(members, "fold_group" if is_all else "fold_more", group)
            found[_id(group)] = _together(members, label, grades, Opening(inside, 0, _title(group)))
    made = folding.replaced(shown, found)
    return made._replace(subject=_regrouped(made.subject, shown.content.groups, found))


def _rest(shown: Subject, group: Group, strength: Mapping[str, float], named: int) -> list[Node]:
    """Those of a group that are not named; none where these are hardly any."""
    tied = sum(strength.get(node, 0.0) > 0 for node in group.members)
    left = {*group.members[min(named, tied) :]}.intersection(_lasting(shown, group))
    rest = [node for node in shown.in_order if node.id in left]
    return rest if len(rest) >= LEAST else []


def _opened(shown: Subject, group: Group, grades: Grades) -> Folded:
    """All of a group, beside the others as one symbol each, and what runs between it and them."""
    mine = {*group.members}
    lines = {key: line for key, line in shown.lines.items() if mine.intersection(key[:2])}
    near = {end for key in lines for end in key[:2]} | mine
    others = [other for other in shown.content.groups if near.intersection(other.members)]
    part = shown.keeping({node for other in others for node in other.members})
    edges = {key: line.derived for key, line in lines.items()}
    part = replace(part, lines=lines, content=replace(part.content, edges=edges))
    found = {}
    for other in others:
        members = [part.nodes[node] for node in _lasting(part, other) if node not in mine]
        if len(members) >= LEAST:
            label = _label(members, "fold_group", other)
            found[_id(other)] = _together(members, label, grades, None)
    made = folding.replaced(part, found)
    return made._replace(subject=_regrouped(made.subject, others, found))


def _lasting(shown: Subject, group: Group) -> list[str]:
    """The members that are always there: what comes and goes would not be seen in a fold."""
    passing = shown.changes.keys() | shown.when.keys()
    return [node for node in group.members if node in shown.nodes and node not in passing]


def _together(
    members: Sequence[Node], label: Text, grades: Grades, opening: Opening | None
) -> Together:
    kinds = Counter(node.kind for node in members)
    return Together(folding.fold_of(members, grades, tuple(_named(kinds))), label, opening)


def _named(kinds: Mapping[str, int]) -> Iterator[str]:
    """The kinds, what there is most of first."""
    yield from sorted(kinds, key=lambda kind: (-kinds[kind], [*schema.KINDS].index(kind)))


def _label(members: Sequence[Node], key: str, group: Group) -> Text:
    kinds = Counter(node.kind for node in members)
    return TEXTS[key].format(what=folding.labelled([*_named(kinds)], kinds), name=_title(group))


def _id(group: Group) -> str:
    """The id of the symbol for a group, or its rest: that of none of its nodes."""
    return f";{group.root or group.members[0]};"


def _title(group: Group) -> Text:
    return group.title or Text("", "", "")


def _regrouped(shown: Subject, among: Sequence[Group], found: Mapping[str, Together]) -> Subject:
    """The groups with the symbols that stand for their members; one alone heads its box."""
    stands = {member: id_ for id_, one in found.items() for member in one.fold.members}
    made = []
    for group in among:
        members = dict.fromkeys(stands.get(node, node) for node in group.members)
        kept = tuple(node for node in members if node in shown.nodes)
        if len(kept) == 1:
            made.append(Group(kept, root=kept[0]))
        elif kept:
            made.append(group._replace(members=kept))
    # The best connected first, in the boxes too.
    nodes = [node for group in made for node in group.members]
    return replace(shown, content=replace(shown.content, nodes=tuple(nodes), groups=tuple(made)))
