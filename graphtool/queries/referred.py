"""Which documents would settle it: plans that are named in a plan but are not in the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.language import Text

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


def referred_plans(graph: PlanGraph, items: pd.Series[str]) -> list[Text]:
    """A note that names plans which carry out the items' plans but whose content is not known.

    A plan is unread when nothing is part of it. No note where there is no such plan.
    """
    part_of, implements = graph.related("PART_OF"), graph.related("IMPLEMENTS")
    up: dict[int, set[int]] = {}
    for part, whole in zip(part_of["source"], part_of["target"], strict=True):
        up.setdefault(part, set()).add(whole)
    ids = graph.nodes["id"]
    front = set(ids.index[ids.isin(set(items))])
    seen = set(front)
    while front:
        front = {whole for node in front for whole in up.get(node, ())} - seen
        seen |= front
    read = set(part_of["target"])
    unread = implements[
        implements["target"].isin(seen) & ~implements["source"].isin(read)
        & graph.nodes["kind"].take(implements["source"]).eq("Plan").to_numpy()
    ].drop_duplicates("source")  # fmt: skip
    if unread.empty:
        return []
    plans = [
        f"«{name}» ({document}:{line})" if document else f"«{name}»"
        for name, document, line in zip(
            graph.nodes["name"].take(unread["source"]),
            unread["document"], unread["line"], strict=True,
        )
    ]  # fmt: skip
    return [Text(
        "Disse planene er nevnt, men ikke lest inn; de kan si hvem som svarer: {plans}.",
        "Desse planane er nemnde, men ikkje lesne inn; dei kan seie kven som svarer: {plans}.",
        "These plans are referred to but not read in; they may say who answers: {plans}.",
    ).format(plans=", ".join(plans))]  # fmt: skip
