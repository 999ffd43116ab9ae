"""A network with more lines than one slide can show apart, in parts by where its lines begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphtool.slides.deck import Network, Tie

SHARE = 0.25
"""Of the lines, at least on each side of a cut where the column changes."""


def split(network: Network) -> tuple[Network, Network]:
    """Two networks with a part of the lines each, and the boxes that these end at.

    Lines are in order of the column, and then of the box, that they begin at from the left; the cut
    is where the column changes if that leaves a fair share on both sides, else where the box does,
    else in the middle. Boxes without lines stand with the first part, and the legend of each has
    the signs that it uses.

    >>> from graphtool.slides.deck import Box
    >>> boxes = [Box(name, "Actor", at, name) for at, name in enumerate("abc")]
    >>> spots = ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0))
    >>> ties = Tie(0, 1, ""), Tie(1, 2, "")
    >>> both = Network(boxes=tuple(boxes), spots=spots, ties=ties, about="")
    >>> [[box.label for box in part.boxes] for part in split(both)]
    [['a', 'b'], ['b', 'c']]
    """
    ties = sorted(network.ties, key=lambda tie: _order(network, tie))
    at = _cut(network, ties)
    tied = {end for tie in ties for end in (tie.source, tie.target)}
    alone = [box for box in range(len(network.boxes)) if box not in tied]
    return _part(network, ties[:at], alone), _part(network, ties[at:], [])


def _order(network: Network, tie: Tie) -> tuple[float, ...]:
    """The column and the place of the end that is more to the left, then those of the other."""
    one, other = sorted(_place(network, end) for end in (tie.source, tie.target))
    return (*one, *other)


def _place(network: Network, box: int) -> tuple[float, float, float]:
    x, y = network.spots[box]
    return network.boxes[box].column, y, x


def _cut(network: Network, ties: Sequence[Tie]) -> int:
    """How many of the lines come before the cut, at least one and not all."""
    middle = len(ties) / 2
    orders = [_order(network, tie) for tie in ties]
    for length in (1, 3):
        found = [at for at in range(1, len(ties)) if orders[at][:length] != orders[at - 1][:length]]
        best = min(found, key=lambda at: abs(at - middle), default=0)
        if SHARE * len(ties) <= best <= (1 - SHARE) * len(ties):
            return best
    return len(ties) // 2


def _part(network: Network, ties: Sequence[Tie], alone: Sequence[int]) -> Network:
    """The network of these lines, with the boxes in the order that they had and their signs."""
    kept = sorted({*alone, *(end for tie in ties for end in (tie.source, tie.target))})
    at = {box: place for place, box in enumerate(kept)}
    used = {"firm" if tie.is_firm else "loose" for tie in ties}
    if ties and "loose" not in dict(network.legend):
        used.add("firm")  # it stands for lines of both looks
    for box in kept:
        used |= {network.boxes[box].kind, network.boxes[box].mark}
    return replace(
        network,
        boxes=tuple(network.boxes[box] for box in kept),
        spots=tuple(network.spots[box] for box in kept),
        ties=tuple(tie._replace(source=at[tie.source], target=at[tie.target]) for tie in ties),
        legend=tuple(sign for sign in network.legend if sign[0] in used),
    )
