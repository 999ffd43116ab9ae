"""What is said beside circles of dependencies: how many, and where they are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.algorithms.feedback import EXACT_UP_TO
from graphtool.language import Text, number
from graphtool.queries.dependency_notes import DEPENDENCIES
from graphtool.queries.needs import NeedGraph
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


FEWEST, FEW = "fewest", "few"


def cycle_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many circles there are, and how few dependencies would have to go.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Goal"}, {"id": "b", "kind": "Goal"}],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b"},
    ...      {"source": "b", "relation": "DEPENDS_ON", "target": "a"}])
    >>> run("dependency-cycles", graph).notes[0].en
    'One circle in which all wait for each other; without 1 dependency all could be taken in order.'
    """
    if rows.empty:
        if not NeedGraph.asked(graph, **options).links:
            return [absent(DEPENDENCIES, options["as_of"])]
        return [NONE]
    greedy = (rows["found"] == FEW).any()
    form = MANY if len(rows) > 1 else ITSELF if rows["size"].iat[0] == 1 else ONE
    said = form.format(n=len(rows), cuts=number(int(rows["cuts"].sum()), *CUTS))
    return [said, GREEDY] if greedy else [said]


NONE = Text(
    "Ingen ring: alt som avhenger av noe, kan tas i rekkefølge.",
    "Ingen ring: alt som er avhengig av noko, kan takast i rekkjefølgje.",
    "No circle: all that depends on anything can be taken in order.",
)
CUTS = (
    Text("1 avhengighet", "1 avhengnad", "1 dependency"),
    Text("{n} avhengigheter", "{n} avhengnader", "{n} dependencies"),
)
ITSELF = Text(
    "Én ring der noe venter på seg selv; uten {cuts} kunne alt tas i rekkefølge.",
    "Éin ring der noko ventar på seg sjølv; utan {cuts} kunne alt takast i rekkjefølgje.",
    "One circle in which something waits for itself; without {cuts} all could be taken in order.",
)
ONE = Text(
    "Én ring der alle venter på hverandre; uten {cuts} kunne alt tas i rekkefølge.",
    "Éin ring der alle ventar på kvarandre; utan {cuts} kunne alt takast i rekkjefølgje.",
    "One circle in which all wait for each other; without {cuts} all could be taken in order.",
)
MANY = Text(
    "{n} ringer der alle venter på hverandre; uten {cuts} kunne alt tas i rekkefølge.",
    "{n} ringar der alle ventar på kvarandre; utan {cuts} kunne alt takast i rekkjefølgje.",
    "{n} circles in which all wait for each other; without {cuts} all could be taken in order.",
)
GREEDY = Text(
    f"I ringer med flere enn {EXACT_UP_TO} er bruddene funnet grådig: det kan finnes færre.",
    f"I ringar med fleire enn {EXACT_UP_TO} er brota funne grådig: det kan finnast færre.",
    f"In circles of more than {EXACT_UP_TO} the cuts are found greedily: there may be fewer.",
)
