"""The foot of a picture: what it rests on, and of which day it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphtool.language import Language
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.scene import Map
from graphtool.pictures import words
from graphtool.slides import letters

LETTERS = 9.0
NAMES = 1.8
"""Lines that documents may fill."""


def text(made: Map, excerpt: Excerpt, room: float) -> str:
    """The documents that the picture rests on, those that say most first, and the day."""
    language = made.lang
    scene = excerpt.scene
    cited = Counter(said.document for line in excerpt.lines for said in scene.behind(line))
    cited.update(symbol.node.document for symbol in excerpt.symbols)
    known = [made.documents[name] for name, _ in cited.most_common() if name in made.documents]
    latest = max((each.date for each in known if each.date), default="")
    if made.as_of:
        day = words.ON_DAY.in_(language).format(day=made.as_of)
    elif excerpt.year:
        day = words.IN_YEAR.in_(language).format(year=excerpt.year)
    else:
        day = words.ALL_TIME.in_(language)
    parts = [_named([one.title or one.file for one in known], room * NAMES, language), day]
    if latest:
        parts.append(words.LATEST.in_(language).format(day=latest))
    return " · ".join([*parts, "graphtool"])


def _named(titles: Sequence[str], room: float, language: Language) -> str:
    """As many titles as there is room for, and how many more."""
    known = list(dict.fromkeys(filter(None, titles)))
    if not known:
        return words.NO_SOURCES.in_(language)
    taken: list[str] = []
    left = room - 320  # what follows them, on the same lines
    for title in known:
        short = letters.cut(title, 420.0, LETTERS, 1)
        left -= letters.width(f"; {short}", LETTERS)
        if taken and left < 0:
            break
        taken.append(short)
    names = "; ".join(taken)
    if len(known) > len(taken):
        names = words.MORE_SOURCES.in_(language).format(names=names, n=len(known) - len(taken))
    return words.SOURCES.in_(language).format(names=names)
