"""Why there is nobody in a network that a measure is asked of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool import schema
from graphtool.language import Text
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable, Options
from graphtool.queries.responsibility import existing

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

NO_PARTIES = Text(
    "Ingen parter deltar i noe.", "Ingen partar deltek i noko.", "No party takes part in anything."
)
NO_MUNICIPALITIES = Text(
    "Ingen kommuner deltar i noe.",
    "Ingen kommunar deltek i noko.",
    "No municipality takes part in anything.",
)
"""Of those that work together."""
NO_SUCH_TIE = Text(
    "Ingen part har denne sammenhengen til en annen.",
    "Ingen part har denne samanhengen til ein annan.",
    "No party has this relation to another.",
)
"""Of the network of a relation that no two parties have."""
HOME = "Municipality"


def nobody_in(graph: PlanGraph | Askable, options: Options) -> Text:
    """That nobody is in a network: of those that work together, or of a relation.

    At level municipality that is so where no municipality is, or where there are none at all.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> nobody_in(graph, {"level": "party"}).en
    'No party takes part in anything.'
    >>> nobody_in(graph, {"level": "municipality", "as_of": None}).en
    'No municipality takes part in anything.'
    """
    if options["level"] == HOME.lower():
        return no_municipality(graph, options) or NO_MUNICIPALITIES
    return NO_SUCH_TIE if options.get("relation") else NO_PARTIES


def no_municipality(graph: PlanGraph | Askable, options: Options) -> Text | None:
    """That municipalities are asked about and there are none, in the data or on the day.

    >>> from graphtool.graph import examples
    >>> asked = {"level": "municipality", "as_of": None}
    >>> no_municipality(examples.three_in_a_row(), asked) is None  # there are
    True
    """
    if options["level"] != HOME.lower() or existing(graph, HOME, options["as_of"]):
        return None
    return absent(schema.KINDS[HOME].plural, options["as_of"])
