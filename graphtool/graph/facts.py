"""Facts: sourced, dated statements about one node that are no relations."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from graphtool import dates


class Fact(NamedTuple):
    """A sourced, dated statement about one node that is no relation: a population, a number."""

    property: str
    value: str
    """As text, so that a municipality's number keeps its leading zero."""
    unit: str = ""
    valid_from: str = ""
    valid_to: str = ""
    document: str = ""
    line: int = 0
    quote: str = ""
    note: str = ""

    def as_dict(self) -> dict[str, str | int]:
        """Its fields by name, empty ones left out.

        >>> Fact("population", "15 000", valid_to="2019").as_dict()
        {'property': 'population', 'value': '15 000', 'valid_to': '2019'}
        """
        return {name: value for name, value in self._asdict().items() if value}


def by_node(ids: pd.Series[Any], facts: pd.DataFrame) -> list[tuple[Fact, ...]]:
    """The facts of each of these nodes, sorted, each once; `facts` are text rows with `node`.

    >>> rows = pd.DataFrame([{"node": "v", "property": "number", "value": "4223"}])
    >>> rows = rows.reindex(columns=["node", *Fact._fields], fill_value="")
    >>> [[fact.value for fact in found] for found in by_node(pd.Series(["v", "g"]), rows)]
    [['4223'], []]
    """
    found: dict[str, list[Fact]] = {}
    # As lists: pandas takes ten times as long to hand on its texts one by one.
    columns = {name: facts[name].to_numpy(dtype=object).tolist() for name in Fact._fields}
    numbers = {line: int(float(line or 0)) for line in set(columns["line"])}
    columns["line"] = [numbers[line] for line in columns["line"]]
    said = zip(*columns.values(), strict=True)
    for node, fact in zip(facts["node"].tolist(), map(Fact._make, said), strict=True):
        found.setdefault(node, []).append(fact)
    if not found:
        return [()] * len(ids)
    each = {node: tuple(sorted(set(some)) if some[1:] else some) for node, some in found.items()}
    return [each.get(node, ()) for node in ids.tolist()]


def in_force(facts: tuple[Fact, ...], day: int) -> tuple[Fact, ...]:
    """Those of a node's facts that are in force on that day, a number as 20150416.

    >>> people = (Fact("population", "15 000", valid_to="2019"), Fact("population", "15 100"))
    >>> [fact.value for fact in in_force(people, 20200101)]
    ['15 100']
    """
    return tuple(
        fact
        for fact in facts
        if dates.first_number(fact.valid_from) <= day <= dates.last_number(fact.valid_to)
    )
