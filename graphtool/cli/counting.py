"""How many of what, in messages of commands."""

from __future__ import annotations

from graphtool.language import Said, Text, number

_COUNTED = {
    "error": (Text("1 feil", "1 feil", "1 error"), Text("{n} feil", "{n} feil", "{n} errors")),
    "finding": (
        Text("1 funn", "1 funn", "1 finding"),
        Text("{n} funn", "{n} funn", "{n} findings"),
    ),
    "line": (Text("1 linje", "1 linje", "1 line"), Text("{n} linjer", "{n} linjer", "{n} lines")),
    "picture": (
        Text("1 bilde", "1 bilete", "1 picture"),
        Text("{n} bilder", "{n} bilete", "{n} pictures"),
    ),
    "problem": (
        Text("1 problem", "1 problem", "1 problem"),
        Text("{n} problemer", "{n} problem", "{n} problems"),
    ),
    "quote": (
        Text("1 sitat", "1 sitat", "1 quote"),
        Text("{n} sitater", "{n} sitat", "{n} quotes"),
    ),
    "row": (Text("1 rad", "1 rad", "1 row"), Text("{n} rader", "{n} rader", "{n} rows")),
    "slide": (
        Text("1 lysbilde", "1 lysbilete", "1 slide"),
        Text("{n} lysbilder", "{n} lysbilete", "{n} slides"),
    ),
    "spelling": (
        Text("1 skrivemåte", "1 skrivemåte", "1 spelling"),
        Text("{n} skrivemåter", "{n} skrivemåtar", "{n} spellings"),
    ),
    "table": (
        Text("1 tabell", "1 tabell", "1 table"),
        Text("{n} tabeller", "{n} tabellar", "{n} tables"),
    ),
    "warning": (
        Text("1 advarsel", "1 åtvaring", "1 warning"),
        Text("{n} advarsler", "{n} åtvaringar", "{n} warnings"),
    ),
}


def counted(count: int, what: str) -> Said:
    """How many of what.

    >>> counted(2, "row"), counted(1, "quote").in_("nb")
    ('2 rows', '1 sitat')
    """
    return Said(number(count, *_COUNTED[what]))
