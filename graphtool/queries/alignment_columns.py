"""The row of `alignment`, and what it tells of a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Column, Document, Line, Quote, col, node_id
from graphtool.queries.links import PathStep
from graphtool.queries.owners import KIND_WORDS, Modality
from graphtool.queries.paths import in_words

if TYPE_CHECKING:
    pass


TAKEN, PLAN, LEFT, ALIKE = "taken up", "plan taken up", "not taken up", "alike"
WHAT = {
    TAKEN: Text("følges opp av", "vert følgt opp av", "taken up by"),
    PLAN: Text("planen følges opp av", "planen vert følgt opp av", "its plan is taken up by"),
    LEFT: Text("følges ikke opp", "vert ikkje følgt opp", "not taken up"),
    ALIKE: Text("ligner på", "liknar på", "worded like"),
}
PLACE = {what: at for at, what in enumerate(WHAT, start=1)}


class Alignment(NamedTuple):
    """A goal, and what takes it up, or what is worded like it, or that nothing does."""

    place: Annotated[
        int, Column(Text("nr.", "nr.", "no."), "place of what is said", in_tables=False)
    ]
    goal: Annotated[str, node_id("mål-id", "mål-id", "goal", "id of the goal")]
    goal_name: Annotated[str, col("mål", "mål", "goal", "the goal's name")]
    goal_homes: Annotated[
        str | None,
        col(
            "felles for", "felles for", "common to", "names of the municipalities whose goal it is"
        ),
    ]
    what: Annotated[
        str, Column(Text("hvordan", "korleis", "how"), "what is told of the goal", WHAT)
    ]
    other: Annotated[str | None, node_id("annet-id", "anna-id", "other", "id of the other")]
    other_name: Annotated[
        str | None, col("av hva", "av kva", "other name", "the name of what takes it up, or alike")
    ]
    other_kind: Annotated[
        str | None, Column(Text("type", "type", "kind"), "what that is", KIND_WORDS)
    ]
    other_homes: Annotated[
        str | None, col("kommune", "kommune", "municipality", "names of those whose that is")
    ]
    steps: Annotated[int | None, col("ledd", "ledd", "steps", "how many relations lie between")]
    path: Annotated[
        str | None,
        Column(
            Text("vei", "veg", "path"),
            "the names from what takes it up to the goal, with the relations between them",
            in_tables=False,
            said=in_words,
        ),
    ]
    score: Annotated[
        float | None,
        col("likhet", "likskap", "likeness", "how alike the two are worded, of 100; a suggestion"),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
    evidence: Annotated[
        tuple[PathStep, ...],
        Column(Text("belegg", "belegg", "evidence"), "where each step is said", in_tables=False),
    ]
