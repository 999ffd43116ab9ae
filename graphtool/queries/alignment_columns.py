"""The row of `alignment`, and what it tells of a goal."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Document, Line, Quote, col, node_id
from graphtool.queries.orphan_columns import GoalId
from graphtool.queries.owner_columns import KIND_WORDS, Modality
from graphtool.queries.paths import StepEvidence, in_words

TAKEN, PLAN, LEFT, ALIKE = "taken up", "plan taken up", "not taken up", "alike"
WHAT = {
    TAKEN: Text("følges opp av", "blir følgt opp av", "taken up by"),
    PLAN: Text("planen følges opp av", "planen blir følgt opp av", "its plan is taken up by"),
    LEFT: Text("følges ikke opp", "blir ikkje følgt opp", "not taken up"),
    ALIKE: Text("ligner på", "liknar på", "worded like"),
}
PLACE = {what: at for at, what in enumerate(WHAT, start=1)}


class Alignment(NamedTuple):
    """A goal, and what takes it up, or what is worded like it, or that nothing does."""

    place: Annotated[
        int,
        col(
            ("nr.", "plassen til det som er sagt"),
            ("nr.", "plassen til det som er sagt"),
            ("no.", "place of what is said"),
            in_tables=False,
        ),
    ]
    goal: GoalId
    goal_name: Annotated[
        str, col(("mål", "målets navn"), ("mål", "namnet på målet"), ("goal", "the goal's name"))
    ]
    goal_homes: Annotated[
        str | None,
        col(
            ("felles for", "navnene på kommunene som har målet"),
            ("felles for", "namna på kommunane som har målet"),
            ("common to", "names of the municipalities whose goal it is"),
        ),
    ]
    what: Annotated[
        str,
        col(
            ("hvordan", "hva som er sagt om målet"),
            ("korleis", "kva som er sagt om målet"),
            ("how", "what is told of the goal"),
            WHAT,
        ),
    ]
    other: Annotated[
        str | None,
        node_id(
            ("annet-id", "den andres id"),
            ("anna-id", "id-en til den andre"),
            ("other", "id of the other"),
        ),
    ]
    other_name: Annotated[
        str | None,
        col(
            ("av hva", "navnet på det som følger det opp, eller som ligner"),
            ("av kva", "namnet på det som følgjer det opp, eller som liknar"),
            ("other name", "the name of what takes it up, or alike"),
        ),
    ]
    other_kind: Annotated[
        str | None,
        col(("type", "hva det er"), ("type", "kva det er"), ("kind", "what that is"), KIND_WORDS),
    ]
    other_homes: Annotated[
        str | None,
        col(
            ("kommune", "navnene på dem som har det"),
            ("kommune", "namna på dei som har det"),
            ("municipality", "names of those whose that is"),
        ),
    ]
    steps: Annotated[
        int | None,
        col(
            ("ledd", "hvor mange sammenhenger som ligger mellom"),
            ("ledd", "kor mange samanhengar som ligg mellom"),
            ("steps", "how many relations lie between"),
        ),
    ]
    path: Annotated[
        str | None,
        col(
            ("vei", "navnene fra det som følger opp til målet, med sammenhengene mellom dem"),
            ("veg", "namna frå det som følgjer opp til målet, med samanhengane mellom dei"),
            (
                "path",
                "the names from what takes it up to the goal, with the relations between them",
            ),
            in_tables=False,
            said=in_words,
        ),
    ]
    score: Annotated[
        float | None,
        col(
            ("likhet", "hvor likt de to er formulert, av 100; et forslag"),
            ("likskap", "kor likt dei to er formulerte, av 100; eit forslag"),
            ("likeness", "how alike the two are worded, of 100; a suggestion"),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
    evidence: StepEvidence
