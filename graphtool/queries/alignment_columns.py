"""The row of `alignment`, and what it tells of a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Column, Document, Line, Quote, col, node_id
from graphtool.queries.owners import KIND_WORDS, Modality
from graphtool.queries.paths import StepEvidence, in_words

if TYPE_CHECKING:
    pass


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
        Column(
            Text("nr.", "nr.", "no."),
            Text(
                "plassen til det som er sagt",
                "plassen til det som er sagt",
                "place of what is said",
            ),
            in_tables=False,
        ),
    ]
    goal: Annotated[
        str,
        node_id("mål-id", "mål-id", "goal", Text("målets id", "id-en til målet", "id of the goal")),
    ]
    goal_name: Annotated[
        str, col("mål", "mål", "goal", Text("målets navn", "namnet på målet", "the goal's name"))
    ]
    goal_homes: Annotated[
        str | None,
        col(
            "felles for",
            "felles for",
            "common to",
            Text(
                "navnene på kommunene som har målet",
                "namna på kommunane som har målet",
                "names of the municipalities whose goal it is",
            ),
        ),
    ]
    what: Annotated[
        str,
        Column(
            Text("hvordan", "korleis", "how"),
            Text(
                "hva som er sagt om målet", "kva som er sagt om målet", "what is told of the goal"
            ),
            WHAT,
        ),
    ]
    other: Annotated[
        str | None,
        node_id(
            "annet-id",
            "anna-id",
            "other",
            Text("den andres id", "id-en til den andre", "id of the other"),
        ),
    ]
    other_name: Annotated[
        str | None,
        col(
            "av hva",
            "av kva",
            "other name",
            Text(
                "navnet på det som følger det opp, eller som ligner",
                "namnet på det som følgjer det opp, eller som liknar",
                "the name of what takes it up, or alike",
            ),
        ),
    ]
    other_kind: Annotated[
        str | None,
        Column(
            Text("type", "type", "kind"),
            Text("hva det er", "kva det er", "what that is"),
            KIND_WORDS,
        ),
    ]
    other_homes: Annotated[
        str | None,
        col(
            "kommune",
            "kommune",
            "municipality",
            Text(
                "navnene på dem som har det",
                "namna på dei som har det",
                "names of those whose that is",
            ),
        ),
    ]
    steps: Annotated[
        int | None,
        col(
            "ledd",
            "ledd",
            "steps",
            Text(
                "hvor mange sammenhenger som ligger mellom",
                "kor mange samanhengar som ligg mellom",
                "how many relations lie between",
            ),
        ),
    ]
    path: Annotated[
        str | None,
        Column(
            Text("vei", "veg", "path"),
            Text(
                "navnene fra det som følger opp til målet, med sammenhengene mellom dem",
                "namna frå det som følgjer opp til målet, med samanhengane mellom dei",
                "the names from what takes it up to the goal, with the relations between them",
            ),
            in_tables=False,
            said=in_words,
        ),
    ]
    score: Annotated[
        float | None,
        col(
            "likhet",
            "likskap",
            "likeness",
            Text(
                "hvor likt de to er formulert, av 100; et forslag",
                "kor likt dei to er formulerte, av 100; eit forslag",
                "how alike the two are worded, of 100; a suggestion",
            ),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
    evidence: StepEvidence
