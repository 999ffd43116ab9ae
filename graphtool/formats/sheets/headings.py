"""The headings of a sheet: what is missing, doubled or not read, and what was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable

from graphtool import schema
from graphtool.errors import Problem, did_you_mean
from graphtool.graph.dataset import FIXED, NODE_SHEET, REQUIRED

NORWEGIAN = {
    "navn": "name",
    "namn": "name",
    "eier": "owner",
    "eigar": "owner",
    "ansvarlig": "responsible",
    "ansvarleg": "responsible",
    "koordinator": "coordinator",
    "leder": "leader",
    "leiar": "leader",
    "medlemmer": "members",
    "medlemer": "members",
    "deltakere": "participants",
    "deltakarar": "participants",
    "vert": "host",
    "søker": "applicants",
    "søkere": "applicants",
    "søkjar": "applicants",
    "søkjarar": "applicants",
    "indikator": "indicators",
    "indikatorer": "indicators",
    "indikatorar": "indicators",
    "møter": "addresses",
    "bidrar_til": "contributes_to",
    "bidreg_til": "contributes_to",
    "del_av": "part_of",
    "avhenger_av": "depends_on",
    "dokument": "document",
    "linje": "line",
    "sitat": "quote",
    "merknad": "note",
    "fra": "source",
    "til": "target",
}
"""What people call our columns in their own sheets: only a hint is made of it."""


def hint(word: str, known: Iterable[str]) -> str:
    """The end of a message: what was meant in Norwegian, or the nearest known word."""
    if word in set(known):
        return ""
    if word in NORWEGIAN and NORWEGIAN[word] in known:
        return f"; did you mean {NORWEGIAN[word]!r}?"
    if norwegian := [own for own in known if NORWEGIAN.get(own) == word]:
        return f"; did you mean {norwegian[0]!r} by it?"
    return did_you_mean(word, known)


def problems(name: str, file: str, columns: list[str]) -> list[Problem]:
    """What is wrong with the columns of a sheet of that name."""
    found = [
        Problem("error", "doubled-column", f"column {column!r} stands there twice", file, 1, column)
        for column in dict.fromkeys(c for c in columns if c and columns.count(c) > 1)
    ]
    missing = [column for column in REQUIRED[name] if column not in columns]
    said = ", ".join(column for column in columns if column) or "no column names"
    found += [
        Problem(
            "error",
            "missing-column",
            f"column {column!r} is missing; the first row holds {said}{hint(column, columns)}",
            file,
            1,
            column,
        )
        for column in missing
    ]
    known = FIXED.get(name) or (*NODE_SHEET, *schema.ROLES, *map(str.lower, schema.RELATIONS))
    for column in columns:
        if not column or column in known:
            continue
        if name in FIXED:
            rule = "unknown-column"
            message = f"column {column!r} is not read{hint(column, known)}"
        elif meant := hint(column, known):
            rule = "free-column"
            message = f"column {column!r} is kept as a free attribute{meant}"
        else:
            continue
        found.append(Problem("warning", rule, message, file, 1, column))
    return found
