"""From a graph to what a deck says of it: the chapters in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from graphtool.errors import NOTHING, GraphtoolError
from graphtool.language import Language, Said, Text, same
from graphtool.maps import excerpt
from graphtool.maps.redact import Redaction
from graphtool.queries import find as known
from graphtool.slides.asked import Asked
from graphtool.slides.chapters import (
    borders,
    chain,
    folds,
    matrix,
    orphans,
    since,
    sources,
    summary,
    table,
    together,
    view,
)
from graphtool.slides.deck import Cover, Deck, Slide
from graphtool.slides.part import TYING

if TYPE_CHECKING:
    from graphtool.comparison import Compared
    from graphtool.findings import Finding
    from graphtool.graph import PlanGraph
    from graphtool.maps.excerpt import Excerpt
    from graphtool.maps.scene import Map

_THE_GRAPH = Text("dataene", "dataa", "the graph")
_AS_OF = Text(" per {day}", " per {day}", " as of {day}")
_NO_NODE = Text(
    "har ingenting{when}; ingen lysbilder er skrevet",
    "har ingenting{when}; ingen lysbilete er skrivne",
    "holds no node{when}; no slides are written",
)
_SAYS_NOTHING = Text(
    "sier ingenting{when} som lysbilder kan vise: ingen mål, ingen parter som samarbeider, ingen"
    " avhengigheter; ingen lysbilder er skrevet",
    "seier ingenting{when} som lysbilete kan vise: ingen mål, ingen partar som samarbeider, ingen"
    " avhengnader; ingen lysbilete er skrivne",
    "says nothing{when} that slides could show: no goals, no parties that work together, no"
    " dependencies; no slides are written",
)


def build(
    graph: PlanGraph,
    *,
    language: Language = "nb",
    as_of: str | None = None,
    hide_persons: bool = False,
    queries: Sequence[str] = (),
    told: Sequence[Finding] | None = None,
    compared: Compared | None = None,
    municipalities: Sequence[str] = (),
) -> Deck:
    """The deck of a graph on a day; a chapter that has nothing to say is left out.

    With `queries`, only a slide of each of their answers. `told` are the graph's findings on the
    day, where they are known already. With `compared`, what changed is told too. With
    `municipalities` (or regions), by ids or names, it is about what concerns these.

    Raises `GraphtoolError` where nothing at all can be said: no node on the day, no finding, a
    query without rows.

    >>> from graphtool import PlanGraph
    >>> deck = build(PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}]))
    >>> [slide.title for slide in deck.slides][1]
    'Kort sagt: det eneste målet står uten noen som svarer for det'
    """
    shown = {known(name).name for name in queries} or TYING
    shows = tuple(name for name in TYING if name in shown)
    asked = Asked(graph, language, as_of, hide_persons, told, tuple(municipalities), shows)
    if asked.today.nodes.empty:
        raise GraphtoolError.at(_named(asked), Said(_NO_NODE, when=_when(asked)))
    return _deck(
        asked, [table.answer(asked, name) for name in queries] or _whole(asked, compared), compared
    )


class Shown(NamedTuple):
    """A view of a map on a slide, with the title and the words of a step where it is one."""

    excerpt: Excerpt
    title: str = ""
    text: str = ""


def of_map(made: Map, shown: Sequence[Shown]) -> Deck:
    """A deck of these views of a map, a slide each, and slides of what is folded on them."""
    title = made.title.in_(made.lang)
    return Deck(
        title=title,
        language=made.lang,
        footer=view.footer(made, (each.excerpt for each in shown)),
        slides=tuple(_about(made.narrowed, made.lang, _shown(made, shown))),
    )


def of_changes(asked: Asked, compared: Compared, made: Map | None) -> Deck:
    """A deck of what changed: in sentences, as rows, and as a map's first view."""
    slides = since.changes(asked, compared)
    if made is not None:
        slides += _shown(made, [Shown(excerpt.whole(made.scenes[0]))])
    return _deck(asked, slides, compared)


def _deck(asked: Asked, slides: Sequence[Slide], compared: Compared | None) -> Deck:
    """The slides over their footer, without who is not to be named."""
    about = asked.part.narrowed.about if asked.part else None
    deck = Deck(
        title=_title(asked),
        language=asked.language,
        footer=sources.footer(asked),
        slides=tuple(_about(about, asked.language, slides)),
    )
    graphs = [asked.graph, *([compared.old] if compared else [])]
    return Redaction(graphs, asked.language).of(deck) if asked.hide_persons else deck


def _about(said: Text | None, language: Language, slides: Iterable[Slide]) -> Iterator[Slide]:
    """The slides, each but a cover with what all of them are about, where that is not all."""
    for slide in slides:
        if said is None or isinstance(slide.body, Cover):
            yield slide
        else:
            first = f"{said.begun().in_(language)}."
            yield replace(slide, caption=" ".join(filter(None, (first, slide.caption))))


def _shown(made: Map, shown: Sequence[Shown]) -> Iterator[Slide]:
    """The slide of each view or step, of a matrix as many as its rows need; then what is folded."""
    found = folds.folds(made, (each.excerpt for each in shown))
    for each in shown:
        if each.excerpt.scene.grid:
            yield from matrix.matrix(made, each.excerpt, title=each.title, text=each.text)
        else:
            yield view.view(made, each.excerpt, title=each.title, text=each.text, told=found.shown)
    yield from found.slides


def _whole(asked: Asked, compared: Compared | None) -> tuple[Slide, ...]:
    """All chapters, the cover first and the sources last."""
    said = [
        *summary.summary(asked),
        *orphans.orphans(asked),
        *chain.chains(asked),
        *together.collaboration(asked),
        *borders.borders(asked),
        *(since.since(asked, compared) if compared else ()),
    ]
    if not said:
        raise GraphtoolError.at(_named(asked), Said(_SAYS_NOTHING, when=_when(asked)))
    last = sources.sources(asked)
    return (summary.cover(asked, _title(asked)), *said, *([last] if last else []))


def _title(asked: Asked) -> str:
    """What the data are called; that they are data where nobody called them anything."""
    title = asked.say(asked.graph.title) or asked.graph.name or asked.say(_THE_GRAPH.begun())
    return asked.say(asked.part.narrowed.titled(same(title))) if asked.part else title


def _named(asked: Asked) -> str:
    return asked.graph.name or Said(_THE_GRAPH)


def _when(asked: Asked) -> Said:
    return Said(_AS_OF, day=asked.as_of) if asked.as_of else NOTHING
