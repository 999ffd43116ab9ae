"""A view as a scene: what it shows, encoded, arranged and put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from graphtool.maps import (
    condensing,
    encode,
    filters,
    folding,
    gathering,
    grouping,
    placing,
    records,
)
from graphtool.maps.encode import Sizes
from graphtool.maps.folding import Folded
from graphtool.maps.gathering import WHOLE, Depth
from graphtool.maps.geo import coordinates
from graphtool.maps.layout import outline
from graphtool.maps.layout.sheet import SCREEN, Edge, Layout, scale
from graphtool.maps.options import READABLE, ColourBy, SizeBy
from graphtool.maps.records import Node
from graphtool.maps.scene import Fold, Line, Part, Place, Scene, Symbol
from graphtool.maps.subject import Frame, Subject, subject
from graphtool.maps.texts import TEXTS
from graphtool.maps.views.view import Grouped, Unplaced, View

if TYPE_CHECKING:
    from graphtool.maps.geo.borders import Borders
    from graphtool.maps.positions import Positions


class Look(NamedTuple):
    """How scenes look: what sizes and colours stand for, and what lies beneath or came before."""

    size_by: SizeBy = "none"
    """`none` for what a view has by default."""
    colour_by: ColourBy = "kind"
    positions: Positions | None = None
    """Where nodes stood in an earlier map."""
    borders: Borders | None = None
    is_openable: bool = True
    """Whether what is folded has scenes of its own."""


PLAIN = Look()
NONE: Mapping[str, str] = MappingProxyType({"": ""})


def scenes(frame: Frame, view: View, look: Look = PLAIN) -> list[Scene]:
    """The view of a graph, nodes in the graph's order, then the scenes of what is folded in it.

    [] where it shows no node. Sizes and colours that somebody asks for are read node by node: such
    a view is drawn whole, and so is one of given groups.
    """
    shown = subject(frame, view)
    if not shown.nodes:
        return []
    is_plain = look.size_by == "none" and look.colour_by == "kind"
    rule = view.folding if is_plain and not shown.content.groups else None
    view = view._replace(folding=rule)
    if is_plain and rule is None and (found := _condensed(frame, view, look, shown)):
        return found
    depths = gathering.depths(shown, rule) if rule else [WHOLE]
    fitted = _fitting(frame, view, look, shown, depths)
    is_beyond = len(fitted.found.subject.nodes) > READABLE and scale(fitted.layout) < 1.0
    if rule and is_beyond and (found := _condensed(frame, view, look, shown)):
        return found
    return _opened(frame, view, look, fitted)


def _condensed(frame: Frame, view: View, look: Look, shown: Subject) -> list[Scene]:
    """The scenes of a view of more than can be read, by groups; [] where it can, or none help."""
    if not view.condenses or len(shown.nodes) <= READABLE:
        return []
    if view.is_geographic:  # to see where they lie says more, where that is known
        lying = coordinates.located(frame.graph, look.borders).keys() & shown.nodes.keys()
        if 2 * len(lying) > len(shown.nodes):
            return []
    given = shown.content.groups or grouping.by_community(frame.graph)
    if not (among := condensing.groups(shown, given)):
        return []
    view = view._replace(
        folding=None, arrange=condensing.arrange, size_by="none", purpose=condensing.PURPOSE
    )
    ways = condensing.ways(shown, among, frame.timeline.grades, frame.focus)
    return _opened(frame, view, look, _first(frame, view, look, ways))


def _same(found: Folded) -> Folded:
    return found


class _Fitted(NamedTuple):
    """What is shown as it fits on a screen, and where."""

    found: Folded
    layout: Layout
    sizes: Sizes


def _opened(
    frame: Frame, view: View, look: Look, fitted: _Fitted, known: Mapping[str, str] = NONE
) -> list[Scene]:
    """A scene, then those that its folds open into.

    `known` are scenes that folds in it open into too, by their ids; "" where any other stands open.
    """
    found = fitted.found
    names = {**known, **{id_: f"{view.name}-{n}" for n, id_ in enumerate(found.openings, start=1)}}
    folds = {
        id_: fold._replace(opens=names.get(id_) or known[""]) for id_, fold in found.folds.items()
    }
    made = [_scene(frame, view, look, fitted._replace(found=found._replace(folds=folds)))]
    for id_, (inside, levels, title) in found.openings.items() if look.is_openable else ():
        shown = inside()
        part = view._replace(name=names[id_], title=title, purpose=found.subject.nodes[id_].words)
        if view.folding:
            depths = [Depth(level) for level in range(levels + 1)]
            opened = _fitting(frame, part, look, shown.subject, depths)
        else:
            opened = _first(frame, part, look, [partial(_same, shown)])
        first, *more = _opened(frame, part, look, opened, {**names, "": view.name})
        made += [
            replace(first, part=Part(view.name, opened=folds[id_].members), total=shown.size),
            *more,
        ]
    return made


def _fitting(
    frame: Frame, view: View, look: Look, shown: Subject, depths: Sequence[Depth]
) -> _Fitted:
    """Folded as little as can be, to one of these, and as far as may be where nothing fits."""
    rule = view.folding if depths[-1] != WHOLE else None
    parent = gathering.parents(shown, rule) if rule else []

    def so_far(depth: Depth) -> Folded:
        if depth == WHOLE or not rule:
            return Folded(shown)
        return folding.folded(shown, rule, depth, frame.timeline.grades, parent)

    sizes = _sizes(frame, view, look, shown)
    return _first(frame, view, look, [partial(so_far, depth) for depth in depths], sizes)


def _first(
    frame: Frame,
    view: View,
    look: Look,
    ways: Sequence[Callable[[], Folded]],
    sizes: Sizes | None = None,
) -> _Fitted:
    """The first of these that fits on a screen, the last where none does."""
    for way in ways:
        found = way()
        measured = sizes or _sizes(frame, view, look, found.subject)
        is_last = way is ways[-1]
        unplaced = _unplaced(frame, view, look, found.subject, measured)
        if not is_last and outline.area(unplaced.names) > SCREEN[0] * SCREEN[1]:
            continue  # not worth a layout
        layout = view.arrange(unplaced._replace(must_fit=not is_last))
        if scale(layout) == 1.0:
            break
    return _Fitted(found, layout, measured)


def _scene(frame: Frame, view: View, look: Look, fitted: _Fitted) -> Scene:
    found, layout, sizes = fitted
    shown, graph = found.subject, frame.graph
    nodes = shown.in_order
    orphans = frame.timeline.grades[0]
    tints, legend = encode.tints(graph, shown.content, look.colour_by, orphans, level=view.level)
    concerned, symbols = _symbols(frame, found, layout, sizes, tints)
    lines, strands = placing.lines(shown.lines.values(), layout, nodes)
    if view.tying:
        lines = _tied(frame, view, lines, concerned, symbols)
    return Scene(
        name=view.name,
        title=view.title,
        purpose=view.purpose,
        symbols=symbols,
        lines=lines,
        bundles=found.inner,
        strands=strands,
        hulls=placing.hulls(layout, nodes),
        headings=layout.headings,
        areas=placing.areas(layout, nodes),
        grid=layout.grid,
        width=round(layout.width, 1),
        height=round(layout.height, 1),
        places=concerned,
        activities=shown.content.activities,
        stops=shown.stops,
        successions=tuple(
            (old, new)
            for old, new in (frame.successions if shown.stops else ())
            if old in shown.nodes and new in shown.nodes
        ),
        tints=legend,
        sizes=sizes.label,
        total=shown.total,
        is_compared=frame.before is not None,
    )


def _sizes(frame: Frame, view: View, look: Look, shown: Subject) -> Sizes:
    size_by = view.size_by if look.size_by == "none" else look.size_by
    return encode.sizes(frame.graph, shown.content, size_by, level=view.level)


def _symbols(
    frame: Frame, found: Folded, layout: Layout, sizes: Sizes, tints: Mapping[str, str]
) -> tuple[tuple[Place, ...], tuple[Symbol, ...]]:
    """The nodes where they stand, and the places that they concern."""
    shown = found.subject
    concerned, near = _places(frame, _each(found))
    folds = {id_: _knowing(fold, near, frame.timeline.grades) for id_, fold in found.folds.items()}
    for id_, fold in folds.items():
        near[id_] = tuple(sorted({at for member in fold.members for at in near.get(member, ())}))
    grades = [
        moment | {id_: _worst(moment, fold) for id_, fold in found.folds.items()}
        for moment in frame.timeline.grades
    ]
    return concerned, tuple(
        Symbol(
            node=node,
            x=spot.x,
            y=spot.y,
            room=placing.room(spot),
            size=sizes.factor(node.id),
            value=round(sizes.value[node.id], 4) if node.id in sizes.value else None,
            tint=tints.get(node.id),
            grade=grades[0].get(node.id, ""),
            grades=_over_time(grades, node.id),
            change=shown.changes.get(node.id),
            when=shown.when.get(node.id, ()),
            years=shown.years.get(node.id, ""),
            places=near.get(node.id, ()),
            head=placing.head(layout.heads.get(at)),
            fold=folds.get(node.id),
        )
        for at, (node, spot) in enumerate(zip(shown.in_order, layout.spots, strict=True))
    )


def _tied(
    frame: Frame,
    view: View,
    lines: Iterable[Line],
    concerned: Sequence[Place],
    symbols: Iterable[Symbol],
) -> tuple[Line, ...]:
    """The lines, each with the places whose tie it is."""
    near: list[set[str]] = [set() for _ in concerned]
    for symbol in symbols:
        for row in symbol.places:
            near[row].add(symbol.node.id)
    each = [(row, near[row], frame.towns[place.node.id]) for row, place in enumerate(concerned)]
    return tuple(
        replace(
            line,
            places=tuple(
                row
                for row, mine, towns in each
                if filters.is_tie(line.key, view.tying, near=mine, towns=towns)
            ),
        )
        for line in lines
    )


def _knowing(
    fold: Fold, near: Mapping[str, tuple[int, ...]], grades: Sequence[Mapping[str, str]]
) -> Fold:
    """The fold with what is known of each of its members."""
    return fold._replace(
        each=tuple(
            each._replace(
                places=near.get(member, ()),
                grades=_over_time(grades, member) or (grades[0].get(member, ""),),
            )
            for member, each in zip(fold.members, fold.each, strict=True)
        )
    )


def _each(found: Folded) -> list[str]:
    """The ids of all that is shown, what is folded in its fold's place."""
    folds = found.folds
    return [
        member
        for node in found.subject.content.nodes
        for member in (folds[node].members if node in folds else (node,))
    ]


