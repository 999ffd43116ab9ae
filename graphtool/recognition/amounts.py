"""Amounts in thousands or millions of kroner: said in a heading, or once for a whole sheet.

«Ramme (1000 kr)» or «Alle beløp i 1000 kr» above a table makes 500 in a cell half a million. A
thousand is multiplied; a million is kept as the unit that it is in a cell: «91,5 mill. kr». What a
sheet says counts for its columns of money; of a column that may be of money or not it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from graphtool.errors import Problem
from graphtool.language import Said, Text
from graphtool.recognition import meanings, wording, words
from graphtool.recognition.figures import Figure, figure, unit_of

if TYPE_CHECKING:
    from graphtool.recognition.grid import Row
    from graphtool.recognition.table import Column, Table

NEAR = 30
"""So many rows from the top of a sheet may say it, and those that are left out of a table."""
LONGEST = 120
"""Letters of a text that says it."""
CROWDED = 2
"""Cells of a row that says it, at most: a title and this."""
YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:\d\d){1,2})?")
_MONEY = r"(?:kr|kroner|nok|eur|euro|€)\b[.]?"
_TS = r"(?:1[ .']?000|tusen|thousand)\b"
_MS = r"(?:(?:mill(?:ion(?:er|ar|s)?)?|mrd)\b[.]?|milliard(?:er|ar)?\b)"
_WHOLE = r"(?:hele |heile )?"
_SCALE = re.compile(
    rf"(?<![\w.,'])(?P<thousand>{_MONEY}[ -]*(?:i )?{_WHOLE}{_TS}"
    rf"|{_TS}[ -]*{_MONEY}|tkr\b|tnok\b|kkr\b"
    rf"|(?:(?<=\bi )|(?<=\bin )|(?<=\bi hele )|(?<=\bi heile )|(?<=\()){_TS}(?=[)]|[.,]?$))"
    rf"|(?<![\w.,'])(?:{_MONEY}[ -]*(?:i )?{_MS}|mnok\b|mkr\b|{_MS}(?:[ -]*{_MONEY})?)",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"(?<![^\W\d])(?:kroner|kr|nok|euro|eur)|€", re.IGNORECASE)
"""The money in what `_SCALE` finds, where it is a word of its own: not in «tkr»."""
_NOT_SO = re.compile(
    r"(?:\d|\b(?:over|under|inntil|per|pr[.]?|minst|maks|enn|opptil|opp til|til))\s*$",
    re.IGNORECASE,
)
"""What stands before «1000 kr» where it is a sum of money and not what is counted in."""
_BEFORE = re.compile(
    r"(?:^|[(:;,–-])\s*(?:(?:oppgitt|oppgjeve|alt)\s+)?$|\b(?:i|in|er)\s+(?:hele |heile )?$", re.I
)
"""What stands before the words where a text says it of all amounts."""
_AROUND = re.compile(r"\(\s*(?:i |in )?\s*\)|,?\s+(?:i|in)(?: hele| heile)?\s*$|[\s,–-]+$")


class Scale(NamedTuple):
    """What the figures of a column count."""

    factor: int
    """By which they are multiplied."""
    unit: str
    """The unit of what comes of it; empty where none is said."""

    @property
    def is_large(self) -> bool:
        """Whether it counts thousands or more."""
        return self.factor > 1 or self.unit.startswith(("mill", "mrd"))

    def of(self, found: Figure) -> Figure:
        """The figure in this.

        >>> Scale(1000, "kr").of(Figure("1.005", ""))
        Figure(value='1005', unit='kr', may_be_decimal=False)
        """
        number = Decimal(found.value) * self.factor
        whole = number == number.to_integral_value()
        return found._replace(value=str(int(number)) if whole else str(number), unit=self.unit)


KRONER, THOUSANDS, MILLIONS = meanings.AMOUNTS
SAID = {
    meanings.FIGURE.word: Scale(1, ""),
    KRONER: Scale(1, "kr"),
    THOUSANDS: Scale(1000, "kr"),
    MILLIONS: Scale(1, MILLIONS),
}
"""What a person may say of a column: a number of no money, kroner, thousands or millions."""
_MAY_BE = Text(
    "arket sier at beløp står i {scale}; det er uvisst om det gjelder denne kolonnen, så tallene er"
    ' tatt med som de står. Si det med check --columns "{heading}={scale}", eller'
    ' "{heading}={other}"',
    "arket seier at beløp står i {scale}; det er uvisst om det gjeld denne kolonnen, så tala er"
    ' tekne med som dei står. Sei det med check --columns "{heading}={scale}", eller'
    ' "{heading}={other}"',
    "the sheet says that amounts are in {scale}; whether this column is of them is not certain, so"
    ' its figures are kept as they stand. Say so with check --columns "{heading}={scale}", or'
    ' "{heading}={other}"',
)
_IN_KRONER = Text(
    "«{text}» er lest som kroner, men beløp står ellers i {scale}; skriv beløpet uten kr om det"
    " også gjør det",
    "«{text}» er lese som kroner, men beløp står elles i {scale}; skriv beløpet utan kr om det"
    " òg gjer det",
    "{text!r} is read as kroner, but amounts are otherwise in {scale}; write it without kr if it"
    " is so too",
)


@lru_cache(maxsize=wording.MANY)
def of_heading(heading: str) -> tuple[Scale, str] | None:
    """What a heading says that figures below it count, and the heading without it; None for none.

    >>> of_heading("Ramme 2026 (1 000 kr)"), of_heading("Kostnad mill. kr")
    ((Scale(factor=1000, unit='kr'), 'Ramme 2026'), (Scale(factor=1, unit='mill. kr'), 'Kostnad'))
    >>> of_heading("NOK 1000"), of_heading("Tilskudd over 1000 kr")
    ((Scale(factor=1000, unit='NOK'), 'NOK'), None)
    """
    text = wording.plain(heading)
    found = _SCALE.search(text)
    if found is None or _NOT_SO.search(text[: found.start()]):
        return None
    scale = _scale(found)
    rest = _AROUND.sub("", f"{text[: found.start()]}{text[found.end() :]}").strip()
    rest = _AROUND.sub("", rest).strip(" ,:")
    return scale, " ".join(rest.split()) or scale.unit or text


def of_text(text: str) -> Scale | None:
    """What a text says that all amounts of its sheet count; None for none.

    >>> of_text("Handlingsplan 2026 (tall i 1 000 kr)"), of_text("Alle beløp i mill. kroner")
    (Scale(factor=1000, unit='kr'), Scale(factor=1, unit='mill. kroner'))
    >>> of_text("Vi fikk 500 tusen kroner"), of_text("Andel av 1000 kr")
    (None, None)
    """
    said = wording.plain(text)
    found = _SCALE.search(said) if said and len(said) <= LONGEST else None
    before = said[: found.start()] if found else ""
    return _scale(found) if found and _BEFORE.search(before) else None


def is_note(text: str) -> bool:
    """Whether a text alone in its row says nothing but this.

    >>> is_note("Alle beløp i 1000 kr"), is_note("(tkr)"), is_note("Kutte utslipp i mill. tonn")
    (True, True, False)
    """
    if of_text(text) is None:
        return False
    rest = wording.plain(_SCALE.sub("", wording.plain(text))).strip(" ().:*-–")
    return all(words.is_one("amounts_said", word.strip(".,:()")) for word in rest.split())


def _scale(found: re.Match[str]) -> Scale:
    own = _CURRENCY.search(found[0])
    short = found[0].casefold()
    money = own[0] if own else "NOK" if "nok" in short else "kr" if short.endswith("kr") else ""
    if found["thousand"]:
        return Scale(1000, "kr" if money.casefold() == "kroner" else money)
    large = "mrd." if "mrd" in short or "milliard" in short else "mill."
    return Scale(1, f"{large} {money}".strip())


def name(scale: Scale) -> str:
    """What a person calls it, after an equals sign too."""
    known = (word for word, one in SAID.items() if one == scale)
    return next(known, f"{scale.factor} {scale.unit}".strip() if scale.factor > 1 else scale.unit)


def of_sheet(rows: Sequence[Row]) -> list[tuple[int, Scale]]:
    """The numbers of the first rows of a sheet that say what all amounts count, and what."""
    found = []
    for number, cells in rows[:NEAR]:
        filled = [text for text in cells if text.strip()]
        if len(filled) <= CROWDED:
            found += [(number, scale) for text in filled if (scale := of_text(text))]
    return found


def of_table(table: Table) -> Scale | None:
    """What is said of all amounts in a table: right above it, below it, or in the sheet's title."""
    above = [scale for number, scale in table.grid.amounts if number < table.header]
    below = [scale for _, text, _ in table.left if (scale := of_text(text))]
    return next(iter((*reversed(above), *below)), None) or of_text(table.grid.title)


