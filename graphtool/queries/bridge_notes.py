"""What is said beside the rows of `bridges`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, listed, number, quoted
from graphtool.queries.phrases import NO_PARTIES, PARTIES
from graphtool.queries.registry import count

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable


def bridge_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """On what most hangs, or that the network hangs on nothing alone."""
    asked = {name: options[name] for name in ("as_of", "successors", "level", "planned")}
    if rows.empty:
        return [NONE] if count(graph, "centrality", **asked) else [NO_PARTIES]
    most = int(rows["cut_off"].max())
    first = rows[rows["cut_off"] == most]
    form = MOST if len(first) == 1 else MOST_OF_SEVERAL
    notes = [
        (ONE if len(rows) == 1 else MANY).format(n=len(rows)),
        form.format(who=listed(quoted(first["name"])), n=number(most, *PARTIES)),
    ]
    hit = rows[rows["goals"] > 0]
    if len(hit):
        notes.append(GOALS.format(who=listed(quoted(hit["name"])), n=int(hit["goals"].max())))
    return notes


NONE = Text(
    "Nettet henger ikke på noen enkelt aktivitet: det deler seg ikke om én tar slutt.",
    "Nettet heng ikkje på nokon enkelt aktivitet: det deler seg ikkje om éin tek slutt.",
    "The network hangs on no single activity: it does not split if one ends.",
)
ONE = Text(
    "Det er én aktivitet som nettet ville dele seg uten.",
    "Det er éin aktivitet som nettet ville dele seg utan.",
    "There is one activity without which the network would split.",
)
MANY = Text(
    "Om én av disse {n} aktivitetene tok slutt, ville nettet dele seg.",
    "Om éin av desse {n} aktivitetane tok slutt, ville nettet dele seg.",
    "If one of these {n} activities ended, the network would split.",
)
MOST = Text(
    "Flest, {n}, ville miste kontakten med de andre uten {who}.",
    "Flest, {n}, ville miste kontakten med dei andre utan {who}.",
    "Most, {n}, would lose touch with the others without {who}.",
)
MOST_OF_SEVERAL = Text(
    "Flest, {n}, ville miste kontakten med de andre uten en av disse: {who}.",
    "Flest, {n}, ville miste kontakten med dei andre utan ein av desse: {who}.",
    "Most, {n}, would lose touch with the others without one of these: {who}.",
)
GOALS = Text(
    "Blant dem som mister kontakten, er noen som svarer for mål: uten {who} (høyst {n}).",
    "Mellom dei som mistar kontakten, er nokon som svarer for mål: utan {who} (høgst {n}).",
    "Among those who lose touch are some who answer for goals: without {who} (at most {n}).",
)
