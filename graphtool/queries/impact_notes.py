"""What is said of a loss: how much of each effect, whom it leaves behind, and what was not seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graphtool import schema
from graphtool.language import Text, listed, number, plain, same, setting, side_by_side
from graphtool.queries import columns
from graphtool.queries.ended_notes import ended_told
from graphtool.queries.hosting import hosts_that_stay
from graphtool.queries.impact_words import AMONG_PARTIES, DONE_TO, FROM_EACH_OTHER, TOLD, Told
from graphtool.queries.phrases import PARTIES
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


OF_KIND = same("{n} {kind}")

UNASKED = Text(
    f"Spør med {setting('node')} hvem eller hva det gjelder.",
    f"Spør med {setting('node')} kven eller kva det gjeld.",
    f"Ask with {setting('node')} who or what is meant.",
)
WITHOUT = Text("Uten {who}: {what}.", "Utan {who}: {what}.", "Without {who}: {what}.")
IF_LATE = Text(
    "Om {who} blir forsinket: {what}.",
    "Om {who} blir forseinka: {what}.",
    "If {who} is late: {what}.",
)
NOTHING = Text(
    "ingenting mister ansvarlig, forutsetning eller finansiering, og ingen mister noen å samarbeide"
    " med; hvem som leder et nettverk eller et råd, er ikke regnet med",
    "ingenting mistar ansvarleg, føresetnad eller finansiering, og ingen mistar nokon å samarbeide"
    " med; kven som leier eit nettverk eller eit råd, er ikkje rekna med",
    "nothing loses who answers for it, a condition or funding, and nobody loses somebody to work"
    " with; who leads a network or a council is not counted",
)
NOTHING_WAITS = Text(
    "ingenting i dataene venter på det",
    "ingenting i dataa ventar på det",
    "nothing in the data waits for it",
)
ABSENT = Text(
    "Per {day} finnes ikke {who}.", "Per {day} finst ikkje {who}.", "As of {day} there is no {who}."
)
STAY = Text(
    "Som igjen regnes også slike som ikke handler for andre enn {gone}: {who}. Med {bodies} regnes"
    " de som borte.",
    "Som att er også rekna slike som ikkje handlar for andre enn {gone}: {who}. Med {bodies} er dei"
    " rekna som borte.",
    "Taken to stay are also those who act for none but {gone}: {who}. With {bodies} they are taken"
    " to leave.",
)
ALONG = Text(
    "Som borte regnes også slike som ikke handler for andre enn {gone}: {who}.",
    "Som borte er også rekna slike som ikkje handlar for andre enn {gone}: {who}.",
    "Taken to leave are also those who act for none but {gone}: {who}.",
)
IN_TIME = Text(
    "Slike som ikke handler for andre enn {gone}, regnes ikke som forsinket: {who}. Med {bodies}"
    " regnes også de som det.",
    "Slike som ikkje handlar for andre enn {gone}, er ikkje rekna som forseinka: {who}. Med"
    " {bodies} er også dei rekna som det.",
    "Those who act for none but {gone} are not taken to be late: {who}. With {bodies} they are"
    " too.",
)
LATE_TOO = Text(
    "Som forsinket regnes også slike som ikke handler for andre enn {gone}: {who}.",
    "Som forseinka er også rekna slike som ikkje handlar for andre enn {gone}: {who}.",
    "Taken to be late are also those who act for none but {gone}: {who}.",
)
OF_THEIRS = {
    (False, False): STAY,
    (False, True): ALONG,
    (True, False): IN_TIME,
    (True, True): LATE_TOO,
}
"""What is said of those who act for them: whether they are late, and take those along."""
FURTHER = Text(
    "Kjeder av avhengigheter er fulgt i {n} ledd og går videre.",
    "Kjeder av avhengnader er følgde i {n} ledd og går vidare.",
    "Chains of dependencies are followed for {n} steps and go on.",
)


def impact_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How much of each effect, who is taken to stay, and what was not followed.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> run("impact", examples.owned_goal(), node=("v",)).notes[0].en
    'Without Vennesla: nobody answers for 1 goal and 1 measure any more.'
    """
    if not options["node"]:
        return [UNASKED]
    told: Told = rows.attrs[TOLD]
    notes = []
    if told.gone:
        form, nothing = (IF_LATE, NOTHING_WAITS) if options["late"] else (WITHOUT, NOTHING)
        clauses = _clauses(rows)
        what = side_by_side(clauses, len(clauses)) if clauses else nothing
        notes.append(form.format(who=listed(plain(told.gone)), what=what))
    if told.absent:
        notes.append(_not_there(graph, told.absent, options["as_of"]))
    if told.along:
        form = OF_THEIRS[bool(options["late"]), bool(options["bodies"])]
        who, gone = (listed(plain(names)) for names in (told.along, told.gone))
        notes.append(form.format(who=who, gone=gone, bodies=setting("bodies")))
    if told.goes_on:
        notes.append(FURTHER.format(n=options["max_steps"]))
    return [*notes, *_hosts(graph, rows, told.gone, options)]


def _hosts(
    graph: PlanGraph | Askable, rows: pd.DataFrame, gone: Sequence[str], options: Options
) -> list[Text]:
    """Who stays and hosts some of those who lose touch."""
    some = rows.loc[rows["effect"] == "cut off", "item"]
    lost = {party for ids in some for party in ids.split(columns.SEPARATOR)}
    asked = {name: options[name] for name in ("as_of", "successors", "level")}
    return hosts_that_stay(graph, lost, gone, **asked) if lost else []


def _not_there(graph: PlanGraph | Askable, absent: Sequence[str], day: str) -> Text:
    """Who is not there on the day, and who has come in their place."""
    ended = ask(graph, "ended-parties", as_of=day)
    known = {row[1]: ended_told(row) for row in ended.itertuples(index=False)}
    return ABSENT.format(who=listed([known.get(name, same(name)) for name in absent]), day=day)


def _clauses(rows: pd.DataFrame) -> list[Text]:
    """To how many of which kinds each effect is done, the gravest first."""
    found = []
    for effect, form in DONE_TO.items():
        some = rows[rows["effect"] == effect]
        if len(some):
            mutual = effect == "cut off" and _apart(some)
            found.append((FROM_EACH_OTHER if mutual else form).format(what=_counted(some)))
    return found


def _apart(rows: pd.DataFrame) -> bool:
    """Whether all that those who are cut off lose are cut off too: no part is left that is larger.

    >>> import pandas as pd
    >>> _apart(pd.DataFrame({"name": ["a", "b"], "lost": ["b", "a"]}))
    True
    >>> _apart(pd.DataFrame({"name": ["a"], "lost": ["b; c"]}))
    False
    """
    names, lost = (columns.SEPARATOR.join(rows[name]) for name in ("name", "lost"))
    return {*lost.split(columns.SEPARATOR)} <= {*names.split(columns.SEPARATOR)}


def _counted(rows: pd.DataFrame) -> Text:
    """How many of each kind, each thing once, as `2 goals and 1 measure`; parties are parties."""
    items = rows.drop_duplicates("item")
    if rows["effect"].iat[0] in AMONG_PARTIES:
        return number(
            len(set(columns.SEPARATOR.join(items["item"]).split(columns.SEPARATOR))), *PARTIES
        )
    counts = items["kind"].value_counts()
    words = [
        OF_KIND.format(n=int(counts[name]), kind=kind.label if counts[name] == 1 else kind.plural)
        for name, kind in schema.KINDS.items()
        if name in counts
    ]
    return listed(words, most=None)
