"""Folds: what hangs on the same node is one symbol until somebody opens it.

What a projector has no room for at a size that can be read is folded, not made smaller. A fold
says how many nodes are in it, and a line to it stands for all of theirs. What comes and goes with
the years, or differs from what the map is compared with, is never folded: it would not be seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from graphtool import language, schema
from graphtool.algorithms import forest
from graphtool.language import LANGUAGES, Text
from graphtool.maps.content import Content, Derived, Key, Spans, is_there
from graphtool.maps.records import Node, firmest
from graphtool.maps.scene import Bundle, Fold, Line
from graphtool.maps.subject import Subject
from graphtool.maps.texts import TEXTS
from graphtool.maps.views.view import Folding
from graphtool.queries.responsibility import GRADES

GRADED = ("Goal", "Measure")
"""Kinds of which it is told whether somebody answers for them."""
LEAST = 3
"""Fewer nodes are shown one by one, unless so many levels are folded or a view always is."""
Grades = Sequence[Mapping[str, str]]
"""How nearly somebody answers for a node, by id, at each moment."""


class Opening(NamedTuple):
    """What a fold opens into."""

    inside: Callable[[], Subject]
    """What it shows; worked out where the fold is one of those that are drawn."""
    levels: int
    """How many levels may be folded in it again."""
    title: Text


class Folded(NamedTuple):
    """A subject in which symbols stand for several nodes."""

    subject: Subject
    folds: Mapping[str, Fold] = {}
    """By the id of the symbol; no node's, for those hold no semicolon."""
    inner: tuple[Bundle, ...] = ()
    """The edges within each fold, counted."""
    openings: Mapping[str, Opening] = {}
    """By the id of the symbol."""


def levels(shown: Subject, folding: Folding) -> int:
    """How many levels can be folded: as many as its trees are high; 0 where nothing may be."""
    return max(_heights(parents(shown, folding)), default=-1) + 1


def folded(
    shown: Subject, folding: Folding, level: int, grades: Grades, parent: Sequence[int]
) -> Folded:
    """The subject with subtrees of at most so many levels folded into one symbol a kind."""
    nodes, heights = shown.in_order, _heights(parent)
    folds: dict[str, Fold] = {}
    symbols: dict[str, Node] = {}
    stands: dict[str, str] = {}
    openings: dict[str, Opening] = {}
    when: dict[str, Spans] = {}
    for found in _gathered(shown, folding, parent, heights, level):
        members = [nodes[at] for at in found]
        way = [nodes[at] for at in _way(parent, found[0])]
        top = next((n for n in members if n.kind not in folding.alike), members[0])
        id_ = f";{way[0].id if way else ''};{top.kind}"
        folds[id_] = _fold(members, grades)
        symbols[id_] = _symbol(id_, top.kind, members, folding, grades[0])
        title = way[0].words if way else symbols[id_].words.begun()
        inside = partial(_around, shown, members, way)
        openings[id_] = Opening(inside, max(heights[at] for at in found), title)
        stands |= {node.id: id_ for node in members}
        if spans := _when(shown, found[0]):
            when[id_] = spans
    lines, inner = _lines(shown, stands)
    content = _content(shown.content, stands, lines)
    made = replace(
        shown,
        content=content,
        nodes={id_: symbols.get(id_) or shown.nodes[id_] for id_ in content.nodes},
        lines=lines,
        when={**shown.when, **when},
    )
    return Folded(made, folds, inner, openings)


def _around(shown: Subject, members: Sequence[Node], above: Sequence[Node]) -> Subject:
    """What is shown where a fold is opened: its nodes, what they hang on, and their neighbours."""
    ids = {node.id for node in members}
    near = {end for key in shown.lines for end in key[:2] if ids.intersection(key[:2])}
    return shown.keeping({*ids, *near, *(node.id for node in above)})


def parents(shown: Subject, folding: Folding) -> list[int]:
    """What each node hangs on, by their places in the view; -1 where it hangs on nothing."""
    at = {node: row for row, node in enumerate(shown.content.nodes)}
    edges = [(at[s], at[t], r) for (s, t, r), line in shown.lines.items() if line.is_lasting]
    return folding.parents(shown.in_order, edges)


def _heights(parent: Sequence[int]) -> list[int]:
    """How many levels lie below each node."""
    height = [0] * len(parent)
    for node in reversed(forest.preorder(forest.children(parent), forest.roots(parent))):
        if parent[node] >= 0:
            height[parent[node]] = max(height[parent[node]], height[node] + 1)
    return height


def _way(parent: Sequence[int], node: int) -> list[int]:
    """What a node hangs on, and that on, the nearest first."""
    way = []
    while parent[node] >= 0:
        node = parent[node]
        way.append(node)
    return way


