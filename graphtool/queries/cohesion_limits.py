"""What `cohesion` estimates or leaves out of a large network, and how that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphtool.algorithms import cohesion, core_periphery, permutation
from graphtool.language import Text
from graphtool.queries import measures
from graphtool.queries.cohesion_measures import MEASURES
from graphtool.queries.phrases import figure, significant

if TYPE_CHECKING:
    import pandas as pd

LIMITS = "limits"
"""Under which the rows keep what is not worked out in full: among the table's `attrs`."""


class Limits(NamedTuple):
    """What is not worked out in full in a network of this size."""

    left_out: dict[str, int]
    """Measures without a row, and up to how many parties each is worked out."""
    sources: int | None
    """Parties that betweenness is estimated from; None where it is exact."""


def limits(parties: int, *, directed: bool) -> Limits:
    """Those of a network of so many parties.

    >>> limits(2_001, directed=False)
    Limits(left_out={'core_periphery': 2000}, sources=1024)
    >>> limits(2_000, directed=False)
    Limits(left_out={}, sources=None)
    """
    longest = (
        {"upper_bound": cohesion.LARGEST_HIERARCHY}
        if directed
        else {"core_periphery": core_periphery.LARGEST}
    )
    return Limits(
        {name: most for name, most in longest.items() if parties > most},
        None if directed else measures.sources(parties),
    )


def limit_notes(rows: pd.DataFrame, parties: int, ties: int) -> list[Text]:
    """That betweenness is estimated, how far off it may be; what is left out; fewer shufflings.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"p": [float("nan")]})
    >>> rows.attrs[LIMITS] = Limits({"core_periphery": 2000}, sources=1024), 0.0123
    >>> for note in limit_notes(rows, parties=2500, ties=9000):
    ...     print(note.en)
    Centralisation by betweenness is estimated from 1024 of 2500 parties; the error is about ± ...
    Not worked out: core and periphery. It takes too long with more than 2000 parties.
    """
    found, error = rows.attrs[LIMITS]
    said = [
        LEFT_OUT.format(name=MEASURES[name].label, most=most)
        for name, most in found.left_out.items()
    ]
    if found.sources is not None:
        off = figure(significant(error, 1))
        said.insert(0, ESTIMATED.format(k=found.sources, n=parties, error=off))
    times = permutation.shufflings(ties)
    if times < permutation.REPEATS and rows["p"].notna().any():
        said.append(SHUFFLED.format(n=times, usual=permutation.REPEATS))
    return said


ESTIMATED = Text(
    "Sentralisering etter mellomposisjon er anslått fra {k} av {n} parter; feilen er om lag"
    " ± {error} (tre standardfeil).",
    "Sentralisering etter mellomposisjon er anslått frå {k} av {n} partar; feilen er om lag"
    " ± {error} (tre standardfeil).",
    "Centralisation by betweenness is estimated from {k} of {n} parties; the error is about"
    " ± {error} (three standard errors).",
)
LEFT_OUT = Text(
    "Ikke regnet ut: {name}. Det tar for lang tid med flere enn {most} parter.",
    "Ikkje rekna ut: {name}. Det tek for lang tid med fleire enn {most} partar.",
    "Not worked out: {name}. It takes too long with more than {most} parties.",
)
SHUFFLED = Text(
    "p er av {n} tilfeldige ombyttinger; nettet er for stort for {usual}.",
    "p er av {n} tilfeldige ombytingar; nettet er for stort for {usual}.",
    "p is of {n} random permutations; the network is too large for {usual}.",
)
