"""No line of any slide of the two regions runs behind a box that it does not end at."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import numpy as np
import pytest
from pptx.oxml.ns import qn

from graphtool.maps import Settings, excerpt
from graphtool.maps.build import build
from graphtool.maps.views import names
from graphtool.slides.build import Shown, of_map
from graphtool.slides.deck import Box, Deck, Network, Slide, Tie
from graphtool.slides.sheet import POINT
from graphtool.slides.writing.file import written
from tests.slides.conftest import GRAPHS, REGIONS, slides_of
from tests.slides.reading import Read, about, ends, opened, place, read


@cache
def views_of(region: str) -> tuple[Deck, tuple[Read, ...]]:
    """A deck of all views of a region, and its slides as they are read back."""
    made = build(GRAPHS[region](), Settings(views=tuple(names()), told=()))
    deck = of_map(made, [Shown(excerpt.whole(scene)) for scene in made.scenes])
    return deck, tuple(read(slide) for slide in opened(written(deck)).slides)


def path(line: Any) -> np.ndarray:
    """Points along a line, straight or turning twice between its ends, in EMU."""
    start, stop = (line.begin_x, line.begin_y), (line.end_x, line.end_y)
    corners = [start, stop]
    shape = line._element.find(".//" + qn("a:prstGeom"))
    if shape.get("prst") == "bentConnector3":
        share = int(shape.find(".//" + qn("a:gd")).get("fmla").split()[1]) / 100_000
        turn = start[0] + (stop[0] - start[0]) * share
        corners = [start, (turn, start[1]), (turn, stop[1]), stop]
    steps = np.linspace(0, len(corners) - 1, 400)
    at = np.array(corners, dtype=float)
    return np.column_stack([np.interp(steps, range(len(at)), at[:, axis]) for axis in (0, 1)])


def hidden(page: Read) -> list[str]:
    """What is said of each line that runs behind a box that it does not end at."""
    found = []
    for line in page.connectors:
        reached = {number for number, _ in ends(line)}
        x, y = path(line).T
        for shape in page.boxes:
            box = place(shape)
            within = (box.x + POINT < x) & (x < box.x + box.width - POINT)
            within &= (box.y + POINT < y) & (y < box.y + box.height - POINT)
            # A lane holds its boxes, and lines between them.
            if shape.shape_id not in reached and within.any() and not _is_lane(page, shape):
                found.append(about(line))
    return found


def _is_lane(page: Read, shape: Any) -> bool:
    others = (other for other in page.boxes if other is not shape)
    return any(place(shape).holds(place(other)) for other in others)


@pytest.mark.parametrize("region", REGIONS)
def test_no_line_runs_behind_a_box_that_it_does_not_end_at(region):
    _, pages = views_of(region)
    assert sum(len(page.connectors) for page in pages) > 100
    assert [hidden(page) for page in (*pages, *slides_of(region)) if hidden(page)] == []


@pytest.mark.parametrize("region", REGIONS)
def test_each_line_is_drawn_once_though_a_view_needs_several_slides(region):
    deck, pages = views_of(region)
    networks = [slide.body for slide in deck.slides if isinstance(slide.body, Network)]
    said = Counter(tie.about for network in networks for tie in network.ties)
    assert Counter(about(line) for page in pages for line in page.connectors) == said


def test_a_view_in_parts_says_so_and_each_part_is_under_its_headings():
    _, pages = views_of("kristiansandsregionen")
    parts = [page for page in pages if "Kjede (" in page.title]
    assert len(parts) > 1
    for at, page in enumerate(parts, start=1):
        assert page.title.endswith(f"({at} av {len(parts)})")
        texts = [shape.text_frame.text for shape in page.boxes]
        assert f"Linjene er delt på {len(parts)} lysbilder." in texts[0]
        assert {"Aktør", "Mål", "Plan, satsingsområde"} & set(texts)


def test_a_box_between_two_that_are_tied_gives_way():
    """Three in a row, the outer two tied: the line would run behind the one in the middle."""
    boxes = tuple(Box(name, "Actor", 0, name) for name in ("Nes", "Vik", "Ås"))
    spots = ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0))
    body = Network(boxes=boxes, spots=spots, ties=(Tie(0, 2, "Nes – Ås"),), about="")
    slide = Slide(title="Samarbeid", body=body, notes=())
    [page] = opened(written(Deck(title="", language="nb", footer="", slides=(slide,)))).slides
    assert len(read(page).connectors) == 1
    assert hidden(read(page)) == []
