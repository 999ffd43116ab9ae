"""Why a row of somebody's sheet is left out, in words that stand behind it."""

from __future__ import annotations

from graphtool import schema
from graphtool.language import Said, Text, together

Left = tuple[int, str, Said]
"""A row that is left out: its number, what stands in it, and why."""

TOTAL = Said(Text("sum", "sum", "total"))
NOTE = Said(Text("merknad", "merknad", "note"))
EXAMPLE = Said(Text("eksempel", "døme", "example"))
BESIDE = Said(Text("ved siden av tabellen", "ved sida av tabellen", "beside the table"))
CLEARED = Said(Text("tømt", "tømd", "cleared"))
"""Has nothing but its hidden id."""
NO_NAME = Said(Text("mangler navn", "manglar namn", "no name"))
NO_TITLE = Said(Text("mangler tittel", "manglar tittel", "no title"))
NOBODY = Said(Text("nevner ingen", "nemner ingen", "names nobody"))
NOTHING = Said(Text("nevner ingenting", "nemner ingenting", "names nothing"))
SAYS_NOTHING = Said(Text("sier ingenting", "seier ingenting", "says nothing"))
NO_THING = Said(
    Text(
        "verken mål eller tiltak i raden; hører det til raden over, så skriv det der",
        "verken mål eller tiltak i rada; høyrer det til rada over, så skriv det der",
        "no goal or measure in it; if it belongs to the row above, write it there",
    )
)
FORMAL = Said(Text("fast post på sakslista", "fast post på sakslista", "item of every agenda"))
LEGEND = Said(
    Text("forklaring til bokstavene", "forklaring til bokstavane", "what the letters mean")
)
COLOUR = Said(Text("forklaring til fargene", "forklaring til fargane", "what the colours mean"))
BELOW = Said(Text("under tabellen", "under tabellen", "below the table"))
"""Stands under a heading that says that the table ends."""
NOTHING_THEN = Said(Text("ingenting da", "ingenting då", "nothing then"))
"""A month of an annual wheel in which nothing is done."""
NO_LEVEL = Said(
    Text(
        "verken nummer, ord eller plassering sier hva det er",
        "verken nummer, ord eller plassering seier kva det er",
        "neither a number, a word nor its place says what it is",
    )
)
NO_END = Said(Text("den ene enden mangler", "den eine enden manglar", "an end is missing"))
NO_RELATION = Said(
    Text(
        "det står ikke hva slags sammenheng det er",
        "det står ikkje kva slags samanheng det er",
        "its relation is not said",
    )
)
END_NOT_LISTED = Said(
    Text(
        "den ene enden står ikke i noen liste",
        "den eine enden står ikkje i noka liste",
        "an end of it is nothing that is listed",
    )
)
NOT_LISTED = Said(
    Text(
        "det som den gjelder, står ikke i noen liste",
        "det som ho gjeld, står ikkje i noka liste",
        "is about nothing that is listed",
    )
)
BEHIND = Said(
    Text(
        "står bak v/, og er ikke noe navn",
        "står bak v/, og er ikkje noko namn",
        "stands for who represents it, and is no name",
    )
)
UNSURE = Said(
    Text(
        "står bak et navn, som er tatt med som det er",
        "står bak eit namn, som er teke med som det er",
        "stands behind a name, which is kept as it is",
    )
)
OTHERS = Said(Text("flere, uten navn", "fleire, utan namn", "others, by no name"))
ABOVE = Said(Text("over tabellen", "over tabellen", "above the table"))
APART = Said(
    Text(
        "står i en tabell over en annen; flytt den til et eget ark",
        "står i ein tabell over ein annan; flytt han til eit eige ark",
        "stands in a table above another; move it to a sheet of its own",
    )
)
AS_A_MATTER_OF_COURSE = (
    TOTAL,
    NOTE,
    BESIDE,
    EXAMPLE,
    NOTHING_THEN,
    FORMAL,
    BELOW,
    LEGEND,
    COLOUR,
    BEHIND,
    UNSURE,
    OTHERS,
    ABOVE,
)
"""`check` tells of such rows, no warning does."""

