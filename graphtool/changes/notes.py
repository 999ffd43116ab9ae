"""What is said of changes: how many of what, between what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphtool import dates, engine
from graphtool.changes.differing import ADDED, CHANGED, GONE, Difference
from graphtool.graph import PlanGraph
from graphtool.language import Text, folded, listed, plain, same

if TYPE_CHECKING:
    from graphtool.engine import Answer, Server


ITSELF = Text(
    "Den samme dagen er sammenlignet med seg selv.",
    "Den same dagen er samanlikna med seg sjølv.",
    "One and the same day is compared with itself.",
)
OF_DAY = same("{name} ({day})")
FIRST = Text("{name} (det første)", "{name} (det første)", "{name} (the first)")
SECOND = Text("{name} (det andre)", "{name} (det andre)", "{name} (the second)")
EVER = Text("all tid", "all tid", "all time")
BETWEEN = Text("Fra {before} til {after}", "Frå {before} til {after}", "From {before} to {after}")
SUMMARY = Text(
    "{between}: rader nye {added}, borte {gone}, endret {changed}.",
    "{between}: rader nye {added}, borte {gone}, endra {changed}.",
    "{between}: rows added {added}, gone {gone}, changed {changed}.",
)
STRANGERS = Text(
    "De to datasettene har ingen id felles: ingen kommune, ingen aktør, ikke noe mål eller annet er"
    " kjent igjen fra det ene til det andre. Alt er derfor nytt eller borte.",
    "Dei to datasetta har ingen id felles: ingen kommune, ingen aktør, ikkje noko mål eller anna er"
    " kjent att frå det eine til det andre. Alt er difor nytt eller borte.",
    "The two datasets share no id: no municipality, actor, goal or anything else is known again"
    " from the one to the other. So everything is added or gone.",
)
NAMESAKES = Text(
    "{n} heter det samme i begge, men har ulik id ({names}); gi dem samme id for å sammenligne"
    " dem.",
    "{n} heiter det same i begge, men har ulik id ({names}); gi dei same id for å samanlikne dei.",
    "{n} are called the same in both, but have another id ({names}); give them the same id to"
    " compare them.",
)
NOTHING = Text(
    "{between} er svaret det samme.", "{between} er svaret det same.", "{between} nothing changed."
)
ON = Text("Per {day}: {said}", "Per {day}: {said}", "As of {day}: {said}")
IN_ON = Text("{name} per {day}: {said}", "{name} per {day}: {said}", "{name} as of {day}: {said}")


def strangers(before: PlanGraph, after: PlanGraph) -> list[Text]:
    """That two datasets share nothing, so that what changed is all that there is; else [].

    >>> from graphtool import PlanGraph
    >>> one, other = (PlanGraph.from_tables([{"id": id_, "kind": "Goal"}]) for id_ in "ab")
    >>> strangers(one, one), len(strangers(one, other))
    ([], 1)
    """
    ids = [set(graph.nodes["id"]) for graph in (before, after)]
    if not all(ids) or not ids[0].isdisjoint(ids[1]):
        return []
    own, other = (_titles(graph) for graph in (before, after))
    alike = [own[title] for title in sorted(own.keys() & other.keys())]
    if not alike:
        return [STRANGERS]
    return [STRANGERS, NAMESAKES.format(n=len(alike), names=listed(plain(alike)))]


def _titles(graph: PlanGraph) -> dict[tuple[str, str], str]:
    """By kind and folded name, the name."""
    kinds, names = (graph.nodes[column].tolist() for column in ("kind", "name"))
    return {(kind, folded(name)): name for kind, name in zip(kinds, names, strict=True) if name}


def summary(
    found: Sequence[Difference],
    old: Answer,
    new: Answer,
    *,
    itself: bool,
    called: tuple[str, str] | None = None,
) -> Text:
    """How many of each, between what; `called` are the datasets where not as they call themselves.

    >>> from graphtool import engine
    >>> from graphtool.graph import examples
    >>> answer = engine.run("owners", examples.owned_goal())
    >>> summary([], answer, answer, itself=False, called=("2023/plan", "2024/plan")).en
    'From 2023/plan to 2024/plan nothing changed.'
    """
    if itself and _last_day(old) == _last_day(new):
        return ITSELF
    before, after = called or (old.source, new.source)
    over = between(before, old.as_of, after, new.as_of, itself=itself)
    if not found:
        return NOTHING.format(between=over)
    changed = {row.key for row in found if row.kind == CHANGED}
    count = {kind: sum(row.kind == kind for row in found) for kind in (ADDED, GONE)}
    return SUMMARY.format(between=over, added=count[ADDED], gone=count[GONE], changed=len(changed))


def between(
    source: str | Text, day: str | None, other: str | Text, later: str | None, *, itself: bool
) -> Text:
    """What is compared, as a sentence begins: two days of one dataset, or two datasets.

    >>> between("plan", "2015", "plan", "2020", itself=True).nb
    'Fra 2015 til 2020'
    >>> between("old", None, "new", "2020", itself=False).en
    'From old to new (2020)'
    >>> between("plan", None, "plan", None, itself=False).en  # two of one name
    'From plan (the first) to plan (the second)'
    """
    if not itself and source == other and any(source):
        source, other = (
            form.format(name=same(source) if isinstance(source, str) else source)
            for form in (FIRST, SECOND)
        )
    before, after = _called(source, day, itself=itself), _called(other, later, itself=itself)
    return BETWEEN.format(before=before, after=after)


def _called(source: str | Text, as_of: str | None, *, itself: bool) -> Text:
    """The day or the dataset that an answer is of, or both."""
    day = same(as_of) if as_of else EVER
    if itself or not any(source):
        return day
    name = same(source) if isinstance(source, str) else source
    return OF_DAY.format(name=name, day=day) if as_of else name


def undated(answer: Answer, graph: PlanGraph | Server, *, itself: bool) -> list[Text]:
    """What the answer of a day owes to what has no date; of two datasets, which one it is."""
    said = engine.dated_notes(answer.query, graph, answer.options)
    day = answer.as_of and dates.require_day(answer.as_of)
    if itself or not any(answer.source):
        return [ON.format(day=day, said=note) for note in said]
    return [IN_ON.format(name=answer.source, day=day, said=note) for note in said]


def _last_day(answer: Answer) -> int | None:
    """The day that an answer is of, however it was written: 2015 is the last of that year."""
    return dates.last_number(dates.require_day(answer.as_of)) if answer.as_of else None