def _gathered(
    shown: Subject, folding: Folding, parent: Sequence[int], height: Sequence[int], level: int
) -> list[list[int]]:
    """Which nodes are one: subtrees lower than the level, of siblings alike."""
    nodes, below = shown.in_order, forest.children(parent)
    roots = forest.roots(parent)
    order = forest.preorder(below, roots)
    shut = [node.id not in shown.changes and node.kind not in folding.fixed for node in nodes]
    for at in reversed(order):
        same = (shut[child] and _when(shown, child) == _when(shown, at) for child in below[at])
        shut[at] = shut[at] and all(same)
    made, taken = [], set()
    lone = [at for at in roots if not below[at]] if folding.roots else []
    for siblings in [lone, *(below[at] for at in order)]:
        alike: dict[tuple[str, Spans], list[int]] = {}
        for at in siblings:
            if at not in taken and shut[at] and height[at] < level:
                kind = folding.alike.get(nodes[at].kind, nodes[at].kind)
                if parent[at] >= 0 and nodes[parent[at]].kind in folding.fixed:
                    kind = ""  # all that is of a place is one
                alike.setdefault((kind, _when(shown, at)), []).append(at)
        for tops in alike.values():
            found = forest.preorder(below, tops)
            kinds = {nodes[at].kind for at in found}
            enough = len(found) >= (1 if folding.always else LEAST if level < LEAST else 2)
            if enough and (not folding.kinds or kinds.intersection(folding.kinds)):
                made.append(found)
                taken.update(found)
    return [found for found in made if _is_even(shown, found)]


def _when(shown: Subject, at: int) -> Spans:
    return shown.when.get(shown.content.nodes[at], ())


def _is_even(shown: Subject, found: Sequence[int]) -> bool:
    """Whether all edges within these nodes are there as long as they are, and none changed."""
    ids = {shown.content.nodes[at] for at in found}
    inner = (line for line in shown.lines.values() if ids.issuperset(line.key[:2]))
    when = _when(shown, found[0])
    return all(line.when == when and not line.change for line in inner)


def _fold(members: Sequence[Node], grades: Grades) -> Fold:
    counts = tuple(Counter(g[n.id] for n in members if g.get(n.id)) for g in grades)
    return Fold(
        members=tuple(node.id for node in members),
        kinds=Counter(node.kind for node in members),
        grades=counts if len(set(map(str, counts))) > 1 else counts[:1],
    )


def _symbol(
    id_: str, top: str, members: Sequence[Node], folding: Folding, grades: Mapping[str, str]
) -> Node:
    """What is known of a fold: how many of which kinds, and for how many somebody answers."""
    kinds = Counter(node.kind for node in members)
    named = [kind for kind in schema.KINDS if kinds[kind] and kind not in folding.alike]
    named = sorted(named or kinds, key=lambda kind: kind != top)
    parts = [_counted(kind, kinds[kind]) for kind in named]
    label = Text(*(", ".join(words) for words in zip(*parts, strict=True)))
    if folding.tells_answers:
        stand = [grades.get(node.id, "") for node in members if node.kind in GRADED]
        alike = GRADES.get(stand[0]) if len(set(stand)) == 1 else None
        told = TEXTS["unanswered" if alike else "answered"]
        label = told.format(what=label, n=stand.count(""), grade=alike or label)
    return Node(
        id=id_,
        label=label.nb,
        kind=top,
        names=dict(zip(LANGUAGES, label, strict=True)),
        aliases=(),
        facts=(),
        subkind="",
        document="",
        line=0,
        quote="",
        note="",
        valid_from="",
        valid_to="",
        find=" ".join(dict.fromkeys(map(language.searchable, label))),
    )


def _counted(kind: str, n: int) -> Text:
    known = schema.kind(kind)
    return Text(*(f"{n} {word}" for word in (known.label if n == 1 else known.plural)))


def _lines(shown: Subject, stands: Mapping[str, str]) -> tuple[dict[Key, Line], tuple[Bundle, ...]]:
    """Each line between what stands there, those alike as one; and those within a fold, counted."""
    found: dict[Key, list[Line]] = {}
    for (source, target, relation), line in shown.lines.items():
        key = stands.get(source, source), stands.get(target, target), relation
        found.setdefault(key, []).append(line)
    made: dict[Key, Line] = {}
    inner = []
    for key, every in found.items():
        if key == every[0].key:
            made[key] = every[0]
        elif key[0] == key[1]:
            inner.append(_inner(shown, key, every))
        else:
            made[key] = _line(key, every, 1 + len(shown.stops))
    return made, tuple(inner)


def _inner(shown: Subject, key: Key, every: Sequence[Line]) -> Bundle:
    """The lines of one relation within a fold, counted by the kinds of their ends."""
    order = list(schema.KINDS)
    split = Counter(
        (order.index(shown.nodes[line.source].kind), order.index(shown.nodes[line.target].kind))
        for line in every
    )
    return Bundle(
        source=key[0],
        target=key[1],
        relation=key[2],
        count=len(every),
        kinds=tuple((*ends, n) for ends, n in split.items()),
    )


def _line(key: Key, every: Sequence[Line], moments: int) -> Line:
    """One line for several, with all that is said of any of them."""
    counts = tuple(sum(is_there(line.when, at) for line in every) for at in range(moments))
    whole = any(not line.when for line in every)
    spans = sorted({span for line in every for span in line.when})
    return Line(
        source=key[0],
        target=key[1],
        relation=key[2],
        modality=firmest(line.modality for line in every),
        assertions=tuple(said for line in every for said in line.assertions),
        derived=Derived(circular=any(line.derived.circular for line in every)),
        when=() if whole else tuple(spans),
        counts=counts if len(set(counts)) > 1 else counts[:1],
    )


def _content(content: Content, stands: Mapping[str, str], lines: Mapping[Key, Line]) -> Content:
    nodes = dict.fromkeys(stands.get(node, node) for node in content.nodes)
    return replace(
        content, nodes=tuple(nodes), edges={key: line.derived for key, line in lines.items()}
    )
