"""What is said beside layers of dependencies: what can begin, what holds most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, listed, plain
from graphtool.queries.dependency_notes import DEPENDENCIES
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


NOW, AFTER, CIRCLE = "now", "after", "circle"


def layer_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many layers there are, and what can start now that others wait for.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "ab"],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b", "status": "pending"}])
    >>> run("dependency-layers", graph).notes[0].en
    'Layers: 2; 1 of 2 wait for nothing. Among them is what others wait for: B.'
    """
    if rows.empty:
        return [absent(DEPENDENCIES, options["as_of"])]
    ready = rows[rows["start"] == NOW]
    first = ready[ready["holds_up"] > 0].sort_values("holds_up", ascending=False, kind="stable")
    said = Text(
        "{layers} lag; {n} av {total} venter ikke på noe.{first}",
        "{layers} lag; {n} av {total} ventar ikkje på noko.{first}",
        "Layers: {layers}; {n} of {total} wait for nothing.{first}",
    )
    holding = HOLDING.format(names=listed(plain(first["name"])))
    notes = [
        said.format(
            layers=int(rows["layer"].max()),
            n=len(ready),
            total=len(rows),
            first=holding if len(first) else "",
        )
    ]
    circles = int((rows["start"] == CIRCLE).sum())
    if circles:
        notes.append((ITSELF if circles == 1 else CIRCLES).format(n=circles))
    return notes


HOLDING = Text(
    " Blant dem er det andre venter på: {names}.",
    " Mellom dei er det som andre ventar på: {names}.",
    " Among them is what others wait for: {names}.",
)
ITSELF = Text(
    "1 venter på seg selv og kan ikke begynne før ringen brytes (se dependency-cycles).",
    "1 ventar på seg sjølv og kan ikkje byrje før ringen blir broten (sjå dependency-cycles).",
    "1 waits for itself and cannot start before that circle is broken (see dependency-cycles).",
)
CIRCLES = Text(
    "{n} venter på hverandre i ring og kan ikke begynne før ringen brytes (se dependency-cycles).",
    "{n} ventar på kvarandre i ring og kan ikkje byrje før ringen blir broten (sjå"
    " dependency-cycles).",
    "{n} wait for each other in circles and cannot start before these are broken (see"
    " dependency-cycles).",
)
