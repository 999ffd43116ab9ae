"""Sheets and sources that are not understood: what to say of them, and what was near."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphtool import schema
from graphtool.errors import NOTHING, Problem, did_you_mean, meant
from graphtool.formats.sheets import Ignored
from graphtool.formats.sheets.headings import hint as column_hint
from graphtool.graph.dataset import COLUMNS, SHEETS, column_name, sheet_name
from graphtool.language import Said, Text, number, same, together

SEEN = 5
"""A message lists so many sheets that were seen, and counts the rest."""
WIDE = 6
"""So many of their columns, too."""
ENDS = ({"source", "target"}, {"from", "to"}, {"fra", "til"}, {"frå", "til"})
"""Columns by which a sheet is known to hold relations, whatever it is called."""
OWN = frozenset(["id", "source", "target"])
"""Columns by which a sheet is known to be meant as a dataset's own."""
_NO_KIND = Text(
    "«{name}» er ikke arket til noen type{hint}; de som finnes, er {known}",
    "«{name}» er ikkje arket til nokon type{hint}; dei som finst, er {known}",
    "{name!r} is no kind's sheet{hint}; known are {known}",
)
_RELATIONS = Text(
    "«{name}» har sammenhenger, men blir ikke lest; kall det «relations»",
    "«{name}» har samanhengar, men blir ikkje lese; kall det «relations»",
    "{name!r} holds relations, and is not read; call it 'relations'",
)
_NOT_READ = Text(
    "«{name}» er ikke arket til noen type{hint}; det blir ikke lest",
    "«{name}» er ikkje arket til nokon type{hint}; det blir ikkje lese",
    "{name!r} is no kind's sheet{hint}; it is not read",
)
_NOT_UNDERSTOOD = Text(
    "arket «{name}» er ikke forstått, og blir ikke lest; si hva kolonnene inneholder med check"
    " --columns, eller hvilke ark som skal leses, med check --sheet{hint}",
    "arket «{name}» er ikkje forstått, og blir ikkje lese; sei kva kolonnane inneheld med check"
    " --columns, eller kva ark som skal lesast, med check --sheet{hint}",
    "{name!r} is not understood, and not read; say what its columns hold with check --columns, or"
    " which sheets are to be read with check --sheet{hint}",
)
_NOTHING = Text(
    "ingenting her ble forstått, ikke én node. Dette ble sett:",
    "ingenting her blei forstått, ikkje éin node. Dette blei sett:",
    "nothing in it was understood: not one node. Seen were:",
)
_SAY = Text(
    'Si hvor overskriftene står, og hva kolonnene er: graphtool check FIL --header-row "Ark1=5"'
    ' --columns "Sak=tiltak". Eller begynn med graphtool template -o plan.xlsx, en arbeidsbok til å'
    " fylle ut",
    'Sei kvar overskriftene står, og kva kolonnane er: graphtool check FIL --header-row "Ark1=5"'
    ' --columns "Sak=tiltak". Eller byrj med graphtool template -o plan.xlsx, ei arbeidsbok til å'
    " fylle ut",
    "Say where the headings stand and what the columns are: graphtool check FILE --header-row"
    ' "Sheet1=5" --columns "Case=measure". Or begin with graphtool template -o plan.xlsx, a'
    " workbook to fill in",
)
_SHEETS = Text(
    "Et datasett har et ark eller en fil for hver type, med kolonnene id og name: {sheets}",
    "Eit datasett har eit ark eller ei fil for kvar type, med kolonnane id og name: {sheets}",
    "A dataset has a sheet or file a kind, with the columns id and name: {sheets}",
)
_NO_ROWS = Text(
    "ingenting her ble forstått, ikke én node. Her er bare overskrifter: {sheets}; skriv en rad for"
    " hver node, eller hent en arbeidsbok til å fylle ut med graphtool template -o plan.xlsx",
    "ingenting her blei forstått, ikkje éin node. Her er berre overskrifter: {sheets}; skriv éi rad"
    " for kvar node, eller hent ei arbeidsbok til å fylle ut med graphtool template -o plan.xlsx",
    "nothing in it was understood: not one node. There are headings only: {sheets}; write a row for"
    " each node, or get a workbook to fill in with graphtool template -o plan.xlsx",
)
_EMPTY = Text(
    "ingenting her ble forstått, ikke én node; den er tom: graphtool template -o plan.xlsx lager en"
    " arbeidsbok til å fylle ut",
    "ingenting her blei forstått, ikkje éin node; ho er tom: graphtool template -o plan.xlsx lagar"
    " ei arbeidsbok til å fylle ut",
    "nothing in it was understood: not one node; it is empty: graphtool template -o plan.xlsx makes"
    " a workbook to fill in",
)
_ROWS = Text("1 rad", "1 rad", "1 row"), Text("{n} rader", "{n} rader", "{n} rows")
_NO_HEADINGS = Text("ingen overskrifter", "ingen overskrifter", "no headings")
_SHEET = same("{file} ({count}; {columns}){hints}")
_COLUMN = Text("kolonnen «{column}»{hint}", "kolonnen «{column}»{hint}", "column {column!r}{hint}")
_MORE = Text("og {n} til", "og {n} til", "and {n} more")