def _worst(grades: Mapping[str, str], fold: Fold) -> str:
    """How nearly somebody answers for that of a fold for which it is least near."""
    return max((grades.get(member, "") for member in fold.members), key=folding.RANK.index)


def _over_time(grades: Sequence[Mapping[str, str]], node: str) -> tuple[str, ...]:
    """A node's grade at each moment; () where it is always the same."""
    found = tuple(moment.get(node, "") for moment in grades)
    return found if len(set(found)) > 1 else ()


def _unplaced(frame: Frame, view: View, look: Look, shown: Subject, sizes: Sizes) -> Unplaced:
    """What is to be arranged: lines that only some year shows take no part in it."""
    at = {node: row for row, node in enumerate(shown.content.nodes)}
    lasting = [line for line in shown.lines.values() if line.is_lasting]
    start = look.positions.of(view.name) if look.positions else {}
    return Unplaced(
        frame.graph,
        shown.in_order,
        [_names(node, shown.years.get(node.id, "")) for node in shown.in_order],
        [_edge(line, at) for line in lasting],
        [line.derived for line in lasting],
        _groups(shown, at),
        [sizes.factor(node) for node in at],
        {at[node]: point for node, point in start.items() if node in at},
        look.borders,
        [_edge(line, at) for line in shown.lines.values() if not line.is_lasting],
        [line.count for line in lasting],
    )


