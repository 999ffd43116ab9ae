"""What depends on what across municipal borders: lanes and a matrix, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graphtool import schema
from graphtool.graph.belonging import UNSAID
from graphtool.language import Text, collation_key, listed, number, plain, shortened
from graphtool.queries.nouns import share
from graphtool.queries.phrases import ALL, BOTH
from graphtool.queries.projection import STATED
from graphtool.slides import words
from graphtool.slides.asked import Asked
from graphtool.slides.chapters.border_lanes import LANES, SHARED, lanes_of, links_of
from graphtool.slides.chapters.sentences import headline, table, whole
from graphtool.slides.deck import Column, Slide

if TYPE_CHECKING:
    import pandas as pd

NAMES = 7
"""Municipalities that a cell names."""


def borders(asked: Asked) -> list[Slide]:
    """Lanes and matrix; what is shared instead where nothing depends; [] below two municipalities.

    Where there are more than lanes can show, all are rows of a table.
    """
    municipalities = asked.today.of_kind("Municipality")["id"].tolist()
    if len(municipalities) < 2:
        return []
    answer = asked.own("municipal-dependencies")
    rows = answer.rows
    if rows.empty:
        return [] if asked.part else [_none(asked)]  # others may well
    found = next((f for f in asked.findings if f.query == "municipal-dependencies"), None)
    sentence = asked.say(found.text if found else words.NO_BORDERS)
    notes = (
        *whole(asked, sentence),
        *asked.remarks("municipal-dependencies"),
        *asked.quoted(asked.row_quotes(rows, "through")),
    )
    title = headline(sentence)
    listed_ = _listed(asked, title, notes)
    links = links_of(asked)
    drawn = lanes_of(asked, links, listed_)
    shared = rows[rows["kind"] == SHARED]
    # Of two that need the same each has a row about the other.
    left_out = len({frozenset(p) for p in shared[["municipality", "depends_on"]].to_numpy()})
    caption = asked.say(words.LANES_CAPTION)
    if left_out:
        caption += " " + asked.say(number(left_out, *words.SHARED_LEFT_OUT))
    places = {*rows["municipality"], *rows["depends_on"]}
    slides = [
        Slide(title=title, caption=caption, body=drawn, notes=listed_.notes) if drawn else listed_
    ]
    if asked.part:
        return slides  # a matrix of some would seem to be of all
    return [*slides, *_matrix(asked, sorted(places, key=lambda m: collation_key(asked.name(m))))]


def _listed(asked: Asked, title: str, notes: tuple[str, ...]) -> Slide:
    """A row for each thing that others rest on and why, those first on which most do."""
    answer = asked.own("municipal-dependencies")
    fields = {field.name: field for field in answer.query.fields}
    statuses, kinds = fields["status"].column.words or {}, fields["kind"].column.words or {}
    headings = (
        (words.DEPENDENT, 0.28),
        (words.RESTS_ON, 0.14),
        (words.NEEDED, 0.24),
        (words.WHY, 0.13),
        (words.STATUS, 0.08),
        (words.SOURCE, 0.13),
    )
    alike = answer.rows.groupby(["depends_on", "needed", "kind"], sort=False, observed=True)
    groups = [some for _, some in alike]
    groups.sort(key=lambda some: -len(set(some["municipality"])))
    cells = []
    for some in groups:
        row = some.iloc[0]
        names = sorted({*map(asked.name, some["municipality"])}, key=collation_key)
        said = [asked.say(statuses[s]) for s in dict.fromkeys(some["status"]) if s in statuses]
        cells.append(
            [
                asked.say(listed(plain(names), NAMES)),
                asked.name(row["depends_on"]),
                asked.name(row["needed"]),
                _why(asked, kinds, some),
                ", ".join(said),
                asked.where(row["document"], row["line"]),
            ]
        )
    columns = [Column(asked.say(heading), share) for heading, share in headings]
    return table(asked, title, columns, cells, notes=notes)


def _why(asked: Asked, kinds: Mapping[str, Text], some: pd.DataFrame) -> str:
    """The kind of these dependencies, and that none of them is said as a fact where that is so."""
    kind = some["kind"].iat[0]
    said = asked.say(kinds[kind]) if kind in kinds else ""
    best = min(some["modality"], key=schema.BEST_SAID_FIRST.index)
    return f"{said} ({asked.say(schema.MODALITIES[best])})" if best in UNSAID else said


def _matrix(asked: Asked, places: list[str]) -> list[Slide]:
    """Municipalities by municipalities, in the order of these places, with the number of things."""
    rows = asked.own("municipal-dependencies").rows
    waiting = [place for place in places if place in set(rows["municipality"])]
    rested = [place for place in places if place in set(rows["depends_on"])]
    if len(rested) > LANES:  # as wide as a slide is
        return []
    counts = rows.groupby(["municipality", "depends_on"])["through"].nunique()
    total = len(asked.today.of_kind("Municipality"))
    waits = words.ONE_IN_MATRIX if len(waiting) == 1 else words.MATRIX
    title = asked.say(waits.format(share=share(len(waiting), total, "municipality")))
    columns = [
        Column(asked.say(words.DEPENDENT), 0.2),
        *(Column(asked.name(p), 0.8 / len(rested)) for p in rested),
    ]
    cells = [
        [asked.name(one), *(str(counts.get((one, other), "")) for other in rested)]
        for one in waiting
    ]
    caption = asked.say(words.MATRIX_CAPTION)
    if rows["modality"].isin(UNSAID).any():
        caption += " " + asked.say(words.LOOSE_TOO)
    notes = asked.quoted(asked.row_quotes(rows, "through"))
    return [table(asked, title, columns, cells, notes=notes, caption=caption)]


def _none(asked: Asked) -> Slide:
    """Why there are none, and what the municipalities share instead."""
    found = next((f for f in asked.findings if f.query == "municipal-dependencies"), None)
    notes = tuple(asked.remarks("municipal-dependencies"))
    sentence = asked.say(found.text) if found else notes[0]
    kinds = {node: known.kind for node, known in asked.nodes.items()}
    taking = _taking_part(asked)
    taking = taking[taking["party"].map(kinds) == "Municipality"]
    total = len(asked.today.of_kind("Municipality"))
    cells, quotes = [], []
    groups = [
        (str(a), some) for a, some in taking.groupby("activity") if len(set(some["party"])) > 1
    ]
    groups.sort(key=lambda one: (-one[1]["party"].nunique(), collation_key(asked.name(one[0]))))
    for activity, some in groups:
        names = sorted({*map(asked.name, some["party"])}, key=collation_key)
        count = some["party"].nunique()
        all_of_them = BOTH if total == 2 else ALL.format(n=total)
        many = asked.say(all_of_them) if count == total else str(count)
        first = some.iloc[0]
        where = asked.where(first["document"], first["line"])
        name = asked.name(activity)
        if some["owned"].all():
            name = asked.say(words.OWNED_TOGETHER.format(name=name))
        cells.append([name, many, asked.say(listed(plain(names), NAMES)), where])
        quotes += [
            f"{asked.name(activity)} – {line}" for line in asked.row_quotes(some, "party_name")
        ]
    columns = [
        Column(asked.say(words.SHARED_THING), 0.34),
        Column(asked.say(words.COUNT), 0.1),
        Column(asked.say(words.WHICH), 0.38),
        Column(asked.say(words.SOURCE), 0.18),
    ]
    caption = asked.say(words.NO_DEPENDENCY if cells else words.NOTHING_SHARED)
    said = (*whole(asked, sentence), *notes, *asked.quoted(quotes))
    if not cells:
        cells = [
            [shortened(asked.name(m)), "", "", asked.where(*_stands(asked, m))]
            for m in kinds
            if kinds[m] == "Municipality"
        ]
        columns[0] = Column(asked.say(words.DEPENDENT), 0.5)
    return table(asked, headline(sentence), columns, cells, notes=said, caption=caption)


def _taking_part(asked: Asked) -> pd.DataFrame:
    """Who takes part in what or owns which body, each pair once; `owned` says that it only owns it.

    As the query says of what municipalities share.
    """
    import pandas as pd

    taking = asked.ask("participations", level="municipality").rows
    taking = taking[(taking["activity"].fillna("") != "") & (taking["activity_name"] != STATED)]
    owning = asked.ask("party-relations", relations=("OWNS",), level="party").rows
    owning = owning.rename(columns={"other": "activity", "other_name": "activity_name"})
    both = pd.concat([taking.assign(owned=False), owning.assign(owned=True)])
    return both.drop_duplicates(["party", "activity"])


def _stands(asked: Asked, node: str) -> tuple[str, int]:
    known = asked.nodes[node]
    return known.document, known.line
