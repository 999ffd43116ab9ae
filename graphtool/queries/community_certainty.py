"""How good and how sure a partition into communities is, and whether it says anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

MEANINGFUL = 0.3
"""Modularity from which a partition tells something.

A. Clauset, M. E. J. Newman and C. Moore, Physical Review E 70, 066111 (2004), p. 2.
"""


class Certainty(NamedTuple):
    """How sure the partition is; see `algorithms.modularity.Division`."""

    proved: bool
    """Whether no partition has a higher modularity, at the resolution asked for."""
    ways: int | None
    """How many have the same, this one among them; None where that is not known."""
    canonical: bool
    """Whether the network alone tells which is shown, whatever the ids are."""


CERTAINTY = "certainty"
"""Where the rows of `communities` carry their `Certainty`: among the table's `attrs`."""


def certainty(rows: pd.DataFrame) -> Certainty:
    """How sure the partition is that the rows of `communities` are.

    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> from graphtool.queries import ask
    >>> certainty(ask(graph, "communities")).proved
    True
    """
    found: Certainty = rows.attrs[CERTAINTY]
    return found


def modularity(rows: pd.DataFrame) -> float:
    """Modularity Q of the partition that the rows of `communities` are; 0 without ties.

    The share of all weight that lies inside communities, less what would by chance (Newman and
    Girvan 2004, Physical Review E 69, 026113, equation 5, here with weights), to nine decimals.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"community": [1, 1, 2, 2], "strength": [1.0] * 4, "inside": [1.0] * 4})
    >>> modularity(rows)  # two pairs, each tied to each other alone
    0.5
    """
    within, chance = shares(rows)
    return round(within - chance, 9) + 0.0


def shares(rows: pd.DataFrame) -> tuple[float, float]:
    """How much of all weight lies inside communities, and would by chance; none without ties.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"community": [1, 1, 2, 2], "strength": [1.0] * 4, "inside": [1.0] * 4})
    >>> shares(rows)  # two pairs, each tied to each other alone
    (1.0, 0.5)
    """
    total = float(rows["strength"].sum())
    if not total:
        return 0.0, 0.0
    parts = rows.assign(within=rows["strength"] * rows["inside"]).groupby("community")
    sums = parts[["within", "strength"]].sum() / total
    return float(sums["within"].sum()), float((sums["strength"] ** 2).sum())


def is_meaningful(rows: pd.DataFrame) -> bool:
    """Whether the partition says something: at least two communities of several, Q high enough.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"community": [1, 1, 2, 2], "strength": [1.0] * 4, "inside": [1.0] * 4,
    ...                      "size": 2})
    >>> is_meaningful(rows), is_meaningful(rows.assign(community=1))
    (True, False)
    """
    return several(rows) > 1 and modularity(rows) >= MEANINGFUL


def several(rows: pd.DataFrame) -> int:
    """How many communities have more than one member.

    >>> import pandas as pd
    >>> several(pd.DataFrame({"community": [1, 1, 2], "size": [2, 2, 1]}))
    1
    """
    return len(set(rows.loc[rows["size"] > 1, "community"]))
