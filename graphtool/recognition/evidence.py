"""What a row of a dataset's sheet rests on: the cell that says it."""

from __future__ import annotations

from collections.abc import Iterable

from graphtool.graph.checker import FILE, ROW
from graphtool.recognition.found import Cell

LONGEST_QUOTE = 2000
"""Letters of a cell that are quoted: a list of thousands would be kept once for each in it."""
COLUMNS = ("document", "line", "quote", FILE, ROW)


def of(cell: Cell, *names: str) -> tuple[object, ...]:
    """Where something stands; of a very long cell the part that says it, by one of these names."""
    line = str(cell.row) if cell.row else ""
    return cell.document, line, _part(cell.text, names), cell.sheet, cell.row


def _part(text: str, names: Iterable[str]) -> str:
    """A text, or whole words of one that is too long for each of those whom it names to keep it.

    >>> many = "; ".join(f"Lag {number}" for number in range(1000))
    >>> _part("Lag 1", ["Lag 1"]), _part(many, ["Lag 500"])[:6], len(_part(many, ["Lag 500"]))
    ('Lag 1', 'Lag 38', 1997)
    >>> _part(many, ["Ås"])[:6], _part("x" * 5000, ["y"]) == "x" * LONGEST_QUOTE
    ('Lag 0;', True)
    """
    if len(text) <= LONGEST_QUOTE:
        return text
    found = next((at for name in names if (at := text.find(name)) >= 0), 0)
    first = max(found - LONGEST_QUOTE // 2, 0)
    part = text[first : first + LONGEST_QUOTE]
    begins = part.find(" ") + 1 if first else 0
    ends = part.rfind(" ") if first + LONGEST_QUOTE < len(text) else len(part)
    return part[begins:ends].strip() if ends > begins else part