def unknown_sheet(name: str, ignored: Ignored, title: str = "") -> Problem:
    """What to say of a sheet whose name no kind has: an error where it holds nodes or relations.

    A query over what is left without them would answer with what is not so. `title` is what a
    person calls it, of a sheet that she may say more about.
    """
    columns = [column_name(column) for column in ignored.columns]
    hint = _sheet_hint(name)
    if "id" in columns:
        message = Said(_NO_KIND, name=name, hint=hint, known=", ".join(SHEETS))
        return Problem("error", "unknown-kind", message, ignored.file)
    if any(ends <= set(columns) for ends in ENDS):
        message = Said(_RELATIONS, name=name)
        return Problem("error", "unread-relations", message, ignored.file)
    message = Said(_NOT_READ, name=name, hint=hint)
    if title:
        message = Said(_NOT_UNDERSTOOD, name=title, hint=hint)
    return Problem("warning", "unknown-file", message, ignored.file)


def _sheet_hint(name: str) -> Said:
    called = {label: kind.file for kind in schema.KINDS.values() for label in kind.plural[:2]}
    return meant([called[name]]) if name in called else did_you_mean(name, SHEETS)


def is_understood(by_name: Mapping[str, object], problems: Iterable[Problem]) -> bool:
    """Whether any sheet has a name that is known, or is to be, but for what is wrong with it."""
    unknown = ("unknown-kind", "unread-relations")
    return bool(by_name) or any(p.severity == "error" and p.rule not in unknown for p in problems)


def nothing_understood(seen: Iterable[Ignored], between: str = "\n") -> Said:
    """What to say of a source of which not one node was read: what was seen, what is near.

    In one line where there is no row that could have been understood.
    """
    seen = list(seen)
    lines = [_seen(one) for one in seen]
    shown = lines[:SEEN]
    if len(lines) > SEEN:
        shown.append(Said(_MORE, n=len(lines) - SEEN))
    if not seen:
        return Said(_EMPTY)
    if not any(one.rows for one in seen):
        return Said(_NO_ROWS, sheets=together(shown, ", "))
    dataset = [Said(_SHEETS, sheets=", ".join(SHEETS))] if any(map(_is_ours, seen)) else []
    rest = together([*shown, *(dataset or [Said(_SAY)])], between)
    return together([Said(_NOTHING), rest], " " if between != "\n" else between)


def _is_ours(one: Ignored) -> bool:
    """Whether a sheet seems to be a dataset's own: only then a near word of ours was meant."""
    return not OWN.isdisjoint(map(column_name, one.columns))


def _seen(one: Ignored) -> Said:
    name = one.file.rpartition("/")[2].removesuffix(".csv")
    known = one.columns if _is_ours(one) else ()
    near = {column: column_hint(column_name(column), COLUMNS) for column in known}
    hints = [Said(_COLUMN, column=column, hint=said) for column, said in near.items() if said]
    if said := _sheet_hint(sheet_name(name)) if known else NOTHING:
        hints = [said, *hints]
    columns: Said | str = ", ".join(one.columns[:WIDE]) or Said(_NO_HEADINGS)
    if len(one.columns) > WIDE:
        more = Said(_MORE, n=len(one.columns) - WIDE)
        columns = together([columns, more], " ")
    return Said(
        _SHEET,
        file=one.file,
        count=number(one.rows, *_ROWS),
        columns=columns,
        hints=together(hints, "; "),
    )
