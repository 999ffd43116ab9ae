"""Findings about who answers for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphtool.findings.finding import Edge, Finding
from graphtool.language import Text, collation_key, listed, number, plain
from graphtool.queries.answer_options import GRADES
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.nouns import share
from graphtool.queries.orphan_notes import OWNED
from graphtool.queries.phrases import named, them

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer

SAID = {
    "none": Text(
        "{share} står uten noen som svarer for {them}{named}.",
        "{share} står utan nokon som svarer for {them}{named}.",
        "{share} {has} nobody to answer for {them}{named}.",
    ),
    "unresolved": Text(
        "{share} har en ansvarlig som vi ikke vet hvem er ({parties}).",
        "{share} har ein ansvarleg som vi ikkje veit kven er ({parties}).",
        "{share} {has} somebody to answer for {them} whom we cannot identify ({parties}).",
    ),
    "lapsed": Text(
        "{share} har ikke lenger noen som svarer for {them}: ansvaret har gått ut ({parties}).",
        "{share} har ikkje lenger nokon som svarer for {them}: ansvaret har gått ut ({parties}).",
        "{share} no longer {has} anybody to answer for {them}: the responsibility has lapsed"
        " ({parties}).",
    ),
    "planned": Text(
        "{share} er det bare planlagt eller ønsket at noen skal svare for ({parties}).",
        "{share} er det berre planlagt eller ønskt at nokon skal svare for ({parties}).",
        "{share} {has} somebody to answer for {them} only as a plan or a wish ({parties}).",
    ),
    "collective": Text(
        "{share} har bare {group} som svarer for {them}, ingen navngitt part ({parties}).",
        "{share} har berre {group} som svarer for {them}, ingen namngitt part ({parties}).",
        "{share} {has} only {group} to answer for {them}, no named party ({parties}).",
    ),
    "inherited": Text(
        "{share} har {parties} til å svare for det {they} er del av, men ingen som svarer direkte"
        " for {them}.",
        "{share} har {parties} til å svare for det {they} er del av, men ingen som svarer direkte"
        " for {them}.",
        "{share} {has} {parties} to answer for what {they} {are} part of, but nobody who answers"
        " for {them} directly.",
    ),
}
"""What each grade means for so many of so many, the gravest first."""
BRIEFLY = {
    "none": Text("{n} har ingen", "{n} har ingen", "{n} with nobody"),
    "unresolved": Text("{n} har en ukjent", "{n} har ein ukjend", "{n} with somebody unknown"),
    "lapsed": Text("{n} hadde noen før", "{n} hadde nokon før", "{n} with somebody before"),
    "planned": Text(
        "{n} har det bare som plan", "{n} har det berre som plan", "{n} with only a plan"
    ),
    "collective": Text(
        "{n} har bare en gruppe", "{n} har berre ei gruppe", "{n} with only a group"
    ),
    "inherited": Text(
        "{n} har det bare gjennom noe større",
        "{n} har det berre gjennom noko større",
        "{n} only through something larger",
    ),
}
COORDINATED = Text(
    "{parties} samordner {which}",
    "{parties} samordnar {which}",
    "with {parties} coordinating {which}",
)
TO_BE_COORDINATED = Text(
    "{parties} skal etter planen samordne {which}",
    "{parties} skal etter planen samordne {which}",
    "with {parties} planned to coordinate {which}",
)
MEASURES_OWNED = Text(
    "{parties} svarer for tiltak under {which}",
    "{parties} svarer for tiltak under {which}",
    "with {parties} answering for measures under {which}",
)
IT = Text("det", "det", "it")
ONE_OF_THEM = Text("ett av dem", "eitt av dei", "one of them")
OF_THEM = Text("{n} av dem", "{n} av dei", "{n} of them")
GROUP = Text("en gruppe", "ei gruppe", "a group")
GROUPS = Text("grupper", "grupper", "groups")
assert set(SAID) == set(BRIEFLY) == set(GRADES) - {"owned"}


def orphaned_goals(graded: Answer, answering: Answer) -> list[Finding]:
    """One finding for each grade of orphaned goals, the gravest first, or that none is orphaned.

    `graded` is the answer of `orphaned-goals` with all goals, `answering` that of `owners` of who
    answers for them directly.
    """
    rows, total = graded.rows, len(graded.rows)
    if not total:
        return []
    edges = edges_by_item(answering.rows)
    if (rows["grade"] == "owned").all():
        return [_owned(graded, "goal", edges)]
    return [
        _of_grade(graded, "goal", grade, orphans, edges)
        for grade in SAID
        if len(orphans := rows[rows["grade"] == grade])
    ]


def orphaned_measures(graded: Answer, answering: Answer) -> list[Finding]:
    """One finding about all measures: how many are orphaned and how, or that none is."""
    rows, total = graded.rows, len(graded.rows)
    if not total:
        return []
    edges = edges_by_item(answering.rows)
    orphans = rows[rows["grade"] != "owned"]
    if orphans.empty:
        return [_owned(graded, "measure", edges)]
    counts = Counter(orphans["grade"])
    if len(counts) == 1:
        return [_of_grade(graded, "measure", next(iter(counts)), orphans, edges)]
    parts = [BRIEFLY[grade].format(n=counts[grade]) for grade in SAID if grade in counts]
    text = Text(
        "{share} mangler en navngitt part som svarer direkte for {them}: {parts}.",
        "{share} manglar ein namngitt part som svarer direkte for {them}: {parts}.",
        "{share} {lack} a named party to answer for {them} directly: {parts}.",
    ).format(
        share=share(len(orphans), total, "measure"),
        **them(len(orphans)),
        parts=listed(parts, most=None),
    )
    return [_finding("orphaned-measures", text, orphans["measure"].tolist(), edges, graded)]


def _owned(graded: Answer, item: str, edges: dict[str, list[Edge]]) -> Finding:
    total = len(graded.rows)
    text = OWNED.format(share=share(total, total, item), **them(total))
    return _finding(f"owned-{item}s", text, graded.rows[item].tolist(), edges, graded)


def _of_grade(
    graded: Answer, item: str, grade: str, orphans: pd.DataFrame, edges: dict[str, list[Edge]]
) -> Finding:
    text = of_grade(grade, orphans, len(graded.rows), item, names=orphans["name"].tolist())
    text = _with_clauses(text, _nevertheless(orphans))
    # Whom a goal inherits from says nothing about the goal's own edges.
    own = {} if grade == "inherited" else edges
    return _finding(f"orphaned-{item}s-{grade}", text, orphans[item].tolist(), own, graded)


def of_grade(
    grade: str, orphans: pd.DataFrame, total: int, item: str, *, names: Sequence[str] = ()
) -> Text:
    """What is said of the orphans of one grade, of so many goals or measures in all.

    `orphans` are rows of `orphaned-goals` or `orphaned-measures`; some of `names` are named.
    """
    n, parties = len(orphans), _parties(orphans["parties"].tolist())
    return SAID[grade].format(
        share=share(n, total, item),
        **them(n),
        named=named(names),
        parties=listed(plain(parties)),
        group=number(len(parties), GROUP, GROUPS),
    )


def _nevertheless(orphans: pd.DataFrame) -> list[Text]:
    """What there is where nobody answers: somebody who coordinates, owners of measures."""
    said = orphans["coordination"].astype(object)
    counted = [
        (COORDINATED, orphans[said.isin(("stated", "derived"))], "coordinators"),
        (TO_BE_COORDINATED, orphans[said.isin(("planned", "aspiration"))], "coordinators"),
    ]
    if "measures_owned" in orphans:
        served = orphans[orphans["measures_owned"] > 0]
        counted.append((MEASURES_OWNED, served, "measure_parties"))
    return [
        form.format(
            which=IT if len(orphans) == 1 else number(len(some), ONE_OF_THEM, OF_THEM),
            parties=listed(plain(_parties(some[column].tolist()))),
        )
        for form, some, column in counted
        if len(some)
    ]


def _with_clauses(sentence: Text, clauses: list[Text]) -> Text:
    """The sentence with the clauses after a semicolon, before its full stop."""
    return Text(
        *(
            "; ".join((sentence[at].removesuffix("."), *(clause[at] for clause in clauses))) + "."
            for at in range(3)
        )
    )


def _parties(joined: list[str]) -> list[str]:
    """The names, those of the most goals first."""
    counts = Counter(name for names in joined for name in names.split(SEPARATOR) if name)
    return sorted(counts, key=lambda name: (-counts[name], collation_key(name)))


def _finding(
    key: str, text: Text, items: list[str], edges: dict[str, list[Edge]], graded: Answer
) -> Finding:
    behind = tuple(edge for item in items for edge in edges.get(item, ()))
    return Finding(key, text, tuple(items), behind, graded.query.name)


def edges_by_item(answering: pd.DataFrame) -> dict[str, list[Edge]]:
    """For each item the edges by which somebody answers for it directly."""
    found: dict[str, list[Edge]] = {}
    rows = answering[~answering["grade"].isin(("none", "lapsed"))]
    columns = (rows[name].astype(object) for name in ("party", "item", "relation"))
    for party, item, relation in zip(*columns, strict=True):
        found.setdefault(item, []).append((party, item, relation))
    return found
