"""Findings about which municipality depends on which other, and for what kind of reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.findings.finding import Finding
from graphtool.language import MORE, SHOWN, Text, collation_key, listed, plain, quoted, shortened
from graphtool.queries.border_kinds import KIND_WORDS
from graphtool.queries.columns import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer

UNSAID = Text(
    "{kinds}, ikke sagt som fakta", "{kinds}, ikkje sagt som fakta", "{kinds}, not stated as fact"
)
ONE = Text("{one} av {other} ({kinds})", "{one} av {other} ({kinds})", "{one} on {other} ({kinds})")
SEVERAL = Text("{n} av {other} ({kinds})", "{n} av {other} ({kinds})", "{n} on {other} ({kinds})")


def across_borders(answer: Answer, municipalities: Answer) -> list[Finding]:
    """Which municipality depends on which; `municipalities` has a row for each of them.

    With two municipalities or more it is also said that none does.
    """
    rows, everyone = answer.rows, tuple(municipalities.rows["party"])
    mutual = (rows["kind"] == "shared") & (rows["thirds"] != "")
    found = _needing_the_same(rows[mutual], answer)
    rows = rows[~mutual]
    ends = rows[["municipality", "name", "depends_on", "depends_on_name"]].drop_duplicates()
    pairs = list(ends.itertuples(index=False, name=None))
    if not pairs:
        none = not found and len(everyone) > 1
        return [_no_crossing(everyone, answer)] if none else found
    nodes = tuple(dict.fromkeys(node for one, _, other, _ in pairs for node in (one, other)))
    if len(pairs) == 1:
        text = Text(
            "{one} er avhengig av {other}: {through} ({kinds}).",
            "{one} er avhengig av {other}: {through} ({kinds}).",
            "{one} depends on {other}: {through} ({kinds}).",
        ).format(
            one=shortened(pairs[0][1]),
            other=shortened(pairs[0][3]),
            through=listed(quoted(rows["through"].unique())),
            kinds=_kinds(rows),
        )
    else:
        text = Text(
            "I {n} tilfeller er en kommune avhengig av en annen: {said}.",
            "I {n} tilfelle er ein kommune avhengig av ein annan: {said}.",
            "In {n} cases a municipality depends on another: {said}.",
        ).format(n=len(pairs), said=_on_each(rows))
    return [Finding("across-borders", text, nodes, (), answer.query.name), *found]


def _needing_the_same(rows: pd.DataFrame, answer: Answer) -> list[Finding]:
    """Which need the same of a third: each pair once, since neither depends on the other more."""
    if rows.empty:
        return []
    pairs = {
        frozenset(pair): tuple(sorted(names, key=collation_key))
        for *pair, one, other in rows[
            ["municipality", "depends_on", "name", "depends_on_name"]
        ].itertuples(index=False, name=None)
        for names in ((one, other),)
    }
    told = sorted(pairs.values(), key=lambda names: [collation_key(name) for name in names])
    names = [AND_ONE.format(one=shortened(one), other=shortened(other)) for one, other in told]
    form = SAME_OF_THIRD if len(pairs) == 1 else SAME_OF_THIRDS
    thirds = dict.fromkeys(n for some in rows["third_names"] for n in some.split(SEPARATOR))
    text = form.format(n=len(pairs), pairs=listed(names), thirds=listed(plain(thirds)))
    nodes = tuple(dict.fromkeys(node for pair in pairs for node in sorted(pair)))
    return [Finding("same-of-a-third", text, nodes, (), answer.query.name)]


AND_ONE = Text("{one} og {other}", "{one} og {other}", "{one} and {other}")
SAME_OF_THIRD = Text(
    "{pairs} trenger begge noe som er hos {thirds}.",
    "{pairs} treng begge noko som er hos {thirds}.",
    "{pairs} both need something of {thirds}.",
)
SAME_OF_THIRDS = Text(
    "{n} par av kommuner trenger det samme av en tredje ({thirds}): {pairs}.",
    "{n} par av kommunar treng det same av ein tredje ({thirds}): {pairs}.",
    "{n} pairs of municipalities need the same of a third ({thirds}): {pairs}.",
)


def _on_each(rows: pd.DataFrame) -> Text:
    """On whom how many depend, and why: those on whom most do, and how many cases more."""
    told = []
    for _, some in rows.groupby("depends_on", sort=True, observed=True):
        count, other = len(set(some["municipality"])), some["depends_on_name"].iat[0]
        said = (ONE if count == 1 else SEVERAL).format(
            one=shortened(some["name"].iat[0]), n=count, other=shortened(other), kinds=_kinds(some)
        )
        told.append((-count, collation_key(other), said))
    told.sort()
    shown = len(told) if len(told) <= SHOWN + 1 else SHOWN
    clauses = [said for *_, said in told[:shown]]
    more = -sum(count for count, *_ in told[shown:])
    return listed([*clauses, *([MORE.format(n=more)] if more else [])], shown + 1)


def _kinds(rows: pd.DataFrame) -> Text:
    """The kinds of dependency, and whether none of it is said as a fact."""
    kinds = set(rows["kind"])
    words = listed([label for kind, label in KIND_WORDS.items() if kind in kinds], most=None)
    return words if (rows["modality"] == "stated").any() else UNSAID.format(kinds=words)


def _no_crossing(everyone: tuple[str, ...], answer: Answer) -> Finding:
    text = Text(
        "Ingen kilde sier at en av kommunene er avhengig av en annen.",
        "Inga kjelde seier at ein av kommunane er avhengig av ein annan.",
        "No source says that one of the municipalities depends on another.",
    )
    return Finding("nothing-across-borders", text, everyone, (), answer.query.name)
