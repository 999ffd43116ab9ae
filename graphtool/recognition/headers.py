"""Rows of headings: two above each other as one, the titles of a table, and headings that run down.

«Ansvar» over «Hovedansvar» and «Medansvar» is two columns; «Mål 2: Næring» alone above headings is
what all of the table below it is part of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from graphtool import municipalities
from graphtool.recognition import heading_words, marks, name_forms, periods, wording, words
from graphtool.recognition.meanings import Meaning

if TYPE_CHECKING:
    from graphtool.recognition.grid import Row

SECTION = re.compile(
    r"(?P<word>[^\W\d_]+(?: mål)?)"
    r"(?:\s+[^\W_]{1,3}[.)]?\s*[:.–—-]|\s*:|\s+[–—-])\s*\S.*"
)
"""«Hovedmål A: Et robust næringsliv»: what it is, its letter or number, and what it is called."""
TITLED = ("FocusArea", "Strategy", "Goal")
"""What a title above a table may name that all in it is part of."""
TITLES = 3
"""So many rows right above the headings may say what the table is about."""
ROWS = 3
"""So many rows below each other may hold the headings of one table."""
SOME = 500
"""Rows that are looked at to tell what a column holds."""
LEAST = 3
"""So many headings below each other are no rows of a table."""
PIVOT = 20
"""Rows from the top in which a pivot table may begin, below its filters."""
MOST = 0.6
"""Share of the rows of a sheet whose first cells are headings, where these run down."""


def both(
    rows: Sequence[Row], at: int, wide: Mapping[int, Mapping[int, int]], end: int
) -> tuple[Row, int]:
    """The headings of the row at this place and of those that part them below; where data begin.

    >>> rows = [(1, ["Tiltak", "Ansvar", ""]), (2, ["", "Eier", "Deltakere"]), (3, ["Buss"])]
    >>> both(rows, 0, {}, 3)
    ((1, ['Tiltak', 'Eier', 'Deltakere']), 2)
    """
    number, cells = rows[at]
    begins = at + 1
    over: list[Mapping[int, int]] = [wide.get(number, {})]
    while begins < min(end, at + ROWS) and rows[begins][0] == number + begins - at:
        found = _parted(cells, rows, begins, over[-1])
        if found is None:
            break
        cells = found
        over.append(wide.get(rows[begins][0], {}))
        begins += 1
    if begins > at + 1:  # what the lower ones are drawn over counts before the upper
        for first, last in (pair for drawn in reversed(over) for pair in drawn.items()):
            cells = [
                text.strip() or (cells[first] if first < place <= last else "")
                for place, text in enumerate(cells)
            ]
    return (number, list(cells)), begins


def _parted(
    upper: Sequence[str], rows: Sequence[Row], at: int, drawn: Mapping[int, int]
) -> list[str] | None:
    """The headings of a row with those of the row at this place, which part some of them.

    None where that row is none of headings.
    """
    lower = rows[at][1]
    above = _spread(upper, len(lower), drawn)
    own = [text.strip() for text in (*upper, *[""] * len(lower))]
    parts = {
        place: said
        for place, text in enumerate(lower)
        if (said := text.strip()) and said != own[place]
    }
    over = {place: above[place][0] or own[place] for place in parts}
    is_drawn = all(above[place][1] for place in parts)
    are_known = all(_is_part(over[place], said) for place, said in parts.items())
    is_below = all(
        above[place][0] or (over[place] and _is_part(over[place], said))
        for place, said in parts.items()
    )
    has_rest = any(own[place] and place not in parts for place in range(len(lower)))
    begins = [
        max(at for at in range(place + 1) if own[at]) for place in parts if any(own[: place + 1])
    ]
    is_parted = len(set(begins)) < len(begins)  # one of them stands over two at least
    if not is_parted or not is_below or not has_rest:
        return None
    are_names = not any(
        heading_words.meaning(said) or periods.period(said) for said in parts.values()
    )
    are_marked = are_names and _are_marked(rows[at + 1 :], parts)
    if not (is_drawn or are_known or are_marked):
        return None
    cells = [*upper, *[""] * (max(len(upper), len(lower)) - len(upper))]
    for place, said in parts.items():
        cells[place] = said if are_marked else _under(over[place], said)
    return cells


def _are_marked(rows: Sequence[Row], places: Collection[int]) -> bool:
    """Whether what stands in these places below is nothing but marks, as in RACI."""
    cells = (cells[at].strip() for _, cells in rows[:SOME] for at in places if at < len(cells))
    filled = [text for text in cells if text]
    return bool(filled) and all(marks.roles(text, words.letters()) is not None for text in filled)


def _is_part(above: str, said: str) -> bool:
    """Whether a word below a heading is a heading itself, or one with it."""
    is_heading = bool(heading_words.meaning(said) or periods.period(said))
    return is_heading or _is_one_of(above, said) or bool(_in_one_word(above, said))


def _is_one_of(above: str, said: str) -> bool:
    """Whether a word below a role says of whom, or which of them: «Kommune», «Andre»."""
    role, meant = heading_words.meaning(above), heading_words.meaning(said)
    is_party = meant is not None and meant.group == "party"
    return bool(role and role.group == "role") and (is_party or words.is_one("qualifiers", said))


def _under(above: str, said: str) -> str:
    """A heading below another: what it is by itself, both in one word, or one behind the other.

    >>> _under("Ansvar", "Med-"), _under("Ansvar", "Tinn"), _under("Ansvar", "Eier")
    ('Medansvar', 'Ansvar Tinn', 'Eier')
    >>> _under("Ansvarlig", "Kommune"), _under("Når", "1. kvartal"), _under("Kostnad", "2026")
    ('Ansvarlig (Kommune)', '1. kvartal', 'Kostnad 2026')
    >>> _under("Status", "Pågår")
    'Status: Pågår'
    """
    over = heading_words.meaning(above)
    if over and over.word in ("status", "priority"):
        return f"{above}: {said}"
    if _is_one_of(above, said):
        return f"{above} ({said})"
    if heading_words.meaning(said) or (periods.period(said) and _is_time(above)):
        return said
    return _in_one_word(above, said) or f"{above} {said}"


def _is_time(heading: str) -> bool:
    meant = heading_words.meaning(heading)
    return bool(periods.period(heading)) or (meant is not None and meant.word == "deadline")


def _in_one_word(above: str, said: str) -> str:
    """The role that a heading and what stands below it are in one word; empty for none."""
    one = said.rstrip("-– ") + above.casefold()
    meant = heading_words.meaning(one)
    return one if meant and meant.group == "role" else ""


def _spread(cells: Sequence[str], width: int, drawn: Mapping[int, int]) -> list[tuple[str, bool]]:
    """By place, the heading that stands there or left of it, and whether it is drawn over several.

    What stands over one column alone is empty: nothing below it is a part of it.
    """
    filled = [text.strip() for text in cells] + [""] * max(0, width - len(cells))
    out: list[tuple[str, bool]] = []
    last, until = "", -1
    for place, said in enumerate(filled):
        if said:
            last, until = said, drawn.get(place, -1)
        is_alone = bool(said) and (place + 1 >= len(filled) or bool(filled[place + 1]))
        out.append(("" if is_alone and place > until else last, place <= until))
    return out


def titles(rows: Sequence[Row], start: int, after: int) -> tuple[tuple[int, str], ...]:
    """What stands alone in rows right above those headings, and their numbers.

    Below a table without a blank row between only what says that it is a goal or the like, where
    the table has no column of these: another row may be the table's own.

    `after` is the row of the headings before these: their own rows are no titles.

    >>> rows = [(1, ["Tiltak", "Frist"]), (2, ["Vei", "2026"])]
    >>> titles([*rows, (4, ["Mål 2: Bru"]), (5, ["Tiltak", "Frist"])], 3, 1)
    ((4, 'Mål 2: Bru'),)
    """
    found: list[tuple[int, str]] = []
    for at in range(start - 1, max(-1, start - 1 - TITLES), -1):
        number, cells = rows[at]
        filled = [text.strip() for text in cells if text.strip()]
        below = rows[at + 1][0]
        if len(filled) != 1 or number <= after or below - number > 1 + (not found):
            break
        found.append((number, filled[0]))
    found.reverse()
    if found and after and not _is_parted(rows, start - len(found)):
        heads = next(cells for number, cells in rows if number == after)
        listed = {meant.word for text in heads if (meant := heading_words.meaning(text))}
        while found and not ((meant := titled(found[0][1])) and meant.word not in listed):
            found.pop(0)
    return tuple(found)


def section(text: str) -> Meaning | None:
    """What a title says first that it is: a goal, a focus area or another meaning; None for none.

    >>> str(section("Hovedmål A: Et robust næringsliv")), section("Ny bru: del 2")
    ('Goal.main', None)
    """
    found = SECTION.fullmatch(wording.plain(text))
    return heading_words.meaning(found["word"]) if found else None


def titled(text: str) -> Meaning | None:
    """The goal, strategy or focus area that a title says it is; None for another.

    >>> str(titled("Mål 2: Bru")), titled("Tiltak 2: Bru")
    ('Goal', None)
    """
    found = section(text)
    return found if found and found.word in TITLED else None


def _is_parted(rows: Sequence[Row], at: int) -> bool:
    """Whether a blank row stands above the row at this place."""
    return at == 0 or rows[at][0] - rows[at - 1][0] > 1


def is_turned(rows: Sequence[Row]) -> bool:
    """Whether headings run down the first column, and each column is a thing.

    >>> is_turned([(1, ["Tiltak", "Vei"]), (2, ["Ansvarlig", "Tinn"]), (3, ["Frist", "2026"])])
    True
    """
    filled = [[at for at, text in enumerate(cells) if text.strip()] for _, cells in rows]
    left = min((places[0] for places in filled if places), default=0)
    firsts = [
        cells[left].strip() for (_, cells), at in zip(rows, filled, strict=True) if left in at
    ]
    meant = [str(found) for text in firsts if (found := heading_words.meaning(text))]
    are_each_one = len(set(map(wording.key, firsts))) == len(firsts)
    return are_each_one and len(set(meant)) >= LEAST and len(meant) >= MOST * len(rows)


def is_pivot(rows: Sequence[Row]) -> bool:
    """Whether a sheet holds a pivot table: how many there are of what stands in another sheet.

    >>> is_pivot([(1, ["Antall av Tiltak"]), (2, ["Radetiketter", "Ferdig"]), (3, ["Næring", "2"])])
    True
    """
    first = (text for _, cells in rows[:PIVOT] for text in cells if text)
    return any(words.is_one("pivot", text) for text in first)


def explains(rows: Sequence[Row], heads: Collection[str]) -> bool:
    """Whether headings that run down are explained beside themselves, and are no thing's own.

    `heads` are the headings of the tables that were read, as `wording.key` has them.

    >>> explains([(1, ["Mål", "Det vi vil oppnå"]), (2, ["Frist", "Når det skal være ferdig"])], ())
    True
    >>> explains([(1, ["Mål", "Trygg skolevei"]), (2, ["Frist", "2026"])], ("mal", "frist"))
    False
    """
    filled = [[text.strip() for text in cells if text.strip()] for _, cells in rows]
    said = [cell for _, *beside in filled for cell in beside]
    if not said or any(_is_value(cell) for cell in said):
        return False
    are_known = all(wording.key(first) in heads for first, *beside in filled if beside)
    return are_known or sum(map(words.explains, said)) >= MOST * len(said)


def _is_value(cell: str) -> bool:
    """Whether a cell is a time, a figure, a municipality or a person: no explanation is."""
    is_said = cell[:1].isdigit() or bool(periods.period(cell) or municipalities.find(cell))
    return is_said or name_forms.has_first_name(cell)


def is_square(across: Sequence[str], down: Sequence[str]) -> bool:
    """Whether names across are those down, nearly all of both.

    >>> is_square(["Tinn", "Vinje", "Sum"], ["Tinn", "Vinje"]), is_square(["Tinn"], ["Vinje"])
    (True, False)
    """
    heads = {key for text in across if (key := wording.key(text))}
    names = {key for text in down if (key := wording.key(text))}
    both = heads & names
    return len(both) >= 2 and len(both) >= MOST * max(len(heads), len(names))


def square(rows: Sequence[Row]) -> int | None:
    """The place of the row whose names stand below each other in the rows after it too."""
    for at, (_, cells) in enumerate(rows[: TITLES + 1]):
        filled = [place for place, text in enumerate(cells) if text.strip()]
        if len(filled) > 1 and filled[0] > 0:
            down = [row[filled[0] - 1] for _, row in rows[at + 1 :] if len(row) >= filled[0]]
            if is_square([cells[place] for place in filled], down):
                return at
    return None
