"""The headings of a sheet: what is missing, doubled or not read, and what was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable

from graphtool import schema
from graphtool.errors import NOTHING, Problem, did_you_mean, meant
from graphtool.graph.dataset import FIXED, NODE_SHEET, REQUIRED
from graphtool.language import Said, Text

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
_BY_IT = Text(
    "; mente du «{name}» med den?", "; meinte du «{name}» med ho?", "; did you mean {name!r} by it?"
)
_TWICE = Text(
    "kolonnen «{column}» står der to ganger",
    "kolonnen «{column}» står der to gonger",
    "column {column!r} stands there twice",
)
_MISSING = Text(
    "kolonnen «{column}» mangler; i første rad står {said}{hint}",
    "kolonnen «{column}» manglar; i første rad står {said}{hint}",
    "column {column!r} is missing; the first row holds {said}{hint}",
)
_NO_NAMES = Text("ingen overskrifter", "ingen overskrifter", "no column names")
_NOT_READ = Text(
    "kolonnen «{column}» blir ikke lest{hint}",
    "kolonnen «{column}» blir ikkje lesen{hint}",
    "column {column!r} is not read{hint}",
)
_FREE = Text(
    "kolonnen «{column}» tas med som en egen opplysning{hint}",
    "kolonnen «{column}» blir med som ei eiga opplysning{hint}",
    "column {column!r} is kept as a free attribute{hint}",
)


def hint(word: str, known: Iterable[str]) -> Said:
    """The end of a message: what was meant in Norwegian, or the nearest known word."""
    if word in set(known):
        return NOTHING
    if word in NORWEGIAN and NORWEGIAN[word] in known:
        return meant([NORWEGIAN[word]])
    if norwegian := [own for own in known if NORWEGIAN.get(own) == word]:
        return Said(_BY_IT, name=norwegian[0])
    return did_you_mean(word, known)


def problems(name: str, file: str, columns: list[str]) -> list[Problem]:
    """What is wrong with the columns of a sheet of that name."""
    found = [
        Problem("error", "doubled-column", Said(_TWICE, column=column), file, 1, column)
        for column in dict.fromkeys(c for c in columns if c and columns.count(c) > 1)
    ]
    missing = [column for column in REQUIRED[name] if column not in columns]
    said = ", ".join(column for column in columns if column) or Said(_NO_NAMES)
    found += [
        Problem(
            "error",
            "missing-column",
            Said(_MISSING, column=column, said=said, hint=hint(column, columns)),
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
            message = Said(_NOT_READ, column=column, hint=hint(column, known))
        elif near := hint(column, known):
            rule = "free-column"
            message = Said(_FREE, column=column, hint=near)
        else:
            continue
        found.append(Problem("warning", rule, message, file, 1, column))
    return found
