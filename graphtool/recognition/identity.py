"""Who is one with whom, once all sheets are read: abbreviations, and municipalities of one time."""

from __future__ import annotations

from graphtool import municipalities, schema
from graphtool.language import Said, Text, together
from graphtool.recognition.book import Book

_STANDS_FOR = Text(
    "«{short}» står for flere: {names}; skriv hele navnet",
    "«{short}» står for fleire: {names}; skriv heile namnet",
    "{short!r} stands for several: {names}; write the full name",
)
_NEVER_TOGETHER = Text(
    "{one} og {other} fantes aldri samtidig; bruk navn og numre fra ett og samme år",
    "{one} og {other} fanst aldri samtidig; bruk namn og nummer frå eitt og same år",
    "{one} and {other} were never there at one time; write names and numbers of one year",
)
_WHEN = Text("«{name}» ({period})", "«{name}» ({period})", "{name!r} ({period})")
_SINCE = Text("fra {year}", "frå {year}", "from {year}")
_UNTIL = Text("til {year}", "til {year}", "until {year}")
_NAME = Text("«{name}»", "«{name}»", "{name!r}")


def fold_abbreviations(book: Book) -> None:
    """Makes who is called by an abbreviation alone one with whom it is an abbreviation of.

    An abbreviation that stands beside several names is nobody's, and is asked about.
    """
    for short in book.short.values():
        nodes = {node: said for node, said in short.items() if node in book.nodes}
        words = [*nodes.values()]
        if len(nodes) > 1:
            names = together([Said(_NAME, name=book.nodes[node].name) for node in nodes], ", ")
            message = Said(_STANDS_FOR, short=words[0][0], names=names)
            book.warn("ambiguous-abbreviation", message, words[1][1])
        if len(nodes) != 1:
            continue
        full = next(iter(nodes))
        alone = book.find(words[0][0], schema.PARTIES)
        if alone and alone != full and not book.nodes[alone].is_known:
            book.merge(alone, into=full)
        book.alias(full, words[0][0])


def report_mixed_years(book: Book) -> None:
    """Says of every sheet whose municipalities were never there at one time which do not agree."""
    for mentions in book.mentions.values():
        common: frozenset[str] | None = None
        met: list[tuple[frozenset[str], str, tuple[municipalities.Municipality, ...]]] = []
        for (_, found), cell in mentions.items():
            if municipalities.are_several(found):
                continue
            days = municipalities.days(found)
            common = days if common is None else common & days
            met.append((days, cell.text, found))
            if not common:
                other = next((one for one in met if not one[0] & days), met[0])
                both = {"one": _when(cell.text, found), "other": _when(other[1], other[2])}
                message = Said(_NEVER_TOGETHER, **both)
                book.warn("mixed-years", message, cell)
                break


def _when(text: str, found: tuple[municipalities.Municipality, ...]) -> Said:
    """A municipality as it was called, and when it was there."""
    first, last = min(one.since for one in found), max(one.until or "9999" for one in found)
    since = [Said(_SINCE, year=first[:4])] if first else []
    until = [Said(_UNTIL, year=last[:4])] if last < "9999" else []
    return Said(_WHEN, name=text, period=together([*since, *until], " "))
