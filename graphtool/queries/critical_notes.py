"""What is said beside a critical path: the longest chain, conflicts, what has no time said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text
from graphtool.queries.layer_notes import CIRCLES, ITSELF
from graphtool.queries.phrases import named

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable

CRITICAL = "critical"
CIRCLING = "circling"
"""Where the rows carry how many of them wait in circles: among the table's `attrs`."""
CONFLICT_WORDS = {CRITICAL: Text("ja", "ja", "yes")}
DOING = ("Measure", "Project", "Programme", "Plan")
TIMED = (*DOING, "FocusArea", "Strategy", "Goal")
"""Kinds that take time; how long the others have existed says nothing of that."""
NOTHING = Text(
    "Ingenting venter på noe annet som ikke er oppfylt.",
    "Ingenting ventar på noko anna som ikkje er oppfylt.",
    "Nothing waits for anything else that is not met.",
)
NO_DAYS = Text(
    "Det er sagt for lite om første og siste dag for det som venter eller ventes på: når det kan og"
    " må begynne, er ukjent. En frist regnes ikke som siste dag.",
    "Det er sagt for lite om første og siste dag for det som ventar eller er venta på: når det kan"
    " og må byrje, er ukjent. Ein frist er ikkje rekna som siste dag.",
    "Too little is said of the first and last days of what waits or is waited for: when it can and"
    " must start is not known. A deadline does not count as a last day.",
)
TIGHT = Text(
    "{n} av {total} har ingen slakk{named}. Blir en av dem forsinket, blir helheten det.",
    "{n} av {total} har ingen slakk{named}. Blir ein av dei forseinka, blir heilskapen det.",
    "{n} of {total} have no slack{named}. If one of them is late, the whole is.",
)
TIGHT_ONE = Text(
    "1 av {total} har ingen slakk{named}. Blir det forsinket, blir helheten det.",
    "1 av {total} har ingen slakk{named}. Blir det forseinka, blir heilskapen det.",
    "1 of {total} has no slack{named}. If it is late, the whole is.",
)
AGAINST = Text(
    "{n} begynner, slik det er sagt, før noe som det venter på, er slutt{named}.",
    "{n} byrjar, slik det er sagt, før noko som det ventar på, er slutt{named}.",
    "{n} begin, as it is said, before something that they wait for has ended{named}.",
)
AGAINST_ONE = AGAINST._replace(
    en="1 begins, as it is said, before something that it waits for has ended{named}."
)
TIMELESS = Text(
    "Av {total} tiltak, prosjekter, programmer og planer her mangler {n} første eller siste dag;"
    " tiden deres er regnet som ingen{named}.",
    "Av {total} tiltak, prosjekt, program og planar her manglar {n} første eller siste dag; tida"
    " deira er rekna som inga{named}.",
    "Of {total} measures, projects, programmes and plans here {n} lack a first or last day; their"
    " time counts as none{named}.",
)
TIMELESS_ALL = Text(
    "Ingen av de {total} tiltakene, prosjektene, programmene og planene her har både første og"
    " siste dag; tiden deres er regnet som ingen{named}.",
    "Ingen av dei {total} tiltaka, prosjekta, programma og planane her har både første og siste"
    " dag; tida deira er rekna som inga{named}.",
    "None of the {total} measures, projects, programmes and plans here has both a first and a last"
    " day; their time counts as none{named}.",
)
TIMELESS_ONE = Text(
    "Av {total} tiltak, prosjekter, programmer og planer her mangler 1 første eller siste dag;"
    " tiden er regnet som ingen{named}.",
    "Av {total} tiltak, prosjekt, program og planar her manglar 1 første eller siste dag; tida er"
    " rekna som inga{named}.",
    "Of {total} measures, projects, programmes and plans here 1 lacks a first or last day; its"
    " time counts as none{named}.",
)


def critical_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **_: Any) -> list[Text]:
    """What may not be late, what conflicts as it is said, what waits in circles or has no time.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "ab"],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b", "status": "pending"}])
    >>> run("critical-path", graph).notes[0].en
    'Too little is said of the first and last days of what waits or is waited for: ...'
    """
    if rows.empty:
        return [NOTHING]
    known, done = rows[rows["slack"] != ""], rows[rows["kind"].isin(DOING)]
    circling = rows.attrs[CIRCLING]
    notes = [] if len(known) or circling == len(rows) else [NO_DAYS]
    if circling:
        notes.append((ITSELF if circling == 1 else CIRCLES).format(n=circling))
    known = known[known["kind"].isin(TIMED)]  # a party or a place is not late
    tight = known[known["critical"] == CRITICAL]
    against, timeless = rows[rows["conflicts"] != ""], done[done["days"] == 0]
    for one, several, some, total in (
        (TIGHT_ONE, TIGHT, tight, len(known)),
        (AGAINST_ONE, AGAINST, against, len(rows)),
        (
            TIMELESS_ONE,
            TIMELESS_ALL if len(timeless) == len(done) else TIMELESS,
            timeless,
            len(done),
        ),
    ):
        if len(some):
            form = one if len(some) == 1 else several
            names = named(some["name"].tolist())
            notes.append(form.format(n=len(some), total=total, named=names))
    return notes
