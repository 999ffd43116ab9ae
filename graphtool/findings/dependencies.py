"""Findings about what depends on what: circles, and what is not met yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.findings.finding import Finding, distinct
from graphtool.language import Text, listed, quoted, same, side_by_side
from graphtool.queries import chains
from graphtool.queries.nouns import share
from graphtool.queries.phrases import them

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
    edges = tuple((a, b, DEPENDS_ON) for a, b in distinct(waiting, "dependent", "dependee"))
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
        return same("")
    return Text(
        " ifølge kilder uten dato",
        " ifølgje kjelder utan dato",
        " according to sources without a date",
    )
