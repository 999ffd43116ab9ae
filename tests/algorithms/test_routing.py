"""Lines that share an end, their order and tracks in a channel, and their corners."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms.geometry.polyline import through
from graphtool.algorithms.routing import channel, hyperedges, paths

CALM = settings(max_examples=100, deadline=None, derandomize=True)
ENDS = st.lists(
    st.tuples(st.integers(0, 60).map(float), st.sampled_from([-1, 0, 1])), min_size=1, max_size=4
)
LINES = st.lists(ENDS, min_size=1, max_size=5)


def test_the_hub_of_a_hyperedge_is_where_most_edges_end():
    edges = [(0, 1, "LEADS"), (0, 2, "LEADS"), (3, 2, "OWNS")]
    gathered = paths.hyperedges(edges, [0, 1, 2])
    assert [gathered[at][0] for at in (0, 1, 2)] == [0, 0, 2]


def test_of_equal_hyperedges_an_edge_is_in_the_first_and_parallel_edges_count_once():
    ends = [("to b", "from a"), ("to b", "from a"), ("to c", "from a"), ("to c", "from d")]
    assert hyperedges.larger(ends) == ["from a", "from a", "to c", "to c"]


def test_lines_that_turn_off_to_opposite_sides_do_not_cross():
    """Of two lines down a channel the one that leaves to the left takes the left track."""
    left, right = [(0.0, 0), (50.0, -1)], [(0.0, 0), (90.0, 1)]
    for ends in ([left, right], [right, left]):
        order = channel.ordered(ends)
        assert ends[order[0]] is left


def crossed(lines, order) -> int:
    """Ends that leave across another line, which lies on that side of theirs and runs on there."""
    place = {line: at for at, line in enumerate(order)}
    low, high = channel.reach(lines)
    return sum(
        (place[other] - place[line]) * side > 0 and low[other] <= where <= high[other]
        for line, ends in enumerate(lines)
        for where, side in ends
        for other in range(len(lines))
        if other != line
    )


@CALM
@given(LINES)
def test_no_line_moved_to_another_place_crosses_fewer(lines):
    # Lines that would seem to go on as another are another matter.
    right, left = ([y for ends in lines for y, side in ends if side == way] for way in (1, -1))
    if any(abs(y - other) < channel.NEAR for y in right for other in left):
        return
    order = channel.ordered(lines)
    least = crossed(lines, order)
    for line in order:
        rest = [one for one in order if one != line]
        for at in range(len(order)):
            assert crossed(lines, [*rest[:at], line, *rest[at:]]) >= least
    if len(lines) == 2:
        assert least == min(crossed(lines, other) for other in permutations(order))


@CALM
@given(st.lists(ENDS, min_size=1, max_size=12), st.floats(0, 9))
def test_many_lines_are_ordered_and_placed_as_few_are(lines, apart):
    order = channel.ordered(lines)
    few = order, channel.tracks(lines, order, apart)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(channel, "SMALL", 0)
        assert (channel.ordered(lines), channel.tracks(lines, order, apart)) == few


@CALM
@given(LINES, st.floats(0, 9))
def test_lines_that_meet_have_tracks_of_their_own_in_their_order(lines, apart):
    order = channel.ordered(lines)
    track = channel.tracks(lines, order, apart)
    low, high = channel.reach(lines)
    for before, line in combinations(order, 2):
        if low[line] < high[before] + apart and low[before] < high[line] + apart:
            assert track[before] < track[line]
    assert set(track) == set(range(max(track) + 1))


@CALM
@given(st.lists(st.integers(0, 12), min_size=1, max_size=12), st.floats(1, 60), st.data())
def test_tracks_keep_to_their_room_and_one_may_be_held_in_its_middle(track, room, data):
    held = data.draw(st.none() | st.integers(0, len(track) - 1))
    across = channel.across(track, 100.0, room, 5.0, held)
    assert all(abs(at - 100) <= room / 2 + 1e-9 for at in across)
    assert held is None or across[held] == 100
    places = sorted(zip(track, across, strict=True))
    assert all((a[0] < b[0]) == (a[1] < b[1]) for a, b in pairwise(places))


@CALM
@given(st.lists(st.integers(0, 9).map(float), unique=True, max_size=6), st.booleans())
def test_a_line_through_pieces_turns_at_right_angles_and_passes_each(at, first):
    pieces = [(bool(n % 2) != first, value) for n, value in enumerate(at)]
    line = through((-5.0, -7.0), pieces, (20.0, 30.0))
    assert line[0] == (-5.0, -7.0)
    assert line[-1] == (20.0, 30.0)
    assert len(line) == len(pieces) + 3
    for a, b in pairwise(line):
        assert (a[0] == b[0]) != (a[1] == b[1])
    for upright, value in pieces:
        assert any(point[0 if upright else 1] == value for point in line)


def test_a_line_does_not_run_out_and_back():
    assert through((0.0, 0.0), [(False, 4.0)], (0.0, -3.0)) == ((0.0, 0.0), (0.0, -3.0))
