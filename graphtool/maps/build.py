"""A map from a graph: which views go into it, which of them is opened, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

from graphtool.errors import GraphtoolError, UnknownName
from graphtool.graph import PlanGraph, unread
from graphtool.language import Said, Text, listed, same
from graphtool.maps import (
    compose,
    filters,
    findings,
    narrowing,
    opening,
    presentation,
    records,
    redact,
)
from graphtool.maps.aggregate import scenes as aggregate
from graphtool.maps.compose import Look
from graphtool.maps.geo import official
from graphtool.maps.geo.borders import Borders
from graphtool.maps.layout.sheet import scale
from graphtool.maps.narrowing import Narrowed
from graphtool.maps.opening import Opening
from graphtool.maps.options import LIMIT, Filters
from graphtool.maps.records import Document
from graphtool.maps.scene import Map, Scene, Shown
from graphtool.maps.settings import Settings
from graphtool.maps.subject import Frame, frame
from graphtool.maps.views import find, views
from graphtool.maps.views.view import View

_VIEW_OF = Text(
    "visningen «{view}» av {name}", "visinga «{view}» av {name}", "view {view!r} of {name}"
)
_NO_NODES = Text(
    "{what} har ingenting å vise; {advice}",
    "{what} har ingenting å vise; {advice}",
    "{what} has no nodes to show; {advice}",
)
_ASK_FOR_MORE = Text(
    "be om mer enn {filters} lar stå igjen",
    "be om meir enn {filters} lèt stå att",
    "ask for more than {filters} leaves",
)
_LIMITS = {
    "focus": Text("utvalget rundt én node", "utvalet rundt éin node", "focus"),
    "kinds": Text("typene", "typane", "kinds"),
    "relations": Text("sammenhengene", "samanhengane", "relations"),
    "municipalities": Text("kommunene", "kommunane", "municipalities"),
    "hide_persons": Text("valget uten personer", "valet utan personar", "hide_persons"),
    "as_of": Text("dagen", "dagen", "as_of"),
}
"""What a person has asked for that may leave something out, by its setting."""
_ANOTHER_VIEW = Text(
    "velg en annen visning: {views}", "vel ei anna vising: {views}", "choose another view: {views}"
)
_NAMED, _THE_GRAPH = Text("«{name}»", "«{name}»", "{name!r}"), Text("dataene", "dataa", "the graph")
_ON = Text(" per {day}", " per {day}", " on {day}")
_NOTHING_TO_SHOW = Text(
    "{name} har ingenting å vise{day}",
    "{name} har ingenting å vise{day}",
    "{name} has no nodes to show{day}",
)


def build(graph: PlanGraph, settings: Settings) -> Map:
    """The map of a graph.

    >>> graph = PlanGraph.from_tables([{"id": "v", "kind": "Municipality", "name": "Vennesla"}])
    >>> made = build(graph, Settings(views=("overview",)))
    >>> [(symbol.words.nb, symbol.shape) for scene in made.scenes for symbol in scene.symbols]
    [('Vennesla', 'square')]

    Raises `GraphtoolError` where the graph, or a view that was asked for, has no nodes to show.
    """
    asked = [find(name) for name in dict.fromkeys(settings.views)]
    shared = frame(
        graph,
        as_of=settings.as_of,
        before=settings.before,
        filters=settings.filters,
        group_by=settings.group_by,
    )
    _require_nodes(graph, shared)
    _check(shared)
    opened = None if asked else _opening(shared)
    asked += _others(shared.graph, opened)
    asked += [find(name) for name in presentation.views(settings.story) if find(name) not in asked]
    borders = settings.borders or _borders(shared, asked)
    look = Look(
        settings.size_by, settings.colour_by, settings.positions, borders, settings.is_openable
    )
    scenes, parts = _scenes(shared, asked, look, most=1 if settings.is_single else len(asked))
    advice = _advice(shared)
    _require_scenes(graph, scenes, settings.views, advice)
    shown = findings.shown(
        graph, scenes, as_of=shared.as_of, hide_persons=settings.hide_persons, told=settings.told
    )
    best = opened and settings.before is None and _best(opened, scenes, shown or ())
    if best:
        scenes = (best, *(scene for scene in scenes if scene is not best))
    left = _unread(shared.graphs)
    narrowed = _narrowed(shared, scenes)
    title = _title(shared.graph, settings.title)
    made = Map(
        title=narrowed.titled(title) if narrowed and not settings.title else title,
        lang=settings.lang,
        theme=settings.theme,
        as_of=shared.as_of or "",
        notes=(*settings.notes, *([narrowed.whole.begun()] if narrowed else []), *left),
        unread=left,
        why=opening.FINDING if best else _why(opened, scenes[0]),
        before=_before(shared.before, settings.before_name),
        narrowed=narrowed.short if narrowed else None,
        scenes=scenes,
        parts=parts,
        findings=shown,
        story=presentation.assigned(settings.story, scenes, parts, shown or (), advice)
        if settings.story
        else (),
        documents=_documents(shared, [*scenes, *parts]),
    )
    if not settings.hide_persons:
        return made
    return redact.Redaction([graph, *shared.graphs[1:]], settings.lang).of(made)


def _borders(shared: Frame, asked: Iterable[View]) -> Borders | None:
    """The borders that everybody may show, where a view of these is drawn over any."""
    if not any(view.is_geographic for view in asked):
        return None
    return official.borders(shared.graph, shared.as_of)


def _require_nodes(graph: PlanGraph, shared: Frame) -> None:
    if not any(len(each.nodes) for each in shared.graphs):
        day = Said(_ON, day=shared.as_of) if shared.as_of else ""
        raise GraphtoolError(Said(_NOTHING_TO_SHOW, name=_name(graph), day=day))


def _check(shared: Frame) -> None:
    """Raises `GraphtoolError` for what neither the graph nor what it is compared with knows.

    Raises `SharedName` for a name that several have, though the old one may know one alone.
    """
    try:
        filters.checked(shared.graph, shared.filters)
    except UnknownName:
        if shared.before is None:
            raise
        filters.checked(shared.before, shared.filters)


def _opening(shared: Frame) -> Opening:
    """The view that says most about the graph, of a large one about what is left of it."""
    graph = shared.graph
    if shared.before is not None or len(graph.nodes) <= LIMIT or shared.left[0].all():
        return opening.opening(graph)
    return opening.opening(graph.within(shared.left[0]))


def _others(graph: PlanGraph, opened: Opening | None) -> list[View]:
    """The view that is opened and all others, none of a large graph; [] where some were asked for.

    A view that shows nothing gives no scene.
    """
    if opened is None:
        return []
    others = views().values() if len(graph.nodes) <= LIMIT else ()
    return [opened.view, *(view for view in others if view != opened.view)]


def _scenes(
    shared: Frame, asked: Iterable[View], look: Look, *, most: int
) -> tuple[tuple[Scene, ...], tuple[Scene, ...]]:
    """The first scenes of these views, without those that show nothing, and of groups in them."""
    made: list[Scene] = []
    parts: list[Scene] = []
    for view in asked:
        if len(made) == most:
            break
        if aggregate.is_needed(shared, view):
            first, *more = aggregate.scenes(shared, view)
            made.append(first)
            parts += more
        elif found := compose.scenes(shared, view, look):
            made.append(found[0])
            parts += found[1:]
    return tuple(made), tuple(parts)


def _require_scenes(
    graph: PlanGraph, scenes: Sequence[Scene], names: Sequence[str], advice: Said
) -> None:
    shown = {scene.name for scene in scenes}
    empty = [name for name in dict.fromkeys(names) if name not in shown]
    if not scenes or empty:
        name = _name(graph)
        what = Said(_VIEW_OF, view=empty[0], name=name) if empty else name
        raise GraphtoolError(Said(_NO_NODES, what=what, advice=advice))


def _advice(shared: Frame) -> Said:
    """What may have left out what is missing."""
    given = shared.filters
    used = [_LIMITS[each.name] for each in fields(given) if _leaves_out(given, each.name)]
    used += [_LIMITS["as_of"]] if shared.as_of else []
    if used:
        return Said(_ASK_FOR_MORE, filters=listed(used, None))
    return Said(_ANOTHER_VIEW, views=", ".join(views()))


def _leaves_out(given: Filters, name: str) -> bool:
    return name != "hops" and bool(getattr(given, name))


def _best(opened: Opening, scenes: Sequence[Scene], shown: Sequence[Shown]) -> Scene | None:
    """The scene that is opened instead of one of everything that has to be folded to be read.

    It is the one that shows the most important finding best; None where that does not fit on a
    screen, and where there is no other.
    """
    if not opened.view.shows_all or not scenes[0].folded or not shown:
        return None
    name = next(iter(shown[0].scenes), "")
    best = next((scene for scene in scenes[1:] if scene.name == name), None)
    return best if best and scale(best) == 1.0 else None


def _why(opened: Opening | None, first: Scene) -> Text | None:
    """Why this scene; None where it was asked for, or where the chosen view shows nothing."""
    if opened is None:
        return None
    if find(first.name).shows_all and first.folded:
        return opening.folded(sum(symbol.count for symbol in first.symbols), len(first.folded))
    if find(first.name).shows_all:
        return opening.everything(first.groups.nodes if first.groups else len(first.symbols))
    return opened.why if opened.view.name == first.name else None


def _title(graph: PlanGraph, given: str | None = None) -> Text:
    """What the map is called."""
    if given:
        return same(given)
    return graph.title if any(graph.title) else same("graphtool")


def _narrowed(shared: Frame, scenes: Sequence[Scene]) -> Narrowed | None:
    """What the filter keeps, and how many beside it that views keep as other ends of ties."""
    places = shared.filters.municipalities
    graph = narrowing.knowing(shared.graphs, places)
    if (found := narrowing.narrowed(graph, places)) is None:
        return None
    near = filters.concerned(graph, places)
    ends = set().union(*(scene.ids for scene in scenes if find(scene.name).tying))
    return found._replace(tied=len(ends.intersection(graph.nodes["id"]) - near))


def _before(graph: PlanGraph | None, name: Text | None) -> Text | None:
    """What the map is compared with; None where it is not."""
    return None if graph is None else name or _title(graph)


def _name(graph: PlanGraph) -> Text:
    return _NAMED.format(name=graph.name) if graph.name else _THE_GRAPH


def _unread(graphs: Iterable[PlanGraph]) -> tuple[Text, ...]:
    left = [each for graph in graphs for each in graph.unread]
    return tuple(unread.sentences(unread.in_order(left)))


def _documents(shared: Frame, scenes: Sequence[Scene]) -> dict[str, Document]:
    """The documents of all versions; of a large graph those that the map cites."""
    found: dict[str, Document] = {}
    for graph in reversed(shared.graphs):
        found |= records.documents(graph)
    if len(shared.graph.nodes) <= LIMIT:
        return found
    cited = set().union(*(scene.cited for scene in scenes))
    return {name: document for name, document in found.items() if name in cited}
