"""Findings about what the map rests on: what is only planned, undated, or without a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.findings.finding import Edge, Finding, distinct
from graphtool.graph.belonging import UNSAID
from graphtool.language import Text
from graphtool.queries.nouns import share
from graphtool.queries.phrases import them

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer


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
    return tuple(distinct(rows, "source", "target", "relation"))
