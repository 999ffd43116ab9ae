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
from graphtool.language import LANGUAGES, Text
from graphtool.maps import gathering
from graphtool.maps.content import TIE, Content, Derived, Key, Spans, is_there
from graphtool.maps.gathering import Depth
from graphtool.maps.records import Node, firmest
from graphtool.maps.scene import Bundle, Fold, Joined, Line, Member, Symbol
from graphtool.maps.subject import Subject
from graphtool.maps.texts import TEXTS
from graphtool.maps.views.view import Folding
from graphtool.queries.answer_options import GRADES

GRADED = ("Goal", "Measure")
"""Kinds of which it is told whether somebody answers for them."""
RANK = ["", *GRADES]
"""How nearly somebody answers for something, the nearest first."""
Grades = Sequence[Mapping[str, str]]
"""How nearly somebody answers for a node, by id, at each moment."""


class Opening(NamedTuple):
    """What a fold opens into."""

    inside: Callable[[], Folded]
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

    @property
    def size(self) -> tuple[int, int]:
        """How many nodes it shows, what is folded counted one by one, and edges of all of time."""
        nodes = sum(
            len(self.folds[n].members) if n in self.folds else 1 for n in self.subject.nodes
        )
        lasting = sum(line.count for line in self.subject.lines.values() if line.is_lasting)
        return nodes, lasting + sum(bundle.count for bundle in self.inner)


class Together(NamedTuple):
    """Nodes that one symbol is to stand for."""

    fold: Fold
    label: Text
    opening: Opening | None
    """None where they are shown one by one elsewhere, or nowhere."""


def folded(
    shown: Subject, folding: Folding, depth: Depth, grades: Grades, parent: Sequence[int]
) -> Folded:
    """The subject folded so far: a symbol stands for what is gathered."""
    nodes, heights = shown.in_order, gathering.heights(parent)
    found: dict[str, Together] = {}
    for rows in gathering.gathered(shown, folding, parent, depth):
        members = [nodes[at] for at in rows]
        way = [nodes[at] for at in _way(parent, rows)]
        top = next((n for n in members if n.kind not in folding.alike), members[0])
        above = way[0].id if way else ""
        id_ = f";{above};{top.kind}"
        if id_ in found:
            id_ += f";{members[0].id}"
        fold = fold_of(members, grades, _named(members, top.kind, folding))._replace(above=above)
        label = _words(fold, members, folding, grades[0])
        title = way[0].words if way else label.begun()
        inside = partial(_around, shown, members, way)
        opening = Opening(inside, max(heights[at] for at in rows), title)
        found[id_] = Together(fold, label, opening)
    return replaced(shown, found)


def replaced(shown: Subject, found: Mapping[str, Together]) -> Folded:
    """The subject with one symbol for each of these, by its id.

    No node is in two of them, and all of one are there as long as each other.
    """
    symbols: dict[str, Node] = {}
    stands: dict[str, str] = {}
    when: dict[str, Spans] = {}
    for id_, (fold, label, _) in found.items():
        symbols[id_] = _symbol(id_, fold.named[0], label)
        stands |= dict.fromkeys(fold.members, id_)
        if spans := shown.when.get(fold.members[0], ()):
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
    folds = {id_: one.fold for id_, one in found.items()}
    return Folded(made, folds, inner, {i: one.opening for i, one in found.items() if one.opening})


def _around(shown: Subject, members: Sequence[Node], above: Sequence[Node]) -> Folded:
    """What is shown where a fold is opened: its nodes, what they hang on, and their neighbours."""
    ids = {node.id for node in members}
    near = {end for key in shown.lines for end in key[:2] if ids.intersection(key[:2])}
    return Folded(shown.keeping({*ids, *near, *(node.id for node in above)}))


def _way(parent: Sequence[int], found: Sequence[int]) -> list[int]:
    """What these hang on, and that on, the nearest first; [] where they hang on different nodes."""
    inside = set(found)
    above = {parent[node] for node in found} - inside
    node = above.pop() if len(above) == 1 else -1
    way = []
    while node >= 0:
        way.append(node)
        node = parent[node]
    return way


def _named(members: Sequence[Node], top: str, folding: Folding) -> tuple[str, ...]:
    """The kinds that a fold is called by, that of what stands highest first."""
    kinds = {node.kind for node in members}
    named = [kind for kind in schema.KINDS if kind in kinds and kind not in folding.alike]
    every = named or [kind for kind in schema.KINDS if kind in kinds]
    return tuple(sorted(every, key=lambda kind: kind != top))


