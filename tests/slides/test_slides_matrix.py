"""A matrix on slides: what is said of one row, and of several."""

from __future__ import annotations

import pytest

from graphtool.maps import excerpt
from graphtool.maps.build import build
from graphtool.maps.settings import Settings
from graphtool.slides.chapters.matrix import matrix
from tests.drawing import drawn


@pytest.mark.parametrize(
    ("graph", "caption"),
    [
        ("v OWNS g", "Viser 1 av 1 rad, og det den har en rolle i."),
        ("v OWNS g\nw OWNS g", "Viser 2 av 2 rader, og det de har en rolle i."),
    ],
)
def test_how_many_rows_are_shown_is_said_of_one_and_of_two(graph, caption):
    made = build(
        drawn(f"Municipality v\nMunicipality w\nGoal g\n{graph}"), Settings(views=("matrix",))
    )
    [slide] = matrix(made, excerpt.whole(made.scenes[0]))
    assert slide.caption == caption
