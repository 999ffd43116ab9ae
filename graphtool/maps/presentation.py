"""A story on the scenes of a map: each step with the scene that it is shown on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graphtool.errors import NOTHING, Problem
from graphtool.findings import Finding
from graphtool.language import AND, Said, Text, together
from graphtool.maps.content import TIE, is_there
from graphtool.maps.scene import Scene, Shown
from graphtool.maps.story.read import problem, raise_all
from graphtool.maps.story.steps import State, Step, Story

if TYPE_CHECKING:
    # Imported where a step asks for a way: most maps and decks have none, and it takes a while.
    import networkx as nx

_NO_NODES = Text(
    "visningen «{view}» har ingenting å vise; {advice}",
    "visinga «{view}» har ingenting å vise; {advice}",
    "view {view!r} has no nodes to show; {advice}",
)
_NOTHING_OF = Text(
    "visningen «{view}» viser ingenting av «{place}»; {advice}",
    "visinga «{view}» viser ingenting av «{place}»; {advice}",
    "view {view!r} shows nothing of {place!r}; {advice}",
)
_NO_SLIDER = Text(
    "visningen «{view}» har ingen tidslinje; {advice}",
    "visinga «{view}» har inga tidslinje; {advice}",
    "view {view!r} has no slider through the years; {advice}",
)
_NOT_SHOWN = Text(
    "visningen «{view}» viser ikke «{node}»{others}; {advice}",
    "visinga «{view}» viser ikkje «{node}»{others}; {advice}",
    "view {view!r} does not show {node!r}{others}; {advice}",
)
_LEFT_OUT = Text(
    "steget selv utelater «{node}»: se {filters}",
    "steget sjølv utelèt «{node}»: sjå {filters}",
    "the step itself leaves {node!r} out: see its {filters}",
)
_EDGE_HIDDEN = Text(
    "{edge} vises ikke i dette steget",
    "{edge} blir ikkje vist i dette steget",
    "{edge} is not shown in this step",
)
_NO_PATH = Text(
    "ingen vei fører dit fra «{start}» i dette steget",
    "ingen veg fører dit frå «{start}» i dette steget",
    "no path leads there from {start!r} in this step",
)
_NO_FINDING = Text(
    "ingenting av «{finding}» vises i dette steget",
    "ingenting av «{finding}» blir vist i dette steget",
    "nothing of {finding!r} is shown in this step",
)
_BUT_ONE = Text(", men {views} gjør det", ", men {views} gjer det", ", but {views} does")
_BUT_SEVERAL = Text(", men {views} gjør det", ", men {views} gjer det", ", but {views} do")


def views(story: Story | None) -> list[str]:
    """Names of the views that a story's steps ask for, in its order; [] without a story."""
    steps = story.steps if story else ()
    return list(dict.fromkeys(step.state.view for step in steps if step.state.view))


def assigned(
    story: Story,
    scenes: Sequence[Scene],
    parts: Sequence[Scene],
    findings: Sequence[Shown],
    advice: Said,
) -> tuple[Step, ...]:
    """The steps, each with the view that it is shown in.

    A step without a view is shown in the first scene that has what it points at; what is folded
    there is shown in the part in which it stands by itself. Raises
    `GraphtoolError` with every step that names what no scene of this map shows; `advice` says
    what may have left it out.
    """
    told = {each.finding.key: each.finding for each in findings}
    problems: list[Problem] = []
    made = []
    for number, step in enumerate(story.steps, start=1):
        scene = _opened(step.state, _scene(step.state, scenes, told), parts)
        wrong = _missing(step.state, scene, scenes, advice) or _unseen(step.state, scene, told)
        problems += [problem(story, number, key, message) for key, message in wrong]
        made.append(step._replace(state=step.state._replace(view=scene.name if scene else "")))
    raise_all(problems)
    return tuple(made)


def _scene(state: State, scenes: Sequence[Scene], told: Mapping[str, Finding]) -> Scene | None:
    """The scene of the view that is named, else that with most of what is pointed at."""
    if state.view:
        return next((scene for scene in scenes if scene.name == state.view), None)
    wanted = {node for _, node in _pointed(state)} | set(_about(told.get(state.finding)))
    # max keeps the first of equals.
    return max(scenes, key=lambda scene: len(wanted & (scene.ids | scene.folded.keys())))


def _opened(state: State, scene: Scene | None, parts: Sequence[Scene]) -> Scene | None:
    """The part of a scene that has all that is pointed at, where some of it is folded."""
    wanted = {node for _, node in _pointed(state)}
    if scene is None or not wanted & scene.folded.keys():
        return scene
    above = {each.name: each.part.above for each in parts if each.part}
    for part in parts:
        if wanted <= part.ids and _is_below(part.name, scene.name, above):
            return part
    return scene