def fold_of(members: Sequence[Node], grades: Grades, named: tuple[str, ...] = ()) -> Fold:
    """These nodes as one, called by these kinds, or by all that are there."""
    counts = tuple(Counter(g[n.id] for n in members if g.get(n.id)) for g in grades)
    return Fold(
        members=tuple(node.id for node in members),
        kinds=Counter(node.kind for node in members),
        grades=counts if len(set(map(str, counts))) > 1 else counts[:1],
        named=named,
        each=tuple(Member(node.kind) for node in members),
    )


def _words(
    fold: Fold, members: Sequence[Node], folding: Folding, grades: Mapping[str, str]
) -> Text:
    """What a fold is called: how many of which kinds, and for how many somebody answers."""
    label = labelled(fold.named, fold.kinds)
    if not folding.tells_answers:
        return label
    stand = [grades.get(node.id, "") for node in members if node.kind in GRADED]
    alike = GRADES.get(stand[0]) if len(set(stand)) == 1 else None
    told = TEXTS["unanswered" if alike else "answered"]
    return told.format(what=label, n=stand.count(""), grade=alike or label)


def _symbol(id_: str, kind: str, label: Text) -> Node:
    """What is known of a fold."""
    return Node(
        id=id_,
        label=label.nb,
        kind=kind,
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


def labelled(named: Sequence[str], kinds: Mapping[str, int]) -> Text:
    r"""How many of each kind, in words.

    >>> labelled(["Goal"], {"Goal": 2, "Actor": 3}).nb, labelled([], {"Goal": 1}).en
    ('2\xa0mål', '1\xa0goal')
    """
    parts = [counted(kind, kinds[kind]) for kind in named if kinds.get(kind)]
    parts = parts or [counted(kind, n) for kind, n in kinds.items()]
    return Text(*(", ".join(words) for words in zip(*parts, strict=True)))


def left(symbol: Symbol, rows: set[int]) -> Symbol:
    """A symbol as it is where only what concerns one of these places of the scene is shown."""
    fold = symbol.fold
    if not fold or not fold.each or not rows:
        return symbol
    kept = [at for at, each in enumerate(fold.each) if rows.intersection(each.places)]
    if len(kept) == len(fold.each) or not kept:
        return symbol
    kinds = Counter(fold.each[at].kind for at in kept)
    told = TEXTS["fold_left"].format(what=labelled(fold.named, kinds), m=len(fold.each))
    moments = max(len(fold.each[at].grades) for at in kept)
    grades = tuple(
        Counter(grade for at in kept if (grade := at_moment(fold.each[at].grades, moment)))
        for moment in range(moments)
    )
    node = replace(symbol.node, label=told.nb, names=dict(zip(LANGUAGES, told, strict=True)))
    worst = [max(found, key=RANK.index, default="") for found in grades]
    return replace(
        symbol,
        node=node,
        grade=worst[0],
        grades=tuple(worst) if len(set(worst)) > 1 else (),
        fold=fold._replace(
            members=tuple(fold.members[at] for at in kept),
            kinds=kinds,
            grades=grades,
            each=tuple(fold.each[at] for at in kept),
        ),
    )


def at_moment(values: Sequence[str], moment: int) -> str:
    """The value of a moment, of values that are given once where they are always the same."""
    return values[moment] if moment < len(values) else values[0]


def counted(kind: str, n: int) -> Text:
    r"""So many of a kind, in words; no line ends between a number and what it counts.

    >>> counted("Goal", 1).nb, counted("Goal", 7).en
    ('1\xa0mål', '7\xa0goals')
    """
    known = schema.kind(kind)
    return Text(*(f"{n}\u00a0{word}" for word in (known.label if n == 1 else known.plural)))


def _lines(shown: Subject, stands: Mapping[str, str]) -> tuple[dict[Key, Line], tuple[Bundle, ...]]:
    """Each line between what stands there, those alike as one; and those within a fold, counted."""
    found: dict[Key, list[Line]] = {}
    for (source, target, relation), line in shown.lines.items():
        key = stands.get(source, source), stands.get(target, target), relation
        if relation == TIE and key not in found and (back := (key[1], key[0], TIE)) in found:
            key = back  # a tie has no direction
        found.setdefault(key, []).append(line)
    made: dict[Key, Line] = {}
    inner = []
    for key, every in found.items():
        if key == every[0].key:
            made[key] = every[0]  # no end is folded
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
        each=_joined(every),
    )


def _joined(every: Sequence[Line]) -> tuple[Joined, ...]:
    return tuple(Joined(line.source, line.target, line.when) for line in every)


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
        each=_joined(every),
    )


def _content(content: Content, stands: Mapping[str, str], lines: Mapping[Key, Line]) -> Content:
    nodes = dict.fromkeys(stands.get(node, node) for node in content.nodes)
    return replace(
        content, nodes=tuple(nodes), edges={key: line.derived for key, line in lines.items()}
    )
