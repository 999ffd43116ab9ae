"""Findings about what depends on what, what is missing, and what the map rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.findings.finding import Edge, Finding
from graphtool.findings.phrases import named, share, them
from graphtool.graph.belonging import UNSAID
from graphtool.language import Text, listed, quoted, shortened, side_by_side

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer

MOST = 5
"""Circles that have a sentence of their own."""
DEPENDS_ON = "DEPENDS_ON"


def circles(direct: Answer) -> list[Finding]:
    """Who wait for each other in a circle, of any length; `direct` are dependencies of one step."""
    import networkx as nx

    links = list(zip(direct.rows["dependent"], direct.rows["dependee"], strict=True))
    called = _names(direct.rows)
    graph: nx.DiGraph[str] = nx.DiGraph(links)
    rings = [
        sorted(ring)
        for ring in nx.strongly_connected_components(graph)
        if len(ring) > 1 or graph.has_edge(*ring, *ring)
    ]
    found = []
    for ring in sorted(rings, key=lambda ring: (-len(ring), ring))[:MOST]:
        inside = set(ring)
        edges = tuple((a, b, DEPENDS_ON) for a, b in links if a in inside and b in inside)
        text = _in_a_circle([called[node] for node in ring])
        found.append(Finding(f"circle-{ring[0]}", text, tuple(ring), edges, direct.query.name))
    return found


def _in_a_circle(names: list[str]) -> Text:
    if len(names) == 1:
        form = Text(
            "{names} er avhengig av seg selv og kan ikke begynne.",
            "{names} er avhengig av seg sjølv og kan ikkje byrje.",
            "{names} depends on itself and cannot begin.",
        )
    else:
        form = Text(
            "{names} venter på hverandre i ring: ingen av dem kan begynne først.",
            "{names} ventar på kvarandre i ring: ingen av dei kan byrje først.",
            "{names} wait for each other in a circle: none of them can begin first.",
        )
    return form.format(names=listed(quoted(names)))


def _names(rows: pd.DataFrame) -> dict[str, str]:
    ends = (("dependent", "dependent_name"), ("dependee", "dependee_name"))
    return {i: name for one, name_ in ends for i, name in zip(rows[one], rows[name_], strict=True)}


def pending(direct: Answer) -> list[Finding]:
    """Which dependencies are not met yet."""
    waiting = direct.rows[direct.rows["status"] == "pending"]
    if waiting.empty:
        return []
    form = Text("{one} venter på {other}", "{one} ventar på {other}", "{one} waits for {other}")
    said = [
        form.format(one=one, other=other)
        for one, other in zip(
            quoted(waiting["dependent_name"]), quoted(waiting["dependee_name"]), strict=True
        )
    ]
    text = Text(
        "{share} gjenstår: {said}.", "{share} står att: {said}.", "{share} {are} pending: {said}."
    ).format(share=share(len(waiting), len(direct.rows), "dependency"), said=side_by_side(said, 3),
             **them(len(waiting)))  # fmt: skip
    edges = tuple((a, b, DEPENDS_ON) for a, b in _pairs(waiting, "dependent", "dependee"))
    nodes = tuple(dict.fromkeys(node for source, target, _ in edges for node in (source, target)))
    return [Finding("pending-dependencies", text, nodes, edges, direct.query.name)]


def _pairs(rows: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(dict.fromkeys(zip(*(rows[name].astype(object) for name in columns), strict=True)))


def across_borders(answer: Answer, municipalities: Answer) -> list[Finding]:
    """Which municipality depends on which; `municipalities` has a row for each of them.

    With two municipalities or more it is also said that none does.
    """
    rows = answer.rows
    pairs = _pairs(rows, "municipality", "name", "depends_on", "depends_on_name")
    everyone = tuple(municipalities.rows["party"])
    if not pairs:
        return [_no_crossing(everyone, answer)] if len(everyone) > 1 else []
    nodes = tuple(dict.fromkeys(node for one, _, other, _ in pairs for node in (one, other)))
    if len(pairs) == 1:
        text = Text(
            "{one} er avhengig av {other}: {through}.", "{one} er avhengig av {other}: {through}.",
            "{one} depends on {other}: {through}.",
        ).format(
            one=shortened(pairs[0][1]), other=shortened(pairs[0][3]),
            through=listed(quoted(rows["through"].unique())),
        )  # fmt: skip
    else:
        link = Text("{one} av {other}", "{one} av {other}", "{one} on {other}")
        said = [link.format(one=shortened(a), other=shortened(b)) for _, a, _, b in pairs]
        text = Text(
            "I {n} tilfeller er en kommune avhengig av en annen: {said}.",
            "I {n} tilfelle er ein kommune avhengig av ein annan: {said}.",
            "In {n} cases a municipality depends on another: {said}.",
        ).format(n=len(pairs), said=listed(said))
    return [Finding("across-borders", text, nodes, (), answer.query.name)]


def _no_crossing(everyone: tuple[str, ...], answer: Answer) -> Finding:
    text = Text(
        "Ingen kilde sier at en av kommunene er avhengig av en annen.",
        "Inga kjelde seier at ein av kommunane er avhengig av ein annan.",
        "No source says that one of the municipalities depends on another.",
    )
    return Finding("nothing-across-borders", text, everyone, (), answer.query.name)


def goals_without_measures(answer: Answer, items: Answer) -> list[Finding]:
    """For which goals nothing is done; `items` is the answer of `owners`, which lists all goals."""
    kind = items.rows["kind"].astype(object)
    goals = items.rows.loc[kind == "Goal", "item"].drop_duplicates().tolist()
    if not goals:
        return []
    lone, n = answer.rows["goal"].tolist(), len(answer.rows)
    if not n:
        text = Text(
            "{share} har minst ett tiltak.", "{share} har minst eitt tiltak.",
            "{share} {has} at least one measure.",
        ).format(share=share(len(goals), len(goals), "goal"), **them(len(goals)))  # fmt: skip
        return [Finding("goals-with-measures", text, tuple(goals), (), answer.query.name)]
    text = Text(
        "{share} står uten tiltak{named}.", "{share} står utan tiltak{named}.",
        "{share} {has} no measures{named}.",
    ).format(share=share(n, len(goals), "goal"), named=named(answer.rows["name"].tolist()),
             **them(n))  # fmt: skip
    return [Finding("goals-without-measures", text, tuple(lone), (), answer.query.name)]


def planned(everything: Answer) -> list[Finding]:
    """How much of the map is only planned or wished for; `everything` are all assertions."""
    rows = everything.rows[everything.rows["modality"].astype(object).isin(UNSAID)]
    n, total = len(rows), len(everything.rows)
    if not n:
        return []
    text = Text(
        "{share} er bare planlagt eller ønsket.",
        "{share} er berre {form}.",
        "{share} {are} only planned or wished for.",
    ).format(
        share=share(n, total, "assertion"), **them(n),
        form="planlagd eller ønskt" if n == 1 else "planlagde eller ønskte",
    )  # fmt: skip
    return [Finding("only-planned", text, (), _triples(rows), everything.query.name)]


def sourced(lacking: Answer, everything: Answer) -> list[Finding]:
    """How much of the map can be looked up in a document; `lacking` is that of `unsourced`."""
    n, total = len(lacking.rows), len(everything.rows)
    if not total:
        return []
    form = Text(
        "{share} {lack} dokument, linje eller sitat.",
        "{share} {lack} dokument, linje eller sitat.",
        "{share} {lack} a document, a line or a quote.",
    ) if n else Text(
        "{share} kan slås opp: dokument, linje og sitat er oppgitt.",
        "{share} kan slåast opp: dokument, linje og sitat er oppgitt.",
        "{share} can be looked up: document, line and quote are given.",
    )  # fmt: skip
    text = form.format(share=share(n or total, total, "assertion"), **them(n))
    key = "unsourced" if n else "all-sourced"
    return [Finding(key, text, (), _triples(lacking.rows), lacking.query.name)]


def _triples(rows: pd.DataFrame) -> tuple[Edge, ...]:
    return tuple(_pairs(rows, "source", "target", "relation"))
