"""Findings about parties without whom others lose touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.findings.collaboration import only_shared
from graphtool.findings.finding import Finding
from graphtool.language import Text, listed, plain, shortened
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.cut_off import BETWEEN_PARTS

if TYPE_CHECKING:
    from graphtool.engine import Answer

MOST = 5
"""Parties that have a sentence of their own."""


def cut_points(answer: Answer, connected: Answer, roles: Answer) -> list[Finding]:
    """Whose leaving would split the network and whom it would lose, or that no one party would.

    `connected` is the answer of `communities`: nothing is said where nobody has two partners.
    That what a party hosts or owns (as `roles` says) hangs on it, is not worth saying.
    """
    called = dict(zip(connected.rows["party"], connected.rows["name"], strict=True))
    held = roles.rows[(roles.rows["hosts"] > 0) | (roles.rows["owns"] > 0)]
    own = set(zip(held["party"], held["activity"], strict=True))
    records = [
        (party, name, lost, len(kept) == parts)
        for party, name, parts, _, ids, names in answer.rows.itertuples(index=False, name=None)
        if (kept := _parts(ids, names, called))
        and (lost := [part for part in kept if not _owned(party, part, own)])
        if len(lost) > (1 if len(kept) == parts else 0)
    ]
    if not records:
        return _held(connected)
    found = []
    for party, name, lost, even in records[:MOST]:
        text = _falls(name, len(lost)) if even else _loses(name, lost)
        nodes = (party, *(node for part in lost for node in part))
        found.append(Finding(f"cut-point-{party}", text, nodes, (), answer.query.name))
    if rest := records[MOST:]:
        text = Text(
            "Nettet ville dele seg også uten {names}.",
            "Nettet ville dele seg også utan {names}.",
            "The network would split without {names} as well.",
        ).format(names=listed(plain(name for _, name, *_ in rest)))
        nodes = tuple(party for party, *_ in rest)
        found.append(Finding("cut-points", text, nodes, (), answer.query.name))
    return found


def _parts(ids: str, names: str, called: dict[str, str]) -> list[dict[str, str]]:
    """The parts that are cut off, each as names by id.

    A name may hold what stands between names; ids do not, so each name is known before it is read.
    """
    parts: list[dict[str, str]] = [{}]
    at = 0
    for node in ids.split(SEPARATOR):
        parts[-1][node] = called[node]
        at += len(called[node])
        if names.startswith(BETWEEN_PARTS, at):
            parts.append({})
            at += len(BETWEEN_PARTS)
        else:
            at += len(SEPARATOR)
    return parts


def _owned(party: str, part: dict[str, str], own: set[tuple[str, str]]) -> bool:
    return all((party, node) in own for node in part)


def _held(connected: Answer) -> list[Finding]:
    tied = connected.rows[connected.rows["degree"] > 0]
    if tied.empty or tied["degree"].max() < 2:
        return []
    only = only_shared(tied) if len(set(tied["community"])) == 1 else ""
    text = Text(
        "Ingen ville miste forbindelsen til de andre om én part gikk ut{but}.",
        "Ingen ville misse sambandet med dei andre om éin part gjekk ut{but}.",
        "Nobody would lose touch with the others if one party left{but}.",
    )
    but = Text(
        ", så lenge {what} består: bare dette knytter dem sammen",
        ", så lenge {what} står ved lag: berre dette knyter dei saman",
        ", as long as there is {what}: that alone ties them together",
    ).format(what=shortened(only))
    text = text.format(but=but if only else "")
    return [Finding("no-cut-point", text, tuple(tied["party"]), (), "cut-points")]


def _falls(name: str, parts: int) -> Text:
    return Text(
        "Uten {name} ville nettet falle fra hverandre i {n} deler, og ingen av dem er størst.",
        "Utan {name} ville nettet falle frå kvarandre i {n} delar, og ingen av dei er størst.",
        "Without {name} the network would fall into {n} parts, none of them the largest.",
    ).format(name=shortened(name), n=parts)


def _loses(name: str, lost: list[dict[str, str]]) -> Text:
    names = [one for part in lost for one in part.values()]
    return Text(
        "Uten {name} ville {names} miste forbindelsen til de andre.",
        "Utan {name} ville {names} misse sambandet med dei andre.",
        "Without {name}, {names} would lose touch with the others.",
    ).format(name=shortened(name), names=listed(plain(names)))