def of_columns(table: Table) -> Mapping[int, Scale]:
    """By place, what the figures of columns count: by their own headings, or by the sheet's word.

    Empty for a column of which a person has said that it is no money.
    """
    said = of_table(table)
    found: dict[int, Scale] = {}
    for one in table.columns:
        own = of_heading(one.heading)
        if one.meaning is not None and one.meaning.word in SAID:
            found[one.at] = SAID[one.meaning.word]
        elif one.meaning is None and own:
            found[one.at] = own[0]
        elif one.meaning is None and said and _is_money(one.heading):
            found[one.at] = said
    return found


def _is_money(heading: str) -> bool:
    """Whether figures below a heading are amounts of money, where a sheet has such.

    >>> _is_money("Budsjett 2026"), _is_money("2026"), _is_money("Antall"), _is_money("Ramme i kr")
    (True, True, False, False)
    """
    if not heading or _unit(heading) or _is_counted(heading):
        return False
    is_plain = YEAR.fullmatch(heading.strip()) or words.is_one("totals", heading)
    return bool(is_plain) or _has(heading, "money")


def _unit(heading: str) -> str:
    """The unit that a heading says itself, in brackets or as its last word; empty for none.

    >>> _unit("Ramme (kr)"), _unit("Budsjett i kr."), _unit("Kroner")
    ('kr', 'kr', '')
    """
    *before, last = heading.split() or [""]
    bare = last.strip(" .,:")
    return unit_of(heading) or (bare if before and words.is_one("currencies", bare) else "")


