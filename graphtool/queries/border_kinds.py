"""The kinds of reason for which one municipality depends on another, and which of them count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated

from graphtool import schema
from graphtool.language import Text
from graphtool.queries import border_reasons
from graphtool.queries.borders import READS, Borders, Reason
from graphtool.queries.fields import Option, TimeOptions
from graphtool.queries.query import Options

KINDS: dict[str, Callable[[Borders], Iterator[Reason]]] = {
    "stated": border_reasons.stated,
    "carried out": border_reasons.carried_out,
    "funded": border_reasons.funded,
    "hosted": border_reasons.hosted,
    "shared": border_reasons.shared,
}
"""The kinds of dependency across municipal borders; all but the first are inferred."""
KIND_WORDS = {
    "stated": Text("forutsetning", "føresetnad", "prerequisite"),
    "carried out": Text("gjennomføring", "gjennomføring", "carried out"),
    "funded": Text("finansiering", "finansiering", "funded"),
    "hosted": Text("drift og ledelse", "drift og leiing", "run or led"),
    "shared": Text("felles ressurs", "felles ressurs", "shared resource"),
}
assert tuple(KINDS) == tuple(KIND_WORDS)
SHORT = {"funded": 1, "hosted": 2}
"""Kinds whose paths are of so many steps and never of more."""


class ReasonOptions(TimeOptions, total=False):
    """Which reasons for a dependency count."""

    kind: Annotated[
        tuple[str, ...],
        Option(
            Text(
                "bare avhengigheter av disse slagene",
                "berre avhengnader av desse slaga",
                "only dependencies of these kinds",
            ),
            tuple(KINDS),
            default=(),
        ),
    ]
    max_steps: Annotated[
        int,
        Option(
            Text(
                "den lengste veien som følges, i steg",
                "den lengste vegen som blir følgd, i steg",
                "the longest path to follow, in steps",
            ),
            default=4,
        ),
    ]
    modality: Annotated[
        schema.Modality,
        Option(
            Text(
                "bare det som er sagt minst så sikkert som dette: som fakta, utledet, planlagt,"
                " ønsket",
                "berre det som er sagt minst så sikkert som dette: som fakta, utleidd, planlagt,"
                " ønskt",
                "only what is said at least as well as this: stated, derived, planned, aspiration",
            ),
            default="aspiration",
        ),
    ]


def may_be_longer(options: Options) -> bool:
    """Whether a path of the kinds that are asked for may be longer than is followed.

    >>> may_be_longer({"kind": (), "max_steps": 4})
    True
    >>> may_be_longer({"kind": ("funded",), "max_steps": 4})
    False
    """
    most = options["max_steps"]
    return any(SHORT.get(kind, most + 1) > most for kind in options["kind"] or KINDS)


assert set(READS) <= set(schema.RELATIONS)