def _is_below(name: str, scene: str, above: Mapping[str, str]) -> bool:
    """Whether a part is opened from the scene, by however many steps."""
    while name in above:
        name = above[name]
    return name == scene


def _pointed(state: State) -> list[tuple[str, str]]:
    """Keys of a step that name nodes, and the nodes."""
    named = [("node", state.node)] if state.node else []
    named += [*zip(("from", "to"), state.path, strict=True)] if state.path else []
    return [*named, *(("edge", end) for end in (state.edge or ())[:2])]


def _about(finding: Finding | None) -> list[str]:
    if finding is None:
        return []
    return [*finding.nodes, *(end for edge in finding.edges for end in edge[:2])]


def _missing(
    state: State, scene: Scene | None, scenes: Sequence[Scene], advice: Said
) -> list[tuple[str, Said]]:
    """Key and message for what a step names and its scene does not have."""
    if scene is None:
        return [("view", Said(_NO_NODES, view=state.view, advice=advice))]
    view, places = scene.name, {place.node.id for place in scene.places}
    wrong = [
        ("municipality", Said(_NOTHING_OF, view=view, place=place, advice=advice))
        for place in state.municipalities
        if place not in places
    ]
    if state.year and not scene.stops:
        wrong.append(("year", Said(_NO_SLIDER, view=view, advice=advice)))
    there = scene.ids
    for key, node in dict.fromkeys(_pointed(state)):
        if node not in there:
            others = _elsewhere(node, scenes)
            said = Said(_NOT_SHOWN, view=view, node=node, others=others, advice=advice)
            wrong.append((key, said))
    return wrong


def _unseen(
    state: State, scene: Scene | None, told: Mapping[str, Finding]
) -> list[tuple[str, Said]]:
    """Key and message for what a step points at, and does not show."""
    if scene is None:
        return []
    shown = visible(state, scene)
    hidden = [
        (key, Said(_LEFT_OUT, node=node, filters=_filters(state)))
        for key, node in dict.fromkeys(_pointed(state))
        if node not in shown
    ]
    if hidden:
        return hidden
    if state.edge and not shown.has_edge(*state.edge):
        source, target, relation = state.edge
        edge = f"{source} {relation} {target}"
        return [("edge", Said(_EDGE_HIDDEN, edge=edge))]
    if state.path and not _is_way(shown, *state.path):
        return [("to", Said(_NO_PATH, start=state.path[0]))]
    stands = scene.folded
    about = {stands.get(node, node) for node in _about(told.get(state.finding))}
    if state.finding and (state.finding not in told or (about and not about & set(shown))):
        return [("finding", Said(_NO_FINDING, finding=state.finding))]
    return []


def _is_way(shown: nx.MultiDiGraph[str], start: str, end: str) -> bool:
    import networkx as nx

    return bool(nx.has_path(shown.to_undirected(as_view=True), start, end))


def visible(state: State, scene: Scene) -> nx.MultiDiGraph[str]:
    """The nodes and edges (key = relation) that are visible during a step."""
    import networkx as nx

    stops = scene.stops
    moment = max(1, sum(stop <= state.year for stop in stops)) if state.year and stops else 0
    rows = {row for row, p in enumerate(scene.places) if p.node.id in state.municipalities}
    own = {each.node.id for each in scene.symbols if not rows or rows.intersection(each.places)}
    now = [line for line in scene.lines if is_there(line.when, moment)]
    if rows:
        now = [
            line
            for line in now
            if {line.source, line.target} <= own or rows.intersection(line.places)
        ]
    kept = own.union(*(line.key[:2] for line in now))
    shown: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    shown.add_nodes_from(
        symbol.node.id
        for symbol in scene.symbols
        if not {*(symbol.fold.kinds if symbol.fold else (symbol.node.kind,))} <= {*state.hide}
        and is_there(symbol.when, moment)
        and symbol.node.id in kept
    )
    if not rows:
        shown.add_nodes_from(card.id for card in scene.cards if card.kind not in state.hide)
    lines = [line.key for line in now]
    for source, target, relation in [*lines, *(bundle.key for bundle in scene.bundles)]:
        if relation not in state.hide_relations and source in shown and target in shown:
            shown.add_edge(source, target, relation)
            if relation == TIE:  # has no direction; the scene's order is the page's
                shown.add_edge(target, source, relation)
    return shown


def _filters(state: State) -> Said:
    given = {"hide": state.hide, "municipality": state.municipalities, "year": state.year}
    return both([key for key, value in given.items() if value])


def _elsewhere(node: str, scenes: Sequence[Scene]) -> Said:
    shown = [scene.name for scene in scenes if node in scene.ids | scene.folded.keys()]
    if not shown:
        return NOTHING
    return Said(_BUT_ONE if len(shown) == 1 else _BUT_SEVERAL, views=both(shown))


def both(names: Sequence[str]) -> Said:
    """The names, `and` between them."""
    return together([part for name in names for part in (AND, name)][1:])
