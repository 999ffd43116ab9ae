"""What concerns which municipality and region."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.graph.carrying import SUCCESSION
from graphtool.graph.once import once
from graphtool.maps.edges import Links

if TYPE_CHECKING:
    from scipy.sparse import csr_array

STRUCTURE = "PART_OF"
ANSWERING = ("OWNS", "RESPONSIBLE_FOR", "COORDINATES", "LEADS")
"""Relations of a party to what it answers for; the legend tells them apart."""
RELATIONS = list(schema.RELATIONS)


def places(graph: PlanGraph) -> dict[int, set[int]]:
    """What concerns each municipality and region, by the place's position; {} without places.

    See `concerning`, which has the same as a matrix.
    """
    spots, matrix = concerning(graph)
    rows = np.split(matrix.indices, matrix.indptr[1:-1]) if spots else []
    return {spot: set(row.tolist()) for spot, row in zip(spots, rows, strict=True)}


def homes(graph: PlanGraph) -> dict[int, list[int]]:
    """The municipalities that each node concerns, by positions; a municipality itself has none."""
    kinds = graph.nodes["kind"].astype(str).tolist()
    found: dict[int, list[int]] = {}
    for place, members in places(graph).items():
        for member in members if kinds[place] == "Municipality" else ():
            if kinds[member] != "Municipality":
                found.setdefault(member, []).append(place)
    return found


@once
def towns(graph: PlanGraph) -> dict[int, set[int]]:
    """The municipalities of each place, by positions: of a municipality itself, of a region its."""
    is_town = (graph.nodes["kind"].astype(str) == "Municipality").to_numpy()
    return {
        place: {node for node in members if is_town[node]}
        for place, members in places(graph).items()
    }


def concerning(graph: PlanGraph) -> tuple[list[int], csr_array]:
    """Municipalities and regions, and for each a row of what concerns it: places x nodes.

    A municipality concerns itself, what has an edge to it, the parts of those, and the regions
    that it is part of. A region concerns what its municipalities and its own parts concern as
    well. A successor is another place.
    """
    from scipy.sparse import csr_array, eye_array

    size, links = len(graph.nodes), Links.of_graph(graph)
    is_spot = graph.nodes["kind"].astype(str).isin(schema.PLACES).to_numpy()
    spots = np.flatnonzero(is_spot)
    structure = links.of(STRUCTURE)
    other = np.isin(links.relation, [RELATIONS.index(r) for r in (STRUCTURE, SUCCESSION)])
    ties = links.where(~other)
    parts = _matrix(structure.target, structure.source, size)
    near = _matrix(ties.source, ties.target, size)
    start = eye_array(size, format="csr", dtype=bool)[spots]
    inside = _below(start, parts)
    # What lies beside a place within reach is no part of it; what hangs on that is.
    beside = csr_array((inside @ (near + near.T)).multiply(~is_spot))
    found = inside + _below(beside, parts) + start @ parts.T
    found.sort_indices()
    return spots.tolist(), found


@once
def held(graph: PlanGraph) -> tuple[list[int], csr_array]:
    """As `concerning`, with what each of that is part of, but no other place, and who answers.

    A filter that kept a municipality's measures and left out their goals would show them as if
    they served nothing, and one that left out who answers, as if nobody did.
    """
    spots, found = concerning(graph)
    structure = Links.of_graph(graph).of(STRUCTURE)
    is_spot = graph.nodes["kind"].astype(str).isin(schema.PLACES).to_numpy()
    upwards = structure.where(~is_spot[structure.source] & ~is_spot[structure.target])
    whole = _below(found, _matrix(upwards.source, upwards.target, len(graph.nodes)))
    is_party = graph.nodes["kind"].astype(str).isin(schema.PARTIES).to_numpy()
    answers = Links.of_graph(graph).of(*ANSWERING)
    answers = answers.where(is_party[answers.source] & ~is_party[answers.target])
    whole = whole + whole @ _matrix(answers.target, answers.source, len(graph.nodes))
    whole.sort_indices()
    return spots, whole


def _matrix(rows: NDArray[np.int64], columns: NDArray[np.int64], size: int) -> csr_array:
    from scipy.sparse import csr_array

    return csr_array((np.ones(len(rows), dtype=bool), (rows, columns)), shape=(size, size))


def _below(start: csr_array, parts: csr_array) -> csr_array:
    """Each row with the parts of what it holds, and theirs."""
    reached = rim = start.astype(bool)
    while rim.nnz:
        rim = (rim @ parts) > reached
        reached = reached + rim
    return reached