_NO_KIND = Text(
    "«{word}» er ingen kjent type",
    "«{word}» er ingen kjend type",
    "{word!r} is no kind that is known",
)
_UNKNOWN_RELATION = Text(
    "«{word}» er ingen kjent sammenheng",
    "«{word}» er ingen kjend samanheng",
    "{word!r} is no relation that is known",
)
_UNKNOWN_CONNECTION = Text(
    "«{word}» er ingen kjent sammenheng",
    "«{word}» er ingen kjend samanheng",
    "{word!r} is no connection that is known",
)
_UNCLEAR_ID = Text(
    "«{id}» er id-en til ulike ting i flere filer; skriv navnet",
    "«{id}» er id-en til ulike ting i fleire filer; skriv namnet",
    "{id!r} is the id of different things in several files; write the name",
)
_UNCLEAR_TITLE = Text(
    "«{name}» er tittelen på ulike ting i flere kommuner eller planer; føy til hvilken i parentes",
    "«{name}» er tittelen på ulike ting i fleire kommunar eller planar; føy til kva for ein i"
    " parentes",
    "{name!r} is the title of different things in several municipalities or plans; add which in"
    " brackets",
)
_RUNS_NOT = Text(
    "{relation} går ikke fra {source} til {target}",
    "{relation} går ikkje frå {source} til {target}",
    "{relation} does not run from {source} to {target}",
)
_MAY = Text("; {names} kan gjøre det", "; {names} kan gjere det", "; {names} may")
_UNKNOWN_MARK = Text(
    "er ikke noe kjent merke, under «{heading}»",
    "er ikkje noko kjent merke, under «{heading}»",
    "is no mark that is known, under {heading}",
)


def no_kind(word: str) -> Said:
    """What stands for its kind is none."""
    return Said(_NO_KIND, word=word)


def no_relation(word: str) -> Said:
    """What stands for its relation is none, in a list of pairs."""
    return Said(_UNKNOWN_RELATION, word=word)


def no_connection(word: str) -> Said:
    """What stands for its relation is none, in the workbook's own sheet."""
    return Said(_UNKNOWN_CONNECTION, word=word)


def no_mark(heading: str) -> Said:
    """What stands under a heading of a matrix is no mark."""
    return Said(_UNKNOWN_MARK, heading=heading)


def unclear_id(own_id: str) -> Said:
    """An end of it is what several files call something else by."""
    return Said(_UNCLEAR_ID, id=own_id)


def unclear_title(name: str) -> Said:
    """An end of it is what several municipalities or plans call something else by."""
    return Said(_UNCLEAR_TITLE, name=name)


def runs_not(relation: str, source: str, target: str, others: list[str] | None = None) -> Said:
    """The relation is none between these kinds; `others` are.

    >>> runs_not("OWNS", "Goal", "Actor"), runs_not("OWNS", "Goal", "Actor").in_("nb")
    ('OWNS does not run from Goal to Actor', '«eier» går ikke fra mål til aktør')
    """
    ends = {"source": kind(source), "target": kind(target)}
    said = Said(_RUNS_NOT, relation=_quoted(schema.RELATIONS[relation].label, relation), **ends)
    if not others:
        return said
    names = [_quoted(schema.RELATIONS[name].label, name) for name in others]
    return said + Said(_MAY, names=together(names, ", "))


def kind(name: str) -> Text:
    """A kind as a message calls it: in English as a dataset does, in Norwegian by its label."""
    label = schema.KINDS[name].label
    return Text(label.nb, label.nn, name)


def _quoted(label: Text, name: str) -> Text:
    return Text(f"«{label.nb}»", f"«{label.nn}»", name)
