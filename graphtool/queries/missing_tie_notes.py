"""What is said beside the rows of `missing-ties`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import SHOWN, Text, number, setting, shortened, side_by_side
from graphtool.queries.missing_tie_columns import PARTNERS
from graphtool.queries.nobody import no_municipality
from graphtool.queries.phrases import PAIR, PAIRS

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable


def missing_tie_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How much of what hangs together is matched by shared activities, and what is only likely.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> run("missing-ties", examples.three_in_a_row()).notes[0].en
    'Nothing that two parties have in hand is said to hang together.'
    """
    hanging, met = rows.attrs[FIT]
    notes = []
    if not hanging:
        notes.append(no_municipality(graph, options) or NOTHING_HANGS)
    else:
        all_meet = ALL_MEET_ONE if hanging == 1 else ALL_MEET
        form = all_meet if hanging == met else FIT_SAID if met else NONE_MEET
        share = number(hanging, *PAIRS)
        notes.append(form.format(pairs=share, met=met, lacking=hanging - met))
    reasoned = rows[rows["reason"] != PARTNERS]
    if len(reasoned):
        pairs = reasoned.drop_duplicates(["party", "other"])
        names = [
            PAIR.format(one=shortened(one), other=shortened(other))
            for one, other in zip(pairs["party_name"], pairs["other_name"], strict=True)
        ]
        notes.append(OUGHT.format(who=side_by_side(names, SHOWN)))
    if (rows["reason"] == PARTNERS).any():
        notes.append(LIKELY)
    if rows.attrs[MORE]:
        notes.append(FURTHER.format(n=rows.attrs[MORE], most=setting("most")))
    return notes


FIT, MORE = "fit", "more"
"""Under which the rows keep how many pairs' work hangs together and how many of them meet, and how
many more have common partners: among the table's `attrs`."""
NOTHING_HANGS = Text(
    "Ingenting som to parter har hånd om, er sagt å henge sammen.",
    "Ingenting som to partar har hand om, er sagt å henge saman.",
    "Nothing that two parties have in hand is said to hang together.",
)
FIT_SAID = Text(
    "Arbeidet til {pairs} henger sammen; {met} av dem deler en aktivitet, {lacking} gjør det ikke.",
    "Arbeidet til {pairs} heng saman; {met} av dei deler ein aktivitet, {lacking} gjer det ikkje.",
    "The work of {pairs} hangs together: {met} with a shared activity, {lacking} without.",
)
ALL_MEET = Text(
    "Arbeidet til {pairs} henger sammen, og alle har en felles aktivitet.",
    "Arbeidet til {pairs} heng saman, og alle har ein felles aktivitet.",
    "The work of {pairs} hangs together, and all have a shared activity.",
)
ALL_MEET_ONE = Text(
    "Arbeidet til {pairs} henger sammen, og de to har en felles aktivitet.",
    "Arbeidet til {pairs} heng saman, og dei to har ein felles aktivitet.",
    "The work of {pairs} hangs together, and the two have a shared activity.",
)
NONE_MEET = Text(
    "Arbeidet til {pairs} henger sammen, uten noen felles aktivitet.",
    "Arbeidet til {pairs} heng saman, utan nokon felles aktivitet.",
    "The work of {pairs} hangs together, without any shared activity.",
)
OUGHT = Text(
    "Uten felles aktivitet: {who}. Det betyr bare at ingen kilde her nevner en møteplass, en plan,"
    " et program, et prosjekt eller et tiltak som begge har del i; samme mål er ikke nok, og de kan"
    " ha kontakt likevel.",
    "Utan felles aktivitet: {who}. Det tyder berre at inga kjelde her nemner ein møteplass, ein"
    " plan, eit program, eit prosjekt eller eit tiltak som begge har del i; same mål er ikkje nok,"
    " og dei kan ha kontakt likevel.",
    "Without a shared activity: {who}. It means only that no source here names a forum, a plan, a"
    " programme, a project or a measure that both have a part in; the same goal is not enough, and"
    " they may be in touch all the same.",
)
LIKELY = Text(
    "Felles partnere gjør det lettere å møtes, men er ingen grunn i seg selv.",
    "Felles partnarar gjer det lettare å møtast, men er ingen grunn i seg sjølv.",
    "Common partners make it easier to meet, but are no reason in themselves.",
)
FURTHER = Text(
    "{n} par til har felles partnere; {most} viser flere.",
    "{n} par til har felles partnarar; {most} viser fleire.",
    "Pairs with common partners beyond these: {n}; {most} shows more.",
)