def _edge(line: Line, at: Mapping[str, int]) -> Edge:
    return at[line.source], at[line.target], line.relation


def _groups(shown: Subject, at: Mapping[str, int]) -> list[Grouped]:
    """The content's groups by positions, and the rest as one more; [] where there are none."""
    groups = [
        Grouped(
            tuple(at[member] for member in group.members if member in at),
            group.title,
            at.get(group.root, -1),
        )
        for group in shown.content.groups
    ]
    grouped = {member for group in groups for member in group.members}
    rest = tuple(row for row in at.values() if row not in grouped)
    return [*groups, Grouped(rest, TEXTS["others"])] if groups and rest else groups


def _names(node: Node, years: str) -> str:
    """All that a node is called, a line each, so that there is room for it in every language."""
    names = dict.fromkeys([node.label, *node.names.values()])
    return "\n".join(f"{name} ({years})" if years else name for name in names)


def _places(
    frame: Frame, shown: Sequence[str]
) -> tuple[tuple[Place, ...], dict[str, tuple[int, ...]]]:
    """Municipalities and regions that concern something shown, those of the first graph first.

    And which of them each node concerns, by their place in that list.
    """
    among = set(shown)
    near: dict[str, set[str]] = {}
    for held in frame.held:
        for place, members in held:
            if found := among.intersection(members):
                near.setdefault(place, set()).update(found)
    concerned: dict[str, tuple[int, ...]] = {}
    for row, inside in enumerate(near.values()):
        for member in inside:
            concerned[member] = (*concerned.get(member, ()), row)
    known = {place: node for place, node in frame.places.items() if place in near}
    years = records.years(known.values())
    return tuple(Place(known[place], years.get(place, "")) for place in near), concerned
