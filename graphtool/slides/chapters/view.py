"""A view of a map, or a step of its story, as one slide: what has no room is folded, and said."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from graphtool import schema
from graphtool.language import Language, listed, number, shortened
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.layout.sheet import Heading
from graphtool.maps.scene import Line, Map, Scene, Symbol
from graphtool.maps.style import relation_label
from graphtool.slides import letters, words
from graphtool.slides.asked import MORE, QUOTES, cited
from graphtool.slides.chapters.alike import gathered
from graphtool.slides.chapters.boxes import Between, Chosen, Thing, between, chosen, things
from graphtool.slides.chapters.groups import grouped, groups
from graphtool.slides.chapters.held import Inside
from graphtool.slides.deck import Box, Mark, Network, Slide, Tie

LINES = 40
"""Of a slide."""
NAMED = 3
"""Relations that a legend says by name."""


def view(
    made: Map, excerpt: Excerpt, *, title: str = "", text: str = "", told: Collection[str] = ()
) -> Slide:
    """The slide of an excerpt; `title` and `text` are a step's, else the map's and the view's.

    `told` are the nodes that other slides show one by one.
    """
    language, scene = made.lang, excerpt.scene
    lines = between(excerpt, language)
    title = letters.on_one_line(
        title or f"{made.title.in_(language)} – {scene.title.in_(language)}"
    )
    there = things(excerpt, language)
    folded = chosen(there, lines)
    is_full = len(folded.kept) < len(there) or len(lines) > LINES
    if is_full and (outer := groups(excerpt)):
        made_of = grouped(made, excerpt, outer, told, title)
        return Slide(
            title=title,
            caption=" ".join(filter(None, (text, made_of.caption))),
            body=made_of.body,
            notes=(*made_of.notes, *quotes_of(scene, _told(excerpt), language)),
        )
    if is_full and not excerpt.cards:
        there, lines = gathered(there, lines, language)
        folded = chosen(there, lines)
    at = {thing.id: place for place, thing in enumerate(folded.kept)}
    reaching = [line for line in lines if all(end in at for end in line.ends)]
    drawn, rest = reaching[:LINES], reaching[LINES:]
    return Slide(
        title=title,
        caption=" ".join(
            filter(None, (text, *_counted(folded, told, rest, scene.total[0], language)))
        ),
        body=Network(
            boxes=tuple(
                _box(thing, folded.within, language)._replace(column=_column(thing, scene))
                for thing in folded.kept
            ),
            spots=tuple((thing.x, thing.y) for thing in folded.kept),
            ties=tuple(
                Tie(
                    at[line.ends[0]],
                    at[line.ends[1]],
                    "; ".join(line.about),
                    line.is_firm,
                    line.has_arrow,
                )
                for line in drawn
            ),
            about=title,
            legend=_legend(folded.kept, drawn, language),
            headings=tuple(heading.text.in_(language) for heading in _headings(scene)),
        ),
        notes=tuple(_notes(Inside(made), excerpt, folded, told, rest)),
    )


def footer(made: Map, excerpts: Iterable[Excerpt]) -> str:
    """The documents that these rest on, those that say most first, and the day."""
    language = made.lang
    cited_ = Counter(
        said.document
        for excerpt in excerpts
        for line in excerpt.lines
        for said in excerpt.scene.behind(line)
        if said.document in made.documents
    )
    known = [made.documents[name] for name, _ in cited_.most_common()]
    titles = [one.title or one.file for one in known if one.title or one.file]
    first = "; ".join(shortened(title) for title in titles[:2])
    if len(titles) > 2:
        first = words.AND_MORE.in_(language).format(first=first, n=len(titles) - 2)
    named = words.FROM.format(names=first) if titles else words.NO_DOCUMENTS
    day = words.DAY.format(day=made.as_of) if made.as_of else words.ALL_TIME
    return " · ".join(part.in_(language) for part in (named, day))


def _box(thing: Thing, within: Mapping[str, Sequence[Thing]], language: Language) -> Box:
    count = sum(one.nodes for one in within.get(thing.id, ()))
    name = thing.name
    if count:
        name = words.COUNTED_IN.in_(language).format(name=name, n=count)
    mark: Mark = thing.mark or ("more" if count else "")
    return Box(name, thing.kind, 0, thing.about, mark)


def _column(thing: Thing, scene: Scene) -> int:
    """The heading that it stands under; 0 where there are none."""
    return max(bisect([heading.x for heading in _headings(scene)], thing.x) - 1, 0)


def _headings(scene: Scene) -> list[Heading]:
    """Those over columns; what is said under or beside a map of places heads nothing."""
    return [heading for heading in scene.headings if not heading.y]


def _counted(
    folded: Chosen, told: Collection[str], rest: Sequence[Between], total: int, language: Language
) -> list[str]:
    """How many of how many are drawn, and where the others are."""
    counted = sum(one.nodes for found in folded.within.values() for one in found)
    held = [member for thing in folded.kept for member in thing.members]
    elsewhere = sum(member in told for member in held)
    drawn = sum(thing.nodes - len(thing.members) for thing in folded.kept)
    parts = [words.MAP_CAPTION.format(n=drawn, total=total)]
    if any(thing.parts for thing in folded.kept):
        parts.append(words.ALIKE)
    for count, forms in (
        (elsewhere, words.HELD),
        (len(held) - elsewhere, words.HELD_IN_NOTES),
        (counted, words.FOLDED),
        (sum(one.nodes for one in folded.apart), words.APART),
        (len(rest), words.TIES_LEFT_OUT),
    ):
        if count:
            parts.append(number(count, *forms))
    return [part.in_(language) for part in parts]


def _legend(
    kept: Sequence[Thing], drawn: Sequence[Between], language: Language
) -> tuple[tuple[str, str], ...]:
    """What nobody answers for, lines that are not firm, then kinds: where room ends, those go."""
    kinds = {thing.kind for thing in kept}
    marks = {thing.mark for thing in kept}
    signs = []
    if "nobody" in marks:
        signs.append(("nobody", words.NONE_ANSWERS))
    if "weak" in marks:
        signs.append(("weak", words.WEAK))
    relations = {relation for line in drawn for relation in line.relations}
    if any(not line.is_firm for line in drawn):
        signs += [("firm", words.FIRM), ("loose", words.LOOSE)]
    elif 0 < len(relations) <= NAMED:
        names = sorted(relations)
        signs.append(("firm", listed([relation_label(name) for name in names], most=NAMED)))
    signs += [(kind.name, kind.plural) for kind in schema.KINDS.values() if kind.name in kinds]
    return tuple((sign, text.in_(language)) for sign, text in signs)


def _notes(
    inside: Inside, excerpt: Excerpt, folded: Chosen, told: Collection[str], rest: Sequence[Between]
) -> Iterable[str]:
    """What is folded or not drawn, by name, and what the sources say."""
    language = inside.made.lang
    for thing in folded.kept:
        counted = folded.within.get(thing.id, ())
        found = [name for one in counted for name in _names(excerpt, one, language)]
        symbols = _symbols(excerpt, thing)
        found += [each.words.in_(language) for each in symbols if thing.parts and not each.fold]
        if not thing.members.issubset(told):
            folds = [each.fold for each in symbols if each.fold]
            found += [each.words.in_(language) for fold in folds for each in inside.symbols(fold)]
        if found:
            yield words.IN_BOX.in_(language).format(name=thing.name)
            yield from found
    if folded.apart:
        yield words.NOT_SHOWN.in_(language)
        yield from (name for one in folded.apart for name in _names(excerpt, one, language))
    if rest:
        yield words.NOT_DRAWN.in_(language)
        yield from (each for line in rest for each in line.about)
    yield from quotes_of(excerpt.scene, _told(excerpt), language)


def _told(excerpt: Excerpt) -> Sequence[Line]:
    """The lines that a slide is about: in a step those that stand out, else those at what does."""
    if excerpt.emphasis is None:
        return excerpt.lines
    nodes, edges = excerpt.emphasis.nodes, excerpt.emphasis.edges
    strong = [line for line in excerpt.lines if line.key in edges]
    return strong or [line for line in excerpt.lines if {line.source, line.target} & nodes]


def _symbols(excerpt: Excerpt, thing: Thing) -> list[Symbol]:
    """What of the map a thing stands for."""
    return [excerpt.at[id_] for id_ in thing.parts or (thing.id,) if id_ in excerpt.at]


def _names(excerpt: Excerpt, thing: Thing, language: Language) -> list[str]:
    """The names of all that is gathered in a thing, else its own."""
    if not thing.parts:
        return [thing.name]
    return [each.words.in_(language) for each in _symbols(excerpt, thing)]


def quotes_of(scene: Scene, lines: Iterable[Line], language: Language) -> Iterable[str]:
    """What the sources say of these lines, the first of many, under a heading; nothing for none."""
    quotes = dict.fromkeys(
        said
        for line in lines
        for one in scene.behind(line)
        if (said := cited(language, one.document, one.line, one.quote))
    )
    if quotes:
        yield words.QUOTES.in_(language)
        yield from list(quotes)[:QUOTES]
        if len(quotes) > QUOTES:
            yield MORE.in_(language).format(n=len(quotes) - QUOTES)
