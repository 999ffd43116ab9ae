"""What is compared with what: another dataset, or the same one on another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.cli.sources import read
from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text, same

if TYPE_CHECKING:
    from graphtool.comparison import Since
    from graphtool.graph import PlanGraph

_NEEDS_DAY = Text(
    "--compare med en dag må ha --as-of for den andre dagen; det som er endret fra {compare} til i"
    " dag: --compare {compare} --as-of {today}",
    "--compare med ein dag må ha --as-of for den andre dagen; det som er endra frå {compare} til i"
    " dag: --compare {compare} --as-of {today}",
    "--compare with a day needs --as-of for the other day; what changed from {compare} until today:"
    " --compare {compare} --as-of {today}",
)
_SWAP_DAYS = Text(
    "--compare {compare} er etter --as-of {as_of}; bytt om de to",
    "--compare {compare} er etter --as-of {as_of}; byt om dei to",
    "--compare {compare} is after --as-of {as_of}; swap the two",
)
_NEITHER = Text(
    "«{value}» er verken et datasett eller en dato; ventet {expected}",
    "«{value}» er verken eit datasett eller ein dato; venta {expected}",
    "{value!r} is no dataset and no date; expected {expected}",
)


def since(graph: PlanGraph, compare: str | None, as_of: str | None) -> Since | None:
    """What a graph is compared with: another dataset on the same day, or itself on an earlier one.

    Raises `GraphtoolError` for a day that nothing is compared with, and for what is neither.
    """
    import datetime
    from pathlib import Path

    from graphtool import dates
    from graphtool.comparison import Since

    if compare is None:
        return None
    if dates.is_partial_date(compare):
        if as_of is None:
            today = datetime.date.today().isoformat()
            raise GraphtoolError(Said(_NEEDS_DAY, compare=compare, today=today))
        if dates.is_partial_date(as_of) and dates.last_day(compare) > dates.last_day(as_of):
            raise GraphtoolError(Said(_SWAP_DAYS, compare=compare, as_of=as_of))
        return Since(graph, compare, same(compare))
    if compare[:4].isdigit() and not Path(compare).exists():
        said = Said(_NEITHER, value=compare, expected=dates.EXPECTED)
        raise GraphtoolError(said)
    return Since(read(compare), as_of)
