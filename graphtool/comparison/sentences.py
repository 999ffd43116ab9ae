"""What changed, in sentences: one for each kind of change, of the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool import schema
from graphtool.comparison.columns import CHANGES, Changed
from graphtool.comparison.rows import NOBODY
from graphtool.findings import Finding
from graphtool.language import QUOTED, Text, listed, number, same, shortened, side_by_side
from graphtool.queries.answer_options import GRADES
from graphtool.queries.columns import SEPARATOR

NAME = "compare"
"""What the answer is called where answers have names."""
MOST = 3
"""Things that a sentence names before it says how many more there are."""
NOTHING = Text(
    "{between} er ingenting endret.", "{between} er ingenting endra.", "{between} nothing changed."
)
PLACES = Text(
    "{name} fra {before} til {after}",
    "{name} frå {before} til {after}",
    "{name} from {before} to {after}",
)
JOINED = Text(
    "{name} er nå del av {after}", "{name} er no del av {after}", "{name} is now part of {after}"
)
LEFT = Text(
    "{name} er ikke lenger del av {before}",
    "{name} er ikkje lenger del av {before}",
    "{name} is no longer part of {before}",
)
BEFORE = Text(
    "{name} (før: {before}, nå: {after})",
    "{name} (før: {before}, no: {after})",
    "{name} (before: {before}, now: {after})",
)
NAMED = Text("{before} heter nå {after}", "{before} heiter no {after}", "{before} is now {after}")
SUMMARY = same("{between}: {counted}.")
ONE = Text("1 endring", "1 endring", "1 change")
MANY = Text("{n} endringer", "{n} endringar", "{n} changes")
TIES = Text(
    "Andre sammenhenger mellom det som er i begge: {new}, {gone} borte.",
    "Andre samanhengar mellom det som er i begge: {new}, {gone} borte.",
    "Other relations between what both have: {new}, {gone} gone.",
)
ONE_NEW = Text("1 ny", "1 ny", "1 new")
MANY_NEW = Text("{n} nye", "{n} nye", "{n} new")


class Form(NamedTuple):
    """How the changes of one kind are told."""

    sentence: Text
    clause: Text | None = None
    """Of one thing; None where all are counted by kind."""
    came: Text | None = None
    """Of one that only came to something, and left nothing."""
    went: Text | None = None
    """Of one that only left something."""


FORMS = {
    "added": Form(Text("Nytt: {what}.", "Nytt: {what}.", "New: {what}.")),
    "gone": Form(Text("Borte: {what}.", "Borte: {what}.", "Gone: {what}.")),
    "moved": Form(
        Text("Flyttet: {what}.", "Flytta: {what}.", "Moved: {what}."), PLACES, JOINED, LEFT
    ),
    "owner": Form(
        Text(
            "Hvem som svarer, er endret for: {what}.",
            "Kven som svarer, er endra for: {what}.",
            "Who answers has changed for: {what}.",
        ),
        BEFORE,
    ),
    "worse": Form(
        Text(
            "Dårligere svart for enn før: {what}.",
            "Dårlegare svart for enn før: {what}.",
            "Worse answered for than before: {what}.",
        ),
        BEFORE,
    ),
    "better": Form(
        Text(
            "Bedre svart for enn før: {what}.",
            "Betre svart for enn før: {what}.",
            "Better answered for than before: {what}.",
        ),
        BEFORE,
    ),
    "renamed": Form(Text("Nytt navn: {what}.", "Nytt namn: {what}.", "Renamed: {what}."), NAMED),
    "changed": Form(
        Text(
            "Kildene sier noe annet om: {what}.",
            "Kjeldene seier noko anna om: {what}.",
            "The sources say something else of: {what}.",
        ),
        same("{name}"),
    ),
}


Called = Mapping[str, Text]
"""What names are in each language, where that differs."""


def kinds(finding: Finding) -> tuple[str, ...]:
    """The kinds of change that a sentence tells; () for one about all of them."""
    change = finding.key.removeprefix(f"{NAME}-")
    return ("tied", "untied") if change == "tied" else (change,) if change in FORMS else ()


def findings(rows: Sequence[Changed], between: Text, called: Called) -> list[Finding]:
    """A sentence for each kind of change; that nothing changed where nothing did.

    `between` says between what, as the beginning of a sentence.
    """
    if not rows:
        return [Finding("compare-nothing", NOTHING.format(between=between), (), (), NAME)]
    made = []
    for change in CHANGES:
        some = [row for row in rows if row.change == change]
        if some and change in FORMS:
            made.append(_finding(change, some, FORMS[change], called))
    new, gone = ([row for row in rows if row.change == change] for change in ("tied", "untied"))
    if new or gone:
        text = TIES.format(new=number(len(new), ONE_NEW, MANY_NEW), gone=len(gone))
        nodes = tuple(dict.fromkeys(row.node for row in (*new, *gone)))
        made.append(Finding("compare-tied", text, nodes, (), NAME))
    nodes = tuple(dict.fromkeys(row.node for row in rows))
    counted = number(len(rows), ONE, MANY)
    summary = SUMMARY.format(between=between, counted=counted)
    return [Finding("compare-all", summary, nodes, (), NAME), *made]


def _finding(change: str, rows: Sequence[Changed], form: Form, called: Called) -> Finding:
    nodes = tuple(dict.fromkeys(row.node for row in rows))
    clauses = [_clause(row, clause, called) for row in rows if (clause := _form(row, form))]
    what = side_by_side(list(dict.fromkeys(clauses)), MOST) if clauses else _counted(rows, called)
    return Finding(f"compare-{change}", form.sentence.format(what=what), nodes, (), NAME)


def _counted(rows: Sequence[Changed], called: Called) -> Text:
    """How many of each kind, and what the first of them are called; each thing once."""
    things = {row.node: row for row in rows}.values()
    count = Counter(row.kind for row in things)
    words = [
        Text(
            *(
                f"{count[kind.name]} {word}"
                for word in (kind.label, kind.plural)[count[kind.name] > 1]
            )
        )
        for kind in schema.KINDS.values()
        if count[kind.name]
    ]
    named = listed([_quoted(row.name, called) for row in things], MOST)
    return Text(
        *(f"{n} ({names})" for n, names in zip(listed(words, most=None), named, strict=True))
    )


def _form(row: Changed, form: Form) -> Text | None:
    """How a row is told; None where all are counted."""
    if not row.before and form.came:
        return form.came
    return form.went if not row.after and form.went else form.clause


def _clause(row: Changed, clause: Text, called: Called) -> Text:
    before, after = (_spoken(row, value, called) for value in (row.before, row.after))
    return clause.format(name=_quoted(row.name, called), before=before, after=after)


def _spoken(row: Changed, value: str | None, called: Called) -> Text:
    """A value in a sentence: a word of ours, a party by name, a title in quotation marks."""
    if not value:
        return same("")
    if row.change in ("worse", "better") or value == NOBODY:
        return GRADES[value]
    parts = value.split(SEPARATOR)
    spoken = _plain if row.change == "owner" else _quoted
    return listed([spoken(part, called) for part in parts], MOST)


def _plain(name: str, called: Called) -> Text:
    return Text(*map(shortened, called.get(name, same(name))))


def _quoted(name: str, called: Called) -> Text:
    return QUOTED.format(name=_plain(name, called))
