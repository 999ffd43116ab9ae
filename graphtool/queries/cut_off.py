"""What falls apart: those who lose touch with the rest, part by part, and the columns of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypedDict

from graphtool.language import collation_key
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.fields import col, node_id

BETWEEN_PARTS = " | "

CutOff = Annotated[
    int,
    col(
        ("avskåret", "hvor mange som ville miste forbindelsen med resten"),
        ("avskorne", "kor mange som ville miste sambandet med resten"),
        ("cut off", "how many would lose touch with the rest"),
    ),
]
CutOffIds = Annotated[
    str,
    node_id(
        ("avskåret-id", "id-ene deres, i samme rekkefølge"),
        ("avskorne-id", "id-ane deira, i same rekkjefølgje"),
        ("cut off ids", "their ids, in the same order"),
    ),
]
CutOffNames = Annotated[
    str,
    col(
        ("hvem", "navnene deres, med ; innenfor en del og | mellom deler"),
        ("kven", "namna deira, med ; innanfor ein del og | mellom delar"),
        ("who", "their names, joined by ; within a part and by | between parts"),
    ),
]


class Cells(TypedDict):
    """The three columns of a row."""

    cut_off: int
    cut_off_ids: str
    cut_off_names: str


def listed_parts(parts: Sequence[Sequence[int]], called: Sequence[str]) -> list[list[int]]:
    """Parts of a network as they are listed: the larger first, then by first name.

    >>> listed_parts([[2], [1, 0]], ["Å", "B", "A"])
    [[1, 0], [2]]
    """
    by_name = [sorted(part, key=lambda n: (collation_key(called[n]), n)) for part in parts]
    return sorted(by_name, key=lambda part: (-len(part), collation_key(called[part[0]]), part))


def cells(lost: Sequence[Sequence[int]], ids: Sequence[str], names: Sequence[str]) -> Cells:
    """The columns, of parts as `listed_parts` gives them.

    >>> cells([[1, 0], [2]], ["å", "b", "a"], ["Å", "B", "A"])
    {'cut_off': 3, 'cut_off_ids': 'b; å; a', 'cut_off_names': 'B; Å | A'}
    """
    return {
        "cut_off": sum(map(len, lost)),
        "cut_off_ids": SEPARATOR.join(ids[at] for part in lost for at in part),
        "cut_off_names": BETWEEN_PARTS.join(
            SEPARATOR.join(names[at] for at in part) for part in lost
        ),
    }
