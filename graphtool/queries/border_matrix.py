"""Who depends on whom as a matrix: a row and a column each, and how many paths of each kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

from graphtool.language import Text, collation_key, same
from graphtool.queries import columns
from graphtool.queries.border_kinds import KIND_WORDS
from graphtool.queries.fields import Column, PartyId, col, node_id
from graphtool.queries.matrix import require_readable

if TYPE_CHECKING:
    import pandas as pd

Matrix = tuple[type, "pd.DataFrame"]
_Dependent = Annotated[
    str,
    col(
        ("avhengig", "hvem som er avhengig av andre"),
        ("avhengig", "kven som er avhengig av andre"),
        ("dependent", "who depends on others"),
    ),
]
_Paths = Annotated[
    int,
    col(
        ("veier", "alle veier i raden"),
        ("vegar", "alle vegar i rada"),
        ("paths", "all paths of the row"),
    ),
]
_LEAD_TO_IT = Text(
    "hvor mange veier som fører til den, etter slag",
    "kor mange vegar som fører til han, etter slag",
    "how many paths lead to it, by kind",
)


def matrix(rows: pd.DataFrame) -> Matrix:
    """The row type and the rows of the matrix of these rows of a query of dependencies.

    A row for each municipality, or party, that depends on another, a column for each that another
    depends on, named by its id; a cell says how many paths of each kind there are, as
    `hosted 2; stated 1`, and nothing where there is none. The last column counts all paths of the
    row. Raises `GraphtoolError` for a matrix that nobody could read.

    >>> from graphtool import PlanGraph
    >>> from graphtool.queries.registry import ask
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "ab"],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b"}])
    >>> matrix(ask(graph, "municipal-dependencies"))[1].to_dict("records")
    [{'municipality': 'a', 'name': 'A', 'b': 'stated 1', 'paths': 1}]
    """
    who = next(name for name in WHO if name in rows)
    ones, others = _ends(rows, who, "name"), _ends(rows, "depends_on", "depends_on_name")
    require_readable(len(ones), len(others))
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for one, other, kind in zip(*(rows[n] for n in (who, "depends_on", "kind")), strict=True):
        cell = counts.setdefault((one, other), dict.fromkeys(KIND_WORDS, 0))
        cell[kind] += 1
    fields: dict[str, object] = {who: WHO[who], "name": _Dependent}
    table: dict[str, list[Any]] = {who: list(ones), "name": list(ones.values())}
    for at, name in others.items():
        heading = Column(same(name), _LEAD_TO_IT, said=_counted_in_words)
        # A node may be called by an id that is the name of a column of ours.
        key = at if at not in (*fields, PATHS) else f"{at} "
        fields[key] = Annotated[str | None, heading]
        table[key] = [_cell(counts.get((one, at), {})) for one in ones]
    fields[PATHS] = _Paths
    paths = Counter(rows[who])
    table[PATHS] = [paths[one] for one in ones]
    row = type("DependencyMatrix", (), {"__annotations__": fields})
    return row, columns.table(row, **table)


WHO: dict[str, object] = {
    "municipality": Annotated[
        str, node_id(("kommune-id", "id"), ("kommune-id", "id"), ("municipality", "id"))
    ],
    "party": PartyId,
}
"""Who depends on others: the first column."""
PATHS = "paths"
"""The last column's name."""


def _ends(rows: pd.DataFrame, node: str, name: str) -> dict[str, str]:
    """Names by id, in the order of names."""
    found = dict(zip(rows[node], rows[name], strict=True))
    return dict(sorted(found.items(), key=lambda item: (collation_key(item[1]), item[0])))


def _cell(counts: dict[str, int]) -> str:
    return columns.SEPARATOR.join(f"{kind} {n}" for kind, n in counts.items() if n)


def _counted_in_words(cell: str) -> Text:
    """A cell with the kinds in words.

    >>> _counted_in_words("stated 1; hosted 2").nb
    'forutsetning 1; drift og ledelse 2'
    """
    parts = [part.rpartition(" ") for part in cell.split(columns.SEPARATOR)]
    said = [[KIND_WORDS[kind][at] + f" {n}" for kind, _, n in parts] for at in range(3)]
    return Text(*map(columns.SEPARATOR.join, said))
