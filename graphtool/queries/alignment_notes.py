"""What is said beside the alignment of goals: how many are taken up, and what is only likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.language import Text, listed, number, quoted
from graphtool.queries.phrases import PAIR, PAIRS, absent
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


class Asked(NamedTuple):
    """What there was to align."""

    goals: int
    common: int
    taken: int
    local: bool
    """Whether anything is one municipality's."""
    too_many: bool
    """Whether there were too many goals to hold their wording against each other."""


ASKED = "asked"
"""Under which the rows keep it: among the table's `attrs`."""


def alignment_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many common goals are taken up, which are not, and which goals are worded alike.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
    >>> run("alignment", graph).notes[0].en
    "No goal, plan or measure is one municipality's own: whether any takes up the common goals, ...
    """
    asked: Asked = rows.attrs[ASKED]
    if not asked.goals:
        return [absent(GOALS, options["as_of"])]
    notes = []
    if not asked.common:
        notes.append(NONE_COMMON)
    elif not asked.local:
        notes.append(NONE_LOCAL)
    else:
        notes += _taken(asked, rows)
    some = rows[rows["what"] == "alike"]
    if len(some):
        pairs = [
            PAIR.format(one=one, other=other)
            for one, other in zip(
                quoted(some["goal_name"]), quoted(some["other_name"]), strict=True
            )
        ]
        notes.append(WORDED_ALIKE.format(pairs=number(len(some), *PAIRS), names=listed(pairs)))
    if asked.too_many:
        notes.append(TOO_MANY.format(n=asked.goals))
    return notes


def _taken(asked: Asked, rows: pd.DataFrame) -> list[Text]:
    left = rows[rows["what"] == "not taken up"]
    by_plan = rows[rows["what"] == "plan taken up"].drop_duplicates("goal")
    if asked.common == 1:
        notes = [ONE_TAKEN if asked.taken else ONE_LEFT]
    else:
        form = (ONE_OF if asked.taken == 1 else TAKEN_UP) if asked.taken else NONE_TAKEN
        notes = [form.format(taken=asked.taken, common=asked.common)]
    if len(by_plan):
        form = ONE_BY_PLAN if len(by_plan) == 1 else BY_PLAN
        notes.append(form.format(names=listed(quoted(by_plan["goal_name"]))))
    if asked.common == 1:
        return notes
    if len(left):
        form = ONE_LEFT_OUT if len(left) == 1 else LEFT_OUT
        notes.append(form.format(names=listed(quoted(left["goal_name"]))))
    return notes


GOALS = Text("mål", "mål", "goals")
NONE_COMMON = Text(
    "Alle målene er én kommunes egne: det er ingen felles mål å følge opp.",
    "Alle måla er éin kommune sine eigne: det er ingen felles mål å følgje opp.",
    "All goals are one municipality's own: there is no common goal to take up.",
)
NONE_LOCAL = Text(
    "Ingen mål, planer eller tiltak er én kommunes egne: om noen følger opp de felles målene,"
    " sier dataene ikke.",
    "Ingen mål, planar eller tiltak er éin kommune sine eigne: om nokon følgjer opp dei felles"
    " måla, seier dataa ikkje.",
    "No goal, plan or measure is one municipality's own: whether any takes up the common goals,"
    " the data do not say.",
)
ONE_TAKEN = Text(
    "Det eneste felles målet følges opp av noe lokalt.",
    "Det einaste felles målet blir følgt opp av noko lokalt.",
    "The only common goal is taken up by something local.",
)
ONE_LEFT = Text(
    "Det eneste felles målet følges ikke opp av noe lokalt, så langt dataene sier.",
    "Det einaste felles målet blir ikkje følgt opp av noko lokalt, så langt dataa seier.",
    "The only common goal is not taken up by anything local, as far as the data say.",
)
TAKEN_UP = Text(
    "Av {common} felles mål følges {taken} opp av noe lokalt, så langt dataene sier.",
    "Av {common} felles mål blir {taken} følgde opp av noko lokalt, så langt dataa seier.",
    "Of {common} common goals {taken} are taken up by something local, as far as the data say.",
)
ONE_OF = Text(
    "Ett av {common} felles mål følges opp av noe lokalt, så langt dataene sier.",
    "Eitt av {common} felles mål blir følgt opp av noko lokalt, så langt dataa seier.",
    "One of {common} common goals is taken up by something local, as far as the data say.",
)
NONE_TAKEN = Text(
    "Ingen av {common} felles mål følges opp av noe lokalt, så langt dataene sier.",
    "Ingen av {common} felles mål blir følgde opp av noko lokalt, så langt dataa seier.",
    "None of {common} common goals is taken up by anything local, as far as the data say.",
)
BY_PLAN = Text(
    "Noe lokalt følger opp det som disse er en del av, uten at noe er sagt om målene selv:"
    " {names}.",
    "Noko lokalt følgjer opp det som desse er ein del av, utan at noko er sagt om måla sjølve:"
    " {names}.",
    "Something local takes up what these are part of, but nothing is said of the goals themselves:"
    " {names}.",
)
ONE_BY_PLAN = Text(
    "Noe lokalt følger opp det som {names} er en del av, uten at noe er sagt om målet selv.",
    "Noko lokalt følgjer opp det som {names} er ein del av, utan at noko er sagt om målet sjølv.",
    "Something local takes up what {names} is part of, but nothing is said of the goal itself.",
)
ONE_LEFT_OUT = Text(
    "Ikke fulgt opp: {names}.", "Ikkje følgt opp: {names}.", "Not taken up: {names}."
)
LEFT_OUT = Text("Ikke fulgt opp: {names}.", "Ikkje følgde opp: {names}.", "Not taken up: {names}.")
WORDED_ALIKE = Text(
    "Nesten likt formulert, uten at noen har knyttet dem sammen ({pairs}): {names}. Det er et"
    " forslag til å se etter, ikke noe som er sagt.",
    "Nesten likt formulert, utan at nokon har knytt dei saman ({pairs}): {names}. Det er eit"
    " framlegg til å sjå etter, ikkje noko som er sagt.",
    "Worded nearly alike without anybody having linked them ({pairs}): {names}. That is a"
    " suggestion to look into, not something that is said.",
)
TOO_MANY = Text(
    "{n} mål er for mange til å holde ordlyden opp mot hverandre.",
    "{n} mål er for mange til å halde ordlyden opp mot kvarandre.",
    "{n} goals are too many to hold their wording against each other.",
)
