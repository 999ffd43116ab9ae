"""What must hold of any words and any boxes: they keep to the room that they are given."""

from __future__ import annotations

from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graphtool.slides import letters
from graphtool.slides.deck import Box, Column, Drawing, Table, Tie
from graphtool.slides.placing import drawing, tables
from graphtool.slides.sheet import Rect, points

WORDS = st.text(st.sampled_from("abcmWÅøŋ  "), min_size=1, max_size=200)
ROOM = Rect(points(36), points(104), points(888), points(340))


@given(WORDS, st.floats(20, 300), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text, room, bold):
    found = letters.lines(text, room, 12, bold=bold)
    assert all(letters.width(line, 12, bold=bold) <= room + 1e-6 for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@given(WORDS, st.floats(40, 300), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_words_that_are_cut_take_no_more_lines_than_there_are(text, room, most):
    said = letters.cut(text, room, 12, most)
    assert len(letters.lines(said, room, 12)) <= most
    assert said == letters.on_one_line(text) or said.endswith(letters.ELLIPSIS)


FULL = 12
"""Boxes of a column: more have no room, and who makes a slide gathers them."""


@given(st.lists(st.tuples(WORDS, st.integers(0, 2)), min_size=3, max_size=24), st.randoms())
@settings(max_examples=25, deadline=None)
def test_boxes_keep_to_their_room_and_apart(items, random):
    columns = [min(column, at) for at, (_, column) in enumerate(items)]
    assume(all(columns.count(column) <= FULL for column in columns))
    boxes = tuple(
        Box(text, "Goal", min(column, at), text) for at, (text, column) in enumerate(items)
    )
    ties = tuple(
        Tie(one, other, "x")
        for one, other in combinations(range(len(boxes)), 2)
        if boxes[other].column == boxes[one].column + 1 and random.random() < 0.3
    )
    heads = ("Plan", "Mål", "Tiltak")
    made = drawing.placed(Drawing(headings=heads, boxes=boxes, ties=ties, about=""), ROOM)
    for shape in made.shapes:
        assert ROOM.x <= shape.place.x
        assert shape.place.right <= ROOM.right + 1
        assert ROOM.y <= shape.place.y
        assert shape.place.bottom <= ROOM.bottom + 2
    for one, other in combinations([shape.place for shape in made.shapes[len(heads) :]], 2):
        beside = one.right <= other.x or other.right <= one.x
        assert beside or one.bottom <= other.y or other.bottom <= one.y


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_rows_are_shown_or_left_out_and_keep_to_their_room(rows):
    columns = tuple(Column(name, 1.0) for name in ("Mål", "Del av", "Kilde"))
    found = tables.fitted(Table(columns=columns, rows=tuple(rows), about=""), ROOM)
    assert len(found.grid.rows) - 1 + len(found.left_out) == len(rows)
    assert sum(found.grid.heights) <= ROOM.height
    assert sum(found.grid.widths) == ROOM.width
