"""What is said beside communities: how good and sure the partition is, and if it says little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text
from graphtool.queries.community_certainty import (
    MEANINGFUL,
    Certainty,
    certainty,
    modularity,
    several,
    shares,
)
from graphtool.queries.nobody import nobody_in
from graphtool.queries.phrases import figure
from graphtool.queries.projection import on_their_own
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


NO_COMMUNITIES = Text(
    "Ingen er knyttet til noen: det finnes ingen fellesskap, hver står for seg.",
    "Ingen er knytte til nokon: det finst ingen fellesskap, kvar står for seg.",
    "Nobody is tied to anybody: there are no communities, each stands alone.",
)
FOUND = Text(
    "{n} parter i {k} fellesskap{lonely}; modularitet Q = {q} (Newman og Girvan 2004, Phys. Rev. E"
    " 69, 026113).",
    "{n} partar i {k} fellesskap{lonely}; modularitet Q = {q} (Newman og Girvan 2004, Phys. Rev. E"
    " 69, 026113).",
    "{n} parties in {k}{lonely}; modularity Q = {q} (Newman and Girvan 2004, Phys. Rev. E 69,"
    " 026113).",
)
BEST_OF_SEVERAL = Text(
    "Inndelingen er den beste av flere søk (Louvain: Blondel mfl. 2008, J. Stat. Mech. P10008),"
    " ikke bevist best: det kan finnes bedre og like gode.",
    "Inndelinga er den beste av fleire søk (Louvain: Blondel mfl. 2008, J. Stat. Mech. P10008),"
    " ikkje bevist best: det kan finnast betre og like gode.",
    "The partition is the best of several searches (Louvain: Blondel et al. 2008, J. Stat. Mech."
    " P10008), not proved best: there may be better ones, and others as good.",
)
PROVED_BEST = Text(
    "Bevist best: ingen annen inndeling har like høy Q. Andre kan ha nesten like høy Q og se"
    " annerledes ut (Good mfl. 2010, Phys. Rev. E 81, 046106).",
    "Bevist best: inga anna inndeling har like høg Q. Andre kan ha nesten like høg Q og sjå annleis"
    " ut (Good mfl. 2010, Phys. Rev. E 81, 046106).",
    "Proved best: no other partition has as high a Q. Others may have almost as high a Q and look"
    " different (Good et al. 2010, Phys. Rev. E 81, 046106).",
)
NOT_COUNTED = Text(
    "Bevist at ingen inndeling har høyere Q; hvor mange som har like høy, er ikke talt.",
    "Bevist at inga inndeling har høgare Q; kor mange som har like høg, er ikkje talt.",
    "Proved that no partition has a higher Q; how many have the same was not counted.",
)
EQUALLY_GOOD = Text(
    "Bevist at ingen inndeling har høyere Q, men {n} er like gode: hvem som hører sammen, er ikke"
    " entydig. Vist er en med færrest fellesskap.",
    "Bevist at inga inndeling har høgare Q, men {n} er like gode: kven som høyrer saman, er ikkje"
    " eintydig. Vist er ei med færrast fellesskap.",
    "Proved that no partition has a higher Q, but {n} are equally good: who belongs together is not"
    " settled. Shown is one with the fewest communities.",
)
ALL_TIED = Text(
    "Alle {n} er knyttet til alle: en inndeling sier lite.",
    "Alle {n} er knytte til alle: ei inndeling seier lite.",
    "All {n} are tied to all: a partition says little.",
)
ONE_COMMUNITY = Text(
    "Alle som samarbeider med noen, er i ett fellesskap: nettet deler seg ikke.",
    "Alle som samarbeider med nokon, er i eitt fellesskap: nettet deler seg ikkje.",
    "All that work with anybody are in one community: the network does not divide.",
)
SAYS_LITTLE = Text(
    "Q under 0,3: inndelingen sier lite. {between} % av samarbeidet går mellom fellesskapene;"
    " tilfeldige forbindelser ville gitt {chance} %.",
    "Q under 0,3: inndelinga seier lite. {between} % av samarbeidet går mellom fellesskapa;"
    " tilfeldige samband ville gitt {chance} %.",
    "Q below 0.3: the partition says little. {between}% of the work together runs between the"
    " communities; chance ties would give {chance}%.",
)


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
        return [nobody_in(graph, options)]
    if not links:
        return [NO_COMMUNITIES]
    k = len(set(rows["community"]))
    alone = int((rows["size"] == 1).sum())
    lonely = Text(f", {alone} av dem alene", f", {alone} av dei åleine", f", {alone} of them alone")
    found = FOUND.format(
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
        found = BEST_OF_SEVERAL
    elif sure.ways == 1:
        return [PROVED_BEST]
    elif sure.ways is None:
        found = NOT_COUNTED
    else:
        found = EQUALLY_GOOD.format(n=sure.ways)
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
        notes.append(ALL_TIED.format(n=len(rows)))
    if several(rows) == 1:
        notes.append(ONE_COMMUNITY)
    elif modularity(rows) < MEANINGFUL:
        between, chance = (round(100 * (1 - inside)) for inside in shares(rows))
        notes.append(SAYS_LITTLE.format(between=between, chance=chance))
    return notes
