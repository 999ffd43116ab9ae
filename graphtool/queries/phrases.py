"""The parts that notes and findings are made of: how many of how many, pronouns."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graphtool.language import SHOWN, Text, joined, listed, quoted, same
from graphtool.queries.nouns import NEUTER

if TYPE_CHECKING:
    import pandas as pd

NOBODY_TIED = Text(
    "Ingen er knyttet til noen: en rangering sier ingenting.",
    "Ingen er knytte til nokon: ei rangering seier ingenting.",
    "Nobody is tied to anybody: a ranking means nothing.",
)
NEAR_COMPLETE = 0.9
"""Share of possible ties, among those that have any, from which such a network ranks little."""


PARTIES = Text("1 part", "1 part", "1 party"), Text("{n} parter", "{n} partar", "{n} parties")
TIES = (
    Text("1 forbindelse", "1 samband", "1 tie"),
    Text("{n} forbindelser", "{n} samband", "{n} ties"),
)
PAIR = Text("{one} og {other}", "{one} og {other}", "{one} and {other}")
PAIRS = Text("1 par", "1 par", "1 pair"), Text("{n} par", "{n} par", "{n} pairs")
POSSIBLE = (
    Text("1 mulig", "1 mogleg", "1 possible"),
    Text("{n} mulige", "{n} moglege", "{n} possible"),
)
"""Words for `number`: one, and several."""
BOTH = Text("begge", "begge", "both")
ALL = Text("alle {n}", "alle {n}", "all {n}")


def shared_by(count: int) -> Text:
    """That so many share a place; nothing of one.

    >>> shared_by(2).nb, shared_by(1).nb
    (', delt av 2', '')
    """
    if count == 1:
        return same("")
    return Text(", delt av {n}", ", delt av {n}", ", shared by {n}").format(n=count)


def figure(number: str) -> Text:
    """A number as each language writes it.

    >>> figure("1.50")
    Text(nb='1,50', nn='1,50', en='1.50')
    """
    comma = number.replace(".", ",")
    return Text(comma, comma, number)


def in_figures(money: str) -> Text:
    """An amount and its currency, the number as each language writes it.

    >>> in_figures("1 000.5 NOK").nb, in_figures("20 kr.").nn
    ('1 000,5 NOK', '20 kr.')
    """
    comma = re.sub(r"(?<=\d)\.(?=\d)", ",", money)
    return Text(comma, comma, money)


def significant(value: float, digits: int) -> str:
    """So many digits of a number, never fewer than its whole part has, and never with an exponent.

    >>> significant(612.25, 2), significant(0.0000231, 2), significant(1.50, 3), significant(0.0, 2)
    ('612', '0.000023', '1.5', '0')
    """
    size = abs(value)
    if not 0 < size < 1e-4 and not 10**digits - 1 < size < math.inf:
        return f"{value:.{digits}g}"
    places = max(0, digits - 1 - math.floor(math.log10(float(f"{size:.{digits - 1}e}"))))
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if places else text


def absent(what: Text, as_of: str | None) -> Text:
    """That there is nothing to answer about, in the data or on the day.

    >>> goals = Text("mål", "mål", "goals")
    >>> absent(goals, None).en, absent(goals, "2016").nb
    ('No goals in the data.', 'Ingen mål er i kraft per 2016.')
    """
    if as_of is None:
        return Text(
            "Ingen {what} i dataene.", "Ingen {what} i dataa.", "No {what} in the data."
        ).format(what=what)
    return Text(
        "Ingen {what} er i kraft per {day}.",
        "Ingen {what} er i kraft per {day}.",
        "No {what} are in force as of {day}.",
    ).format(what=what, day=as_of)


def tally(column: pd.Series[str], words: Mapping[str, Text]) -> Text:
    """How many rows have each of these words, those that none has left out.

    >>> import pandas as pd
    >>> from graphtool import schema
    >>> tally(pd.Series(["planned", "stated", "planned"]), schema.MODALITIES).en
    'stated as fact 1, planned 2'
    """
    counts = column.astype(object).value_counts()
    found = [(label, int(counts[word])) for word, label in words.items() if word in counts]
    return joined(joined((label, str(n)), " ") for label, n in found)


def named(names: Sequence[str]) -> Text:
    """What follows a sentence about these: all of a few, or some of many.

    >>> named(["Vekst"]).nb, named([]).nb
    (': «Vekst»', '')
    """
    if not names:
        return same("")
    if len(names) <= SHOWN:
        return same(": {names}").format(names=listed(quoted(names)))
    few = listed(quoted(names[:2]))
    return Text(", blant dem {few}", ", mellom dei {few}", ", among them {few}").format(few=few)


def them(n: int, noun: str = "goal") -> dict[str, Text]:
    """Pronouns and verbs that go with so many of these; without a noun, of goals or measures.

    >>> them(1)["they"].nb, them(2)["they"].nb
    ('det', 'de')
    """
    if n == 1:
        it = Text("det", "det", "it") if noun in NEUTER else Text("den", "den", "it")
        return {
            "them": it,
            "they": it,
            "has": Text("har", "har", "has"),
            "are": Text("er", "er", "is"),
            "lack": Text("mangler", "manglar", "lacks"),
        }
    return {
        "them": Text("dem", "dei", "them"),
        "they": Text("de", "dei", "they"),
        "has": Text("har", "har", "have"),
        "are": Text("er", "er", "are"),
        "lack": Text("mangler", "manglar", "lack"),
    }
