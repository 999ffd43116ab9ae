"""Why one municipality depends on another: reasons of each kind, each with its path."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import reduce
from operator import or_

from graphtool import schema
from graphtool.queries.borders import (
    AIMS,
    DOING,
    FUNDING,
    JOINING,
    RUNNING,
    SERVED,
    SERVING,
    WHOLES,
    Borders,
    Reason,
    own_of,
)
from graphtool.queries.links import hops, turned
from graphtool.queries.reach import Crossing, Search
from graphtool.queries.resource_needs import Needs


def _reasons(
    asked: Borders, search: Search, own: Mapping[int, Collection[int]]
) -> Iterator[Reason]:
    """The crossings of a search as reasons."""
    for one, starts in own.items():
        if one & asked.ones:
            for found in search.crossings(one, starts, asked.others):
                yield _reason(asked, search, found)


def _reason(asked: Borders, search: Search, found: Crossing) -> Reason:
    (one,), (other,) = asked.homes.of_bits(found.one), asked.homes.of_bits(found.other)
    between = hops(search.ahead, found.nodes)
    ends = found.nodes[0], found.nodes[-1]
    path = asked.path(one, between, other, ends)
    return Reason(one, other, *ends, path, between[0], len(between))


def stated(asked: Borders) -> Iterator[Reason]:
    """Something of the one's depends on something of the other's.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"},
    ...      {"id": "b", "kind": "Municipality"}],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b"}])
    >>> asked = Borders(graph, longest=4, ends=(-1, -1))
    >>> [(reason.one, reason.other) for reason in stated(asked)]
    [(0, 1)]
    """
    homes = asked.homes
    search = Search.over(asked.needs, asked.names.place, homes.own, asked.longest)
    own, common = own_of(homes.own), own_of(homes.common)
    starts = {bit: {*own.get(bit, ()), *common.get(bit, ())} for bit in own}
    for reason in _reasons(asked, search, starts):
        own_too = homes.own.get(reason.dependent, 0) & homes.bit(reason.one)
        yield reason._replace(inferred=not own_too)


def carried_out(asked: Borders) -> Iterator[Reason]:
    """What the one answers for is served, or carried, by what the other does.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"},
    ...      {"id": "b", "kind": "Municipality"},
    ...      {"id": "g", "kind": "Goal"},
    ...      {"id": "m", "kind": "Measure"}],
    ...     [{"source": "a", "relation": "OWNS", "target": "g"},
    ...      {"source": "b", "relation": "OWNS", "target": "m"},
    ...      {"source": "m", "relation": "CONTRIBUTES_TO", "target": "g"}])
    >>> asked = Borders(graph, longest=4, ends=(-1, -1))
    >>> [(reason.one, reason.other) for reason in carried_out(asked)]  # b's measure, a's goal
    [(0, 1)]
    """
    held, done, whole = asked.homes.held, asked.of_kinds(DOING), asked.of_kinds(WHOLES)
    place, longest = asked.names.place, asked.longest
    seen = set()
    for ahead, starts, ends in (
        (asked.along(SERVING, back=True), asked.of_kinds(SERVED), done),
        (asked.along(("PART_OF",)), asked.of_kinds(AIMS), whole),
    ):
        there = {node: bits for node, bits in held.items() if node in ends}
        search = Search.over(ahead, place, held, longest, there)
        for reason in _reasons(asked, search, own_of(held, starts)):
            key = reason[:4]
            if key not in seen:
                seen.add(key)
                yield reason


def funded(asked: Borders) -> Iterator[Reason]:
    """The other funds what the one owns, leads, hosts or answers for, or the one itself.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"},
    ...      {"id": "b", "kind": "Municipality"}],
    ...     [{"source": "b", "relation": "FUNDS", "target": "a"}])
    >>> asked = Borders(graph, longest=4, ends=(-1, -1))
    >>> [(reason.one, reason.other) for reason in funded(asked)]
    [(0, 1)]
    """
    homes = asked.homes
    for payee, payers in asked.along(FUNDING, back=True).items():
        theirs = homes.held.get(payee, 0)
        for payer, hop in payers.items():
            paying = homes.acting.get(payer, 0)
            for one, other in asked.pairs(theirs & ~paying, paying & ~theirs):
                path = asked.path(one, (hop,), other, (payee, payer))
                yield Reason(one, other, payee, payer, path, hop, 1)


def hosted(asked: Borders) -> Iterator[Reason]:
    """The one has joined, takes part in or has adopted what the other runs and it does not.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"},
    ...      {"id": "b", "kind": "Municipality"},
    ...      {"id": "n", "kind": "Actor"}],
    ...     [{"source": "b", "relation": "HOSTS", "target": "n"},
    ...      {"source": "a", "relation": "MEMBER_OF", "target": "n"}])
    >>> asked = Borders(graph, longest=4, ends=(-1, -1))
    >>> [(reason.one, reason.other) for reason in hosted(asked)]
    [(0, 1)]
    """
    if asked.longest < 2:
        return
    acting, place = asked.homes.acting, asked.names.place
    runners = asked.along(RUNNING, back=True)
    for thing, joiners in asked.along(JOINING, back=True).items():
        running = {who: hop for who, hop in runners.get(thing, {}).items() if acting.get(who)}
        run_by = reduce(or_, (acting[who] for who in running), 0)
        joined = reduce(or_, (acting.get(who, 0) for who in joiners), 0)
        for one, other in asked.pairs(joined & ~run_by, run_by):
            bits = asked.homes.bit(one), asked.homes.bit(other)
            mine = [who for who in joiners if acting.get(who, 0) & bits[0]]
            mine = [who for who in mine if not acting[who] & bits[1]]
            theirs = [who for who in running if acting[who] & bits[1]]
            if mine:
                a = min(mine, key=lambda who: (len(asked.homes.way(who, one)), place[who]))
                b = min(theirs, key=lambda who: (len(asked.homes.way(who, other)), place[who]))
                between = joiners[a].back(), running[b]
                path = asked.path(one, between, other, (a, b))
                yield Reason(one, other, a, thing, path, running[b], 2)


def shared(asked: Borders) -> Iterator[Reason]:
    """Both need a resource or a person of the other's, or of a third's.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality"},
    ...      {"id": "b", "kind": "Municipality"},
    ...      {"id": "c", "kind": "Municipality"},
    ...      {"id": "r", "kind": "Resource"}],
    ...     [{"source": "c", "relation": "OWNS", "target": "r"},
    ...      {"source": "a", "relation": "DEPENDS_ON", "target": "r"},
    ...      {"source": "b", "relation": "DEPENDS_ON", "target": "r"}])
    >>> asked = Borders(graph, longest=4, ends=(-1, -1))
    >>> [(reason.one, reason.other) for reason in shared(asked)]  # both need c's resource
    [(0, 1), (1, 0)]
    """
    graph, homes = asked.graph, asked.homes
    helping = graph.of_kind("Actor")
    helping = helping[helping["subkind"].isin(schema.STAFF)]
    needs = Needs(asked.needs, asked.names.place, homes.own, asked.longest)
    things = [*graph.of_kind("Resource").index, *helping.index]
    for thing in things:
        bits = homes.own.get(thing, 0)
        needing = needs.of(thing) if bits else 0
        # Those whose shortest way comes to it from the same neighbour meet there at the latest.
        at = {home: needs.way(thing, homes.bit(home), 0)[-2] for home in homes.of_bits(needing)}
        for one, other in asked.pairs(needing & ~bits, needing):
            if at[one] == at[other]:
                continue
            mine, theirs = homes.bit(one), homes.bit(other)
            legs = needs.way(thing, mine, theirs), needs.way(thing, theirs, mine)
            steps = sum(len(leg) - 1 for leg in legs)
            if not all(legs) or steps > asked.longest:
                continue
            if set(legs[0][:-1]).intersection(legs[1][:-1]):
                continue  # they meet before: what both need is that
            first, second = (hops(asked.needs, leg) for leg in legs)
            ends = legs[0][0], legs[1][0]
            path = asked.path(one, (*first, *turned(second)), other, ends)
            third = () if bits & theirs else tuple(homes.of_bits(bits))
            yield Reason(one, other, legs[0][0], thing, path, first[0], steps, third)
