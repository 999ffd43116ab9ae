"""What is said beside the rows of `bridges`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, listed, number, quoted
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.cut_off import BETWEEN_PARTS
from graphtool.queries.hosting import hosts_that_stay
from graphtool.queries.impact_text import EACH_OTHER
from graphtool.queries.nobody import nobody_in
from graphtool.queries.phrases import PARTIES
from graphtool.queries.registry import count

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable


def bridge_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """On what most hangs, or that the network hangs on nothing alone.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> run("bridges", examples.acting_for()).notes[0].en
    'There is one activity without which the network would split.'
    """
    asked = {name: options[name] for name in ("as_of", "successors", "level", "planned")}
    if rows.empty:
        return [NONE] if count(graph, "centrality", **asked) else [nobody_in(graph, options)]
    notes = [(ONE if len(rows) == 1 else MANY).format(n=len(rows)), hardest(rows)]
    hit = rows[rows["goals"] > 0]
    if len(hit):
        told = [
            HIT.format(n=n, who=who)
            for n, who in zip(hit["goals"], quoted(hit["name"]), strict=True)
        ]
        notes.append(GOALS.format(what=listed(told)))
    lost = {party for ids in rows["cut_off_ids"] for party in ids.split(SEPARATOR)}
    # A forum that ends hosts nobody any longer.
    gone = {name for names in rows["name"] for name in names.split(SEPARATOR)}
    return [*notes, *hosts_that_stay(graph, lost, gone, **asked)]


def hardest(rows: pd.DataFrame) -> Text:
    """Which of these bridges cuts off most, and how many; of at least one.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> hardest(run("bridges", examples.acting_for()).rows).en
    'Without “Klyngen”, 2 parties would lose touch with each other.'
    """
    most = int(rows["cut_off"].max())
    first = rows[rows["cut_off"] == most]
    return _form(rows, first).format(
        who=listed(quoted(first["name"])), n=number(most, *PARTIES), whom=_whom(first)
    )


def _form(rows: pd.DataFrame, first: pd.DataFrame) -> Text:
    """How those are told of whose end hits most: as most, where others hit fewer."""
    if len(first) < len(rows):
        return MOST if len(first) == 1 else MOST_OF_SEVERAL
    return EACH if len(rows) > 1 else CUT_OFF


def _whom(first: pd.DataFrame) -> Text:
    """From whom they would be cut off: where no part is the largest, from each other."""
    apart = (first["cut_off"] == first["parties"]) & first["cut_off_names"].str.contains(
        BETWEEN_PARTS, regex=False
    )
    return EACH_OTHER if apart.all() else OTHERS if apart.any() else THE_OTHERS


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
    "Flest, {n}, ville miste kontakten med {whom} uten {who}.",
    "Flest, {n}, ville miste kontakten med {whom} utan {who}.",
    "Most, {n}, would lose touch with {whom} without {who}.",
)
MOST_OF_SEVERAL = Text(
    "Flest, {n}, ville miste kontakten med {whom} uten en av disse: {who}.",
    "Flest, {n}, ville miste kontakten med {whom} utan ein av desse: {who}.",
    "Most, {n}, would lose touch with {whom} without one of these: {who}.",
)
EACH = Text(
    "{n} ville miste kontakten med {whom} uten hver av disse: {who}.",
    "{n} ville miste kontakten med {whom} utan kvar av desse: {who}.",
    "{n} would lose touch with {whom} without each of these: {who}.",
)
CUT_OFF = Text(
    "Uten {who} ville {n} miste kontakten med {whom}.",
    "Utan {who} ville {n} miste kontakten med {whom}.",
    "Without {who}, {n} would lose touch with {whom}.",
)
THE_OTHERS = Text("de andre", "dei andre", "the others")
OTHERS = Text("andre", "andre", "others")
"""Where some would be cut off from the others, and some from each other."""
GOALS = Text(
    "Blant dem som mister kontakten, er noen som svarer for mål: {what}.",
    "Mellom dei som mistar kontakten, er nokon som svarer for mål: {what}.",
    "Among those who lose touch are some who answer for goals: {what}.",
)
HIT = Text("{n} uten {who}", "{n} utan {who}", "{n} without {who}")
