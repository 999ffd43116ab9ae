"""What a finding is, and which edges one rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.language import Text

if TYPE_CHECKING:
    import pandas as pd

Edge = tuple[str, str, str]
"""Source, target and relation."""


class Finding(NamedTuple):
    """A fact about the map, in a sentence, with what it is about and where it comes from."""

    key: str
    """What it is called where it is linked to; the same as long as the fact is about the same."""
    text: Text
    """One sentence in each language."""
    nodes: tuple[str, ...]
    """Ids of the nodes that it is about."""
    edges: tuple[Edge, ...]
    """The edges that it rests on; empty where it rests on all, or on what is missing."""
    query: str
    """The query whose rows say it."""


def distinct(rows: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """What stands in these columns, each once, in the order of the rows.

    >>> import pandas as pd
    >>> distinct(pd.DataFrame({"source": ["a", "a"], "target": ["b", "b"]}), "source", "target")
    [('a', 'b')]
    """
    return list(dict.fromkeys(zip(*(rows[name].astype(object) for name in columns), strict=True)))
