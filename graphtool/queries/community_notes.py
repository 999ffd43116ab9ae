"""What is said beside communities: how good and sure the partition is, and if it says little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.language import Text
from graphtool.queries.phrases import NO_PARTIES, figure
from graphtool.queries.projection import on_their_own
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

MEANINGFUL = 0.3
"""Modularity from which a partition tells something.

A. Clauset, M. E. J. Newman and C. Moore, Physical Review E 70, 066111 (2004), p. 2.
"""


class Certainty(NamedTuple):
    """How sure the partition is; see `algorithms.modularity.Division`."""

    proved: bool
    """Whether no partition has a higher modularity, at the resolution asked for."""
    ways: int | None
    """How many have the same, this one among them; None where that is not known."""
    canonical: bool
    """Whether the network alone tells which is shown, whatever the ids are."""


CERTAINTY = "certainty"
"""Where the rows of `communities` carry their `Certainty`: among the table's `attrs`."""


def certainty(rows: pd.DataFrame) -> Certainty:
    """How sure the partition is that the rows of `communities` are.

    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> from graphtool.queries import ask
    >>> certainty(ask(graph, "communities")).proved
    True
    """
    found: Certainty = rows.attrs[CERTAINTY]
    return found


def modularity(rows: pd.DataFrame) -> float:
    """Modularity Q of the partition that the rows of `communities` are; 0 without ties.

    The share of all weight that lies inside communities, less what would by chance (Newman and
    Girvan 2004, Physical Review E 69, 026113, equation 5, here with weights), to nine decimals.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"community": [1, 1, 2, 2], "strength": [1.0] * 4, "inside": [1.0] * 4})
    >>> modularity(rows)  # two pairs, each tied to each other alone
    0.5
    """
    within, chance = _shares(rows)
    return round(within - chance, 9) + 0.0


def _shares(rows: pd.DataFrame) -> tuple[float, float]:
    """How much of all weight lies inside communities, and would by chance; none without ties."""
    total = float(rows["strength"].sum())
    if not total:
        return 0.0, 0.0
    parts = rows.assign(within=rows["strength"] * rows["inside"]).groupby("community")
    sums = parts[["within", "strength"]].sum() / total
    return float(sums["within"].sum()), float((sums["strength"] ** 2).sum())


def is_meaningful(rows: pd.DataFrame) -> bool:
    """Whether the partition says something: at least two communities of several, Q high enough.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"community": [1, 1, 2, 2], "strength": [1.0] * 4, "inside": [1.0] * 4,
    ...                      "size": 2})
    >>> is_meaningful(rows), is_meaningful(rows.assign(community=1))
    (True, False)
    """
    return _several(rows) > 1 and modularity(rows) >= MEANINGFUL


def _several(rows: pd.DataFrame) -> int:
    """How many communities have more than one member."""
    return len(set(rows.loc[rows["size"] > 1, "community"]))


