"""Lines that share their way, and their order in a channel."""

from __future__ import annotations

from graphtool.algorithms.routing import channel, paths


def test_the_hub_of_a_bundle_is_where_most_edges_end():
    edges = [(0, 1, "LEADS"), (0, 2, "LEADS"), (3, 2, "OWNS")]
    bundles = paths.bundled(edges, [0, 1, 2])
    assert [bundles[at][0] for at in (0, 1, 2)] == [0, 0, 2]


def test_lines_that_turn_off_to_opposite_sides_do_not_cross():
    """Of two lines down a strip the one that leaves to the left takes the left lane."""
    left, right = [(0.0, 0), (50.0, -1)], [(0.0, 0), (90.0, 1)]
    for ends in ([left, right], [right, left]):
        order = channel.ordered(ends)
        assert ends[order[0]] is left
