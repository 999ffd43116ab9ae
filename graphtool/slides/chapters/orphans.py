"""Who answers for what: the goals that nobody named answers for, a slide a grade."""

from __future__ import annotations

from typing import Any

import pandas as pd

from graphtool.findings.responsibility import SAID, of_grade
from graphtool.graph.belonging import UNSAID
from graphtool.slides import words
from graphtool.slides.asked import Asked
from graphtool.slides.chapters.sentences import headline, table
from graphtool.slides.deck import Column, Slide

COLUMNS = (
    (words.GOAL, 0.36),
    (words.PART_OF, 0.2),
    (words.NEAREST, 0.19),
    (words.MEASURES, 0.09),
    (words.SOURCE, 0.16),
)


def by_weight(orphans: pd.DataFrame) -> pd.DataFrame:
    """The orphans of a grade, those on which most measures hang first."""
    return orphans.sort_values("measures", ascending=False, kind="stable")


def orphans(asked: Asked) -> list[Slide]:
    """A table for each grade of orphaned goals, the gravest first; [] where none is orphaned."""
    rows = asked.own("orphaned-goals", all=True).rows
    slides = []
    for grade in SAID:
        some = by_weight(rows[rows["grade"] == grade])
        if some.empty:
            continue
        cells = [_cells(asked, row) for row in some.to_dict("records")]
        columns = [Column(asked.say(heading), share) for heading, share in COLUMNS]
        notes = asked.quoted(asked.row_quotes(some))
        title = headline(asked.say(of_grade(grade, some, len(rows), "goal")))
        slides.append(table(asked, title, columns, cells, notes=notes))
    return slides


def _cells(asked: Asked, row: dict[Any, Any]) -> list[str]:
    return [
        asked.name(row["goal"]),
        row["part_of"],
        _nearest(asked, row),
        str(row["measures"]),
        asked.where(row["document"], row["line"]),
    ]


def _nearest(asked: Asked, row: dict[Any, Any]) -> str:
    """Who is nearest to answering, or at least coordinates it or answers for its measures."""
    parts = [" – ".join(filter(None, (row["parties"], row["through"])))]
    if row["coordinators"]:
        is_planned = row["coordination"] in UNSAID
        form = words.TO_BE_COORDINATED_BY if is_planned else words.COORDINATED_BY
        parts.append(asked.say(form).format(who=row["coordinators"]))
    if row["measure_parties"]:
        owned = asked.say(words.OWNED_OF).format(n=row["measures_owned"])
        parts.append(f"{owned} ({row['measure_parties']})")
    return "; ".join(filter(None, parts))