def community_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many communities, the modularity, and in which cases that means little.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("communities", graph).notes[2].en
    'All that work with anybody are in one community: the network does not divide.'
    """
    n, links = len(rows), int(rows["degree"].sum()) // 2
    if not n:
        return [NO_PARTIES]
    if not links:
        return [
            Text(
                "Ingen er knyttet til noen: det finnes ingen fellesskap, hver står for seg.",
                "Ingen er knytte til nokon: det finst ingen fellesskap, kvar står for seg.",
                "Nobody is tied to anybody: there are no communities, each stands alone.",
            )
        ]
    k = len(set(rows["community"]))
    alone = int((rows["size"] == 1).sum())
    lonely = Text(f", {alone} av dem alene", f", {alone} av dei åleine", f", {alone} of them alone")
    found = Text(
        "{n} parter i {k} fellesskap{lonely}; modularitet Q = {q} (Newman og Girvan 2004, Phys."
        " Rev. E 69, 026113).",
        "{n} partar i {k} fellesskap{lonely}; modularitet Q = {q} (Newman og Girvan 2004, Phys."
        " Rev. E 69, 026113).",
        "{n} parties in {k}{lonely}; modularity Q = {q} (Newman and Girvan 2004, Phys. Rev. E 69,"
        " 026113).",
    ).format(
        n=n,
        lonely=lonely if alone else "",
        k=Text(f"{k}", f"{k}", "1 community" if k == 1 else f"{k} communities"),
        q=figure(_told(modularity(rows))),
    )
    doubts = _doubts(rows, complete=n > 2 and links == n * (n - 1) // 2)
    apart = on_their_own(graph, rows["party"], options)
    return [found, *_sureness(certainty(rows)), *doubts, *apart]


def _told(q: float) -> str:
    """With three decimals, or so many that less than enough does not read as enough.

    >>> _told(0.35714), _told(0.29961)
    ('0.357', '0.2996')
    """
    digits = 3
    while q < MEANINGFUL <= float(f"{q:.{digits}f}"):
        digits += 1
    return f"{q:.{digits}f}"


def _sureness(sure: Certainty) -> list[Text]:
    """Whether a better partition may exist, whether others are as good, and which is shown."""
    if not sure.proved:
        found = Text(
            "Inndelingen er den beste av flere søk (Louvain: Blondel mfl. 2008, J. Stat. Mech."
            " P10008), ikke bevist best: det kan finnes bedre og like gode.",
            "Inndelinga er den beste av fleire søk (Louvain: Blondel mfl. 2008, J. Stat. Mech."
            " P10008), ikkje bevist best: det kan finnast betre og like gode.",
            "The partition is the best of several searches (Louvain: Blondel et al. 2008, J. Stat."
            " Mech. P10008), not proved best: there may be better ones, and others as good.",
        )
        return [found] if sure.canonical else [found, BY_ID]
    if sure.ways == 1:
        return [
            Text(
                "Bevist best: ingen annen inndeling har like høy Q. Andre kan ha nesten like høy"
                " Q og"
                " se annerledes ut (Good mfl. 2010, Phys. Rev. E 81, 046106).",
                "Bevist best: inga anna inndeling har like høg Q. Andre kan ha nesten like høg Q"
                " og sjå"
                " annleis ut (Good mfl. 2010, Phys. Rev. E 81, 046106).",
                "Proved best: no other partition has as high a Q. Others may have almost as high"
                " a Q"
                " and look different (Good et al. 2010, Phys. Rev. E 81, 046106).",
            )
        ]
    if sure.ways is None:
        found = Text(
            "Bevist at ingen inndeling har høyere Q; hvor mange som har like høy, er ikke talt.",
            "Bevist at inga inndeling har høgare Q; kor mange som har like høg, er ikkje talt.",
            "Proved that no partition has a higher Q; how many have the same was not counted.",
        )
        return [found] if sure.canonical else [found, BY_ID]
    found = Text(
        "Bevist at ingen inndeling har høyere Q, men {n} er like gode: hvem som hører sammen, er"
        " ikke entydig. Vist er en med færrest fellesskap.",
        "Bevist at inga inndeling har høgare Q, men {n} er like gode: kven som høyrer saman, er"
        " ikkje eintydig. Vist er ei med færrast fellesskap.",
        "Proved that no partition has a higher Q, but {n} are equally good: who belongs together"
        " is not settled. Shown is one with the fewest communities.",
    ).format(n=sure.ways)
    return [found] if sure.canonical else [found, BY_ID]


BY_ID = Text(
    "Noen parter står likt i nettet; hvem av dem som havner hvor, kan avhenge av id-ene.",
    "Nokre partar står likt i nettet; kven av dei som hamnar kvar, kan avhenge av id-ane.",
    "Some parties have the same place in the network; which of them ends up where may depend on"
    " the ids.",
)


def _doubts(rows: pd.DataFrame, *, complete: bool) -> list[Text]:
    notes = []
    if complete:
        notes.append(
            Text(
                "Alle {n} er knyttet til alle: en inndeling sier lite.",
                "Alle {n} er knytte til alle: ei inndeling seier lite.",
                "All {n} are tied to all: a partition says little.",
            ).format(n=len(rows))
        )
    if _several(rows) == 1:
        notes.append(
            Text(
                "Alle som samarbeider med noen, er i ett fellesskap: nettet deler seg ikke.",
                "Alle som samarbeider med nokon, er i eitt fellesskap: nettet deler seg ikkje.",
                "All that work with anybody are in one community: the network does not divide.",
            )
        )
    elif modularity(rows) < MEANINGFUL:
        within, chance = _shares(rows)
        between = (round(100 * (1 - share)) for share in (within, chance))
        notes.append(LITTLE.format(**dict(zip(("between", "chance"), between, strict=True))))
    return notes


LITTLE = Text(
    "Q under 0,3: inndelingen sier lite. {between} % av samarbeidet går mellom fellesskapene;"
    " tilfeldige forbindelser ville gitt {chance} %.",
    "Q under 0,3: inndelinga seier lite. {between} % av samarbeidet går mellom fellesskapa;"
    " tilfeldige samband ville gitt {chance} %.",
    "Q below 0.3: the partition says little. {between}% of the work together runs between the"
    " communities; chance ties would give {chance}%.",
)
