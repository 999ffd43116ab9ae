"""How closely knit the network of those that work together is, measure by measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Unpack, get_args

import numpy as np
import pandas as pd

from graphtool.algorithms import cohesion as whole
from graphtool.algorithms import core_periphery, permutation
from graphtool.algorithms.betweenness import betweenness
from graphtool.algorithms.distances import Distances, distances
from graphtool.language import collation_key
from graphtool.queries import columns, groups, networks
from graphtool.queries.cohesion_columns import Cohesion
from graphtool.queries.cohesion_limits import LIMITS, limits
from graphtool.queries.cohesion_measures import MEASURES
from graphtool.queries.cohesion_notes import ALONE, CORE, cohesion_notes
from graphtool.queries.networks import Network, NetworkOptions
from graphtool.queries.party_groups import Grouping
from graphtool.queries.query import Askable
from graphtool.queries.registry import query

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Array, Integers
    from graphtool.algorithms.permutation import Chance
    from graphtool.graph import PlanGraph


DIGITS = 9


@query(Cohesion, order=("place",), notes=cohesion_notes, reads=networks.reads)
def cohesion(graph: PlanGraph | Askable, **options: Unpack[NetworkOptions]) -> pd.DataFrame:
    """How closely knit those that work together are as a whole: one row a measure, in words.

    The network is that of `centrality`: who shares an activity with whom; or that of one relation
    between parties (`party-relations`), which has a direction. Each row has its value, the least
    and the most that it can be for so many parties, what it means, and its definition. Distances,
    centralisation, transitivity and core take ties as equal. Where a measure is not defined (no
    pairs, no ties, closeness where not all reach all) it has no value, nor has an E-I
    index where no two or all are in one group; what needs a direction is left out of a network
    without one, and what needs none of one that has. The E-I indexes go by
    `party-groups`; a party that is not of one group alone (of none, or shared by several) counts
    as a group of its own; p is two-sided, of 2 000 seeded permutations of the parties (above 50 000
    ties of fewer, at least 200). Above 2 000 parties betweenness is estimated and no core is looked
    for, above 400 no least upper bound: the notes say so, and what is not looked for has no row.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abc"],
    ...     [{"source": "a", "relation": "COLLABORATES_WITH", "target": "b"},
    ...      {"source": "b", "relation": "COLLABORATES_WITH", "target": "c"}])
    >>> rows = cohesion(graph).set_index("measure")["value"]
    >>> rows[["degree_centralisation", "diameter", "transitivity"]].tolist()
    [1.0, 2.0, 0.0]
    """
    net = networks.asked(graph, **options)
    if not len(net.names):
        return columns.table(
            Cohesion, **{name: _NOTHING[name] for name in Cohesion.__annotations__}
        )
    n = len(net.names)
    limited = limits(n, directed=net.directed)
    found, core, error = _measured(net, limited.sources)
    named = groups.named(graph, net.names, get_args(Grouping), **options)
    numbers = {by: groups.numbered(group) for by, group in named.items()}
    chances = _by_group(net, numbers)
    found |= {f"ei_{by}": chance and chance.value for by, chance in chances.items()}
    left_out = _LEFT_OUT[net.directed] | limited.left_out.keys()
    found = {name: value for name, value in found.items() if name not in left_out}
    table = columns.table(
        Cohesion,
        measure=list(found),
        value=[_rounded(value) for value in found.values()],
        lowest=[-1.0 if name.startswith(("ei_", "core")) else 0.0 for name in found],
        highest=[float(_highest(name, net)) for name in found],
        expected=[_rounded(_chance(chances, name).expected) for name in found],
        p=[_rounded(_chance(chances, name).p) for name in found],
        meaning=list(found),
        definition=[MEASURES[name].definition.en for name in found],
        place=list(range(1, len(found) + 1)),
    )
    table.attrs[LIMITS] = limited, error
    table.attrs[ALONE] = {by: int((group >= n).sum()) for by, group in numbers.items()}
    if core is not None:
        members = sorted(net.names[core.members], key=collation_key)
        table.attrs[CORE] = tuple(members), core.ways
    return table


_NOTHING: dict[str, object] = {
    name: pd.Series(dtype="float64") for name in ("value", "lowest", "highest", "expected", "p")
} | {"measure": [], "meaning": [], "definition": [], "place": pd.Series(dtype="int64")}
_NO_CHANCE = permutation.Chance(np.nan, np.nan, np.nan)
_LEFT_OUT = {
    False: {
        "in_centralisation",
        "out_centralisation",
        "dyad_reciprocity",
        "arc_reciprocity",
        "hierarchy",
        "upper_bound",
    },
    True: {
        "degree_centralisation",
        "closeness_centralisation",
        "betweenness_centralisation",
        "core_periphery",
    },
}


def _chance(chances: dict[str, Chance | None], name: str) -> Chance:
    return chances.get(name.removeprefix("ei_")) or _NO_CHANCE


def _rounded(value: float | None) -> float:
    return float("nan") if value is None else round(float(value), DIGITS) + 0.0


def _highest(name: str, net: Network) -> float:
    n = len(net.names)
    most = {"parties": n, "components": n, "isolates": n, "ties": net.possible}
    longest = max(n - 1, 0)
    return {**most, "average_distance": longest, "diameter": longest}.get(name, 1)


class _Found(NamedTuple):
    """Every measure but those of groups, in the order of `MEASURES`; and what goes with them."""

    values: dict[str, float | None]
    core: core_periphery.Core | None
    error: float
    """Three standard errors of the centralisation by betweenness."""


def _measured(net: Network, sources: int | None) -> _Found:
    """What there is; betweenness from so many sources, or from all."""
    n, matrix = len(net.names), net.matrix
    both = net.either_way
    parts, away = whole.sizes(matrix), distances(matrix)
    clusters = whole.clustering(both)
    mutual = whole.mutual(matrix) if net.directed else 0
    core = None if net.directed else core_periphery.core(both)
    reached = int(away.reached.sum())
    between, errors = np.zeros(n), np.zeros(n)
    if not net.directed:
        between, errors = betweenness(matrix, sources)
    found: dict[str, float | None] = {
        "parties": n,
        "ties": net.ties,
        "density": whole.ratio(net.ties, net.possible),
        "components": len(parts),
        "isolates": int((np.diff(both.indptr) == 0).sum()),
        "largest_component": whole.ratio(int(parts.max(initial=0)), n),
        "average_distance": whole.ratio(float(away.total.sum()), reached),
        "diameter": int(away.farthest.max()) if reached else None,
        **_centralised(net, away, between),
        "transitivity": clusters.transitivity,
        "clustering": float(clusters.local.mean()) if n else None,
        "dyad_reciprocity": whole.ratio(mutual, net.ties - mutual),
        "arc_reciprocity": whole.ratio(2 * mutual, net.ties),
        "connectedness": whole.connectedness(parts),
        "hierarchy": whole.hierarchy(whole.sizes(matrix, connection="strong"), away),
        "efficiency": whole.efficiency(parts, net.ties, directed=net.directed),
        "upper_bound": whole.upper_bounds(matrix) if net.directed else None,
        "core_periphery": core and core.fit,
    }
    # The foremost stands above all others: the centralisation is off by about what it is.
    return _Found(found, core, float(errors[between.argmax()]))


def _centralised(net: Network, away: Distances, between: Array) -> dict[str, float | None]:
    """How far one party stands above the others, by several measures."""
    n, matrix = len(net.names), net.matrix
    out = np.diff(matrix.indptr)
    if net.directed:
        into = np.bincount(matrix.indices, minlength=n)
        most = float(n - 1) ** 2
        return {
            "in_centralisation": whole.centralisation(into, most),
            "out_centralisation": whole.centralisation(out, most),
        }
    joined = bool(n) and bool((away.reached == n - 1).all())
    close = np.divide(n - 1, away.total, out=np.zeros(n), where=away.total > 0)
    most = (n - 1) * (n - 2) / (2 * n - 3)
    return {
        "degree_centralisation": whole.centralisation(out, float(n - 1) * (n - 2)),
        "closeness_centralisation": whole.centralisation(close, most) if joined else None,
        "betweenness_centralisation": whole.centralisation(between, n - 1),
    }


def _by_group(net: Network, numbers: dict[str, Integers]) -> dict[str, Chance | None]:
    """The E-I index of each way of grouping; None where it means nothing."""
    one, other = net.matrix.nonzero()
    ends = one.astype(np.int64), other.astype(np.int64)
    if not net.directed:
        once = ends[0] < ends[1]
        ends = ends[0][once], ends[1][once]
    return {by: permutation.external_internal(ends, group) for by, group in numbers.items()}
