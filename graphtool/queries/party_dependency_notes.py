"""What is said beside dependencies of parties: how many, on whom, what is inferred."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, listed, plain, same, setting
from graphtool.queries.border_kinds import KIND_WORDS
from graphtool.queries.border_notes import INFERRED, STEPS, WEAKEST, as_far, further, reason_count
from graphtool.queries.dependency_notes import status_notes
from graphtool.queries.ended_notes import ended_note
from graphtool.queries.phrases import tally
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


def party_dependency_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any
) -> list[Text]:
    """How many pairs there are, of which kinds, on whom most depend, and what is inferred.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": a, "kind": "Actor", "name": a.upper()} for a in "ab"],
    ...     [{"source": "a", "relation": "FUNDS", "target": "b"}])
    >>> run("party-dependencies", graph).notes[0].en
    'One party depends on one other: funded 1.'
    """
    if rows.empty:
        asked = [name for name in ("kind", "from_", "to") if options[name]]
        asked += ["modality"] if options["modality"] != WEAKEST else []
        steps = rows.attrs.get(STEPS)
        asked += ["max_steps"] if steps else []
        names = [same(setting(name.rstrip("_"))) for name in asked]
        said = NONE_ASKED.format(asked=listed(names, most=None)) if asked else NONE
        return [further(said, steps) if steps else said]
    pairs = rows[["party", "depends_on"]].drop_duplicates()
    kinds = tally(rows["kind"], KIND_WORDS)
    form = ONE_PAIR if len(pairs) == 1 else PAIRS
    notes = [form.format(n=len(pairs), reasons=reason_count(len(pairs), len(rows)), kinds=kinds)]
    many = rows.drop_duplicates(["party", "depends_on"])
    leaned_on = many.groupby(["depends_on", "depends_on_name"]).size().reset_index(name="n")
    most = int(leaned_on["n"].max())
    first = leaned_on[leaned_on["n"] == most]
    if most > 1:
        names = plain(sorted(first["depends_on_name"]))
        form = MOST if len(names) == 1 else MOST_ON_EACH
        notes.append(form.format(n=most, who=listed(names)))
    if (rows["kind"] != "stated").any():
        notes.append(INFERRED)
    links = rows[rows["status"] != ""].drop_duplicates(["through", "status", "status_said"])
    notes += status_notes(links, options["as_of"])
    notes += as_far(options)
    when = {name: options[name] for name in ("as_of", "successors")}
    return notes + ended_note(graph, lambda: {*rows["party"], *rows["depends_on"]}, when)


PAIRS = Text(
    "I {n} tilfeller er en part avhengig av en annen{reasons}: {kinds}.",
    "I {n} tilfelle er ein part avhengig av ein annan{reasons}: {kinds}.",
    "In {n} cases a party depends on another{reasons}: {kinds}.",
)
ONE_PAIR = Text(
    "Én part er avhengig av én annen{reasons}: {kinds}.",
    "Éin part er avhengig av éin annan{reasons}: {kinds}.",
    "One party depends on one other{reasons}: {kinds}.",
)
MOST = Text(
    "Flest, {n}, er avhengige av {who}.",
    "Flest, {n}, er avhengige av {who}.",
    "Most, {n}, depend on {who}.",
)
MOST_ON_EACH = Text(
    "Flest, {n}, er avhengige av hver av disse: {who}.",
    "Flest, {n}, er avhengige av kvar av desse: {who}.",
    "Most, {n}, depend on each of these: {who}.",
)
NONE = Text(
    "Ingen kilde sier noe som gjør en part avhengig av en annen.",
    "Inga kjelde seier noko som gjer ein part avhengig av ein annan.",
    "No source says what would make a party depend on another.",
)
NONE_ASKED = Text(
    "Ingen avhengighet mellom parter er slik det er spurt om ({asked}).",
    "Ingen avhengnad mellom partar er slik det er spurt om ({asked}).",
    "No dependency between parties is as asked for ({asked}).",
)