def _is_counted(heading: str) -> bool:
    """Whether figures below a heading count something else than money, as it says.

    >>> _is_counted("Andel"), _is_counted("Kommunal egenandel")
    (True, False)
    """
    several = wording.key(heading).split()
    return any(_longest(said, "counts") > _longest(said, "money") for said in several)


def _has(heading: str, name: str) -> bool:
    """Whether a word of a heading begins or ends as one of a list does."""
    return any(_longest(said, name) for said in wording.key(heading).split())


def _longest(said: str, name: str) -> int:
    """Letters of the longest word of a list that a word begins or ends as; 0 for none."""
    found = (one for one in words.listed(name) if said.startswith(one) or said.endswith(one))
    return max(map(len, found), default=0)


def problems(table: Table, taken: Mapping[int, str]) -> list[Problem]:
    """A question for each column of figures that may be amounts in what the sheet says."""
    scale = of_table(table)
    if scale is None:
        return []
    sheet, head = table.grid.sheet, table.header
    found = []
    for one in table.columns:
        if one.meaning or one.at in table.amounts or one.at in taken or one.at in table.periods:
            continue
        unit = _unit(one.heading)
        is_other = unit and not unit.casefold().rstrip(".").endswith(("kr", "nok", "kroner"))
        if is_other or not one.heading or _is_counted(one.heading) or not _has_bare(table, one):
            continue
        other = Text("tall", "tal", meanings.FIGURE.word) if not unit else "kr"
        message = Said(_MAY_BE, scale=name(scale), heading=one.heading, other=other)
        found.append(Problem("warning", "guessed-amount", message, sheet, head, one.heading))
    return found


def _has_bare(table: Table, column: Column) -> bool:
    """Whether a number with no unit of its own stands in a column."""
    texts = (row[1][column.at] for row in table.rows if column.at < len(row[1]))
    return any((found := figure(text)) and not found.unit for text in texts if text.strip())


def in_kroner(text: str, scale: Scale) -> Said:
    """What to say of a cell that has kroner behind its number where the others count in more."""
    return Said(_IN_KRONER, text=text, scale=name(scale))
