"""The lines of a drawing between columns: straight, or bent in the gap."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.slides import looks
from graphtool.slides.deck import Drawing, Tie
from graphtool.slides.sheet import POINT, Connector, Rect, Shape, points


def connectors(drawing: Drawing, shapes: Sequence[Shape], first: int) -> list[Connector]:
    """A line a tie: bent in the gap where that leaves all lines apart, else straight.

    The shapes of the boxes begin at `first`.
    """
    found = []
    for column in range(len(drawing.headings) - 1):
        ties = [tie for tie in drawing.ties if drawing.boxes[tie.source].column == column]
        places = {
            tie: (shapes[first + tie.source].place, shapes[first + tie.target].place)
            for tie in ties
        }
        bends = _bends(ties)
        is_bent = bends is not None and _are_apart(ties, places, bends)
        for tie in ties:
            is_nobody = drawing.boxes[tie.target].mark == "nobody"
            start, end = places[tie][0].site("right"), places[tie][1].site("left")
            found.append(
                Connector(
                    tie.about,
                    first + tie.source,
                    first + tie.target,
                    tie.about,
                    looks.ALARM if is_nobody else looks.LINE,
                    is_dashed=not tie.is_firm and not is_nobody,
                    is_elbow=is_bent and abs(start[1] - end[1]) > POINT,
                    bend=bends[tie] if bends else 0.5,
                )
            )
    return found


def _bends(ties: Sequence[Tie]) -> dict[Tie, float] | None:
    """Where each line turns: those that share an end together; None for too many to tell apart."""
    hubs = {}
    for tie in ties:
        into = sum(other.target == tie.target for other in ties)
        out = sum(other.source == tie.source for other in ties)
        hubs[tie] = ("into", tie.target) if into > out else ("out", tie.source)
    known = list(dict.fromkeys(hubs.values()))
    if len(known) > 4:
        return None
    return {tie: (known.index(hubs[tie]) + 1) / (len(known) + 1) for tie in ties}


def _are_apart(
    ties: Sequence[Tie], places: dict[Tie, tuple[Rect, Rect]], bends: dict[Tie, float]
) -> bool:
    """Whether no level stretch of a bent line runs along one of a line with other ends."""
    near = points(3)
    for one in ties:
        for other in ties:
            if one.source == other.source or one.target == other.target:
                continue
            leaving, arriving = places[one][0].site("right")[1], places[other][1].site("left")[1]
            if abs(leaving - arriving) < near and bends[one] >= bends[other]:
                return False
    return True
