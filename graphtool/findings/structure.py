"""Findings about what depends on what, what is missing, and what the map rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.findings.finding import Edge, Finding
from graphtool.graph.belonging import UNSAID
from graphtool.language import Text, listed, quoted, side_by_side
from graphtool.queries import chains
from graphtool.queries.nouns import share
from graphtool.queries.phrases import named, them

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer

MOST = 5
"""Circles that have a sentence of their own."""
DEPENDS_ON = "DEPENDS_ON"


def circles(direct: Answer) -> list[Finding]:
    """Who depend on each other in a circle, of any length, and whether that lets any begin.

    `direct` is the answer of `direct-dependencies`. What is met holds nobody up.
    """
    links = _links(direct.rows)
    called = _names(direct.rows)
    waiting = {n for ring in _rings(direct.rows[direct.rows["status"] != "met"]) for n in ring}
    rings = [sorted(ring) for ring in _rings(direct.rows)]
    found = []
    for ring in sorted(rings, key=lambda ring: (-len(ring), ring))[:MOST]:
        inside = set(ring)
        edges = tuple((a, b, DEPENDS_ON) for a, b in links if a in inside and b in inside)
        text = _in_a_circle([called[node] for node in ring], blocked=inside <= waiting)
        found.append(Finding(f"circle-{ring[0]}", text, tuple(ring), edges, direct.query.name))
    return found


def _links(direct: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(direct["dependent"], direct["dependee"], strict=True))


def _rings(direct: pd.DataFrame) -> list[list[str]]:
    links: dict[str, list[str]] = {}
    for one, other in _links(direct):
        links.setdefault(one, []).append(other)
    return chains.circles(links)


def _in_a_circle(names: list[str], *, blocked: bool) -> Text:
    if not blocked:
        form = (
            Text(
                "{names} avhenger av hverandre i ring, men noe av det er oppfylt.",
                "{names} er avhengige av kvarandre i ring, men noko av det er oppfylt.",
                "{names} depend on each other in a circle, but some of it is met.",
            )
            if len(names) > 1
            else Text(
                "{names} er avhengig av seg selv, men det er oppfylt.",
                "{names} er avhengig av seg sjølv, men det er oppfylt.",
                "{names} depends on itself, but that is met.",
            )
        )
    elif len(names) == 1:
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
    said_when = _said(waiting["status_said"].tolist(), direct.as_of)
    form = Text("{one} venter på {other}", "{one} ventar på {other}", "{one} waits for {other}")
    said = [
        form.format(one=one, other=other)
        for one, other in zip(
            quoted(waiting["dependent_name"]), quoted(waiting["dependee_name"]), strict=True
        )
    ]
    text = Text(
        "{share} gjenstår{when}: {said}.",
        "{share} står att{when}: {said}.",
        "{share} {are} pending{when}: {said}.",
    ).format(
        share=share(len(waiting), len(direct.rows), "dependency"),
        said=side_by_side(said, 3),
        when=said_when,
        **them(len(waiting)),
    )
    edges = tuple((a, b, DEPENDS_ON) for a, b in _pairs(waiting, "dependent", "dependee"))
    nodes = tuple(dict.fromkeys(node for source, target, _ in edges for node in (source, target)))
    return [Finding("pending-dependencies", text, nodes, edges, direct.query.name)]


def _said(dates: list[str], as_of: str | None) -> Text:
    """Of when the sources are that say a status; of sources without a date only for a day."""
    dated = sorted(date for date in dates if date)
    if dated:
        when = dated[0] if dated[0] == dated[-1] else f"{dated[0]} – {dated[-1]}"
        if len(dated) == len(dates):
            return Text(
                " ifølge kilder fra {d}", " ifølgje kjelder frå {d}", " according to sources of {d}"
            ).format(d=when)
        return Text(
            " ifølge kilder fra {d} og uten dato",
            " ifølgje kjelder frå {d} og utan dato",
            " according to sources of {d} and without a date",
        ).format(d=when)
    if as_of is None:
        return Text("", "", "")
    return Text(
        " ifølge kilder uten dato",
        " ifølgje kjelder utan dato",
        " according to sources without a date",
    )


def _pairs(rows: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(dict.fromkeys(zip(*(rows[name].astype(object) for name in columns), strict=True)))


def goals_without_measures(answer: Answer, items: Answer) -> list[Finding]:
    """For which goals nothing is done; `items` is the answer of `owners`, which lists all goals."""
    kind = items.rows["kind"].astype(object)
    goals = items.rows.loc[kind == "Goal", "item"].drop_duplicates().tolist()
    if not goals:
        return []
    lone, n = answer.rows["goal"].tolist(), len(answer.rows)
    if not n:
        text = Text(
            "{share} har minst ett tiltak.",
            "{share} har minst eitt tiltak.",
            "{share} {has} at least one measure.",
        ).format(share=share(len(goals), len(goals), "goal"), **them(len(goals)))
        return [Finding("goals-with-measures", text, tuple(goals), (), answer.query.name)]
    text = Text(
        "{share} står uten tiltak{named}.",
        "{share} står utan tiltak{named}.",
        "{share} {has} no measures{named}.",
    ).format(
        share=share(n, len(goals), "goal"), named=named(answer.rows["name"].tolist()), **them(n)
    )
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
        share=share(n, total, "assertion"),
        **them(n),
        form="planlagd eller ønskt" if n == 1 else "planlagde eller ønskte",
    )
    return [Finding("only-planned", text, (), _triples(rows), everything.query.name)]


def undated(everything: Answer) -> list[Finding]:
    """How much of the map of a day has no date, and may not hold of it; nothing without a day."""
    rows = everything.rows
    lacking = rows[(rows["valid_from"] == "") & (rows["valid_to"] == "")]
    n, total = len(lacking), len(rows)
    if everything.as_of is None or not n:
        return []
    text = Text(
        "{share} har ingen dato: om {they} gjaldt {day}, er ikke sagt.",
        "{share} har ingen dato: om {they} galdt {day}, er ikkje sagt.",
        "{share} {has} no date: whether {they} held as of {day} is not said.",
    ).format(share=share(n, total, "assertion"), day=everything.as_of, **them(n))
    if n == 1:  # one assertion is of common gender in Norwegian, which `them` does not know
        text = Text(
            text.nb.replace("om det ", "om den "), text.nn.replace("om det ", "om han "), text.en
        )
    return [Finding("undated", text, (), (), everything.query.name)]


def sourced(lacking: Answer, everything: Answer) -> list[Finding]:
    """How much of the map can be looked up in a document; `lacking` is that of `unsourced`."""
    n, total = len(lacking.rows), len(everything.rows)
    if not total:
        return []
    form = (
        Text(
            "{share} {lack} dokument, linje eller sitat.",
            "{share} {lack} dokument, linje eller sitat.",
            "{share} {lack} a document, a line or a quote.",
        )
        if n
        else Text(
            "{share} kan slås opp: dokument, linje og sitat er oppgitt.",
            "{share} kan slåast opp: dokument, linje og sitat er oppgitt.",
            "{share} can be looked up: document, line and quote are given.",
        )
    )
    text = form.format(share=share(n or total, total, "assertion"), **them(n))
    key = "unsourced" if n else "all-sourced"
    return [Finding(key, text, (), _triples(lacking.rows), lacking.query.name)]


def _triples(rows: pd.DataFrame) -> tuple[Edge, ...]:
    return tuple(_pairs(rows, "source", "target", "relation"))
