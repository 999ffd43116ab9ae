"""A table as a server is sent it: rows that the driver takes, a slice at a time, and their digests.

A row is a list of plain values, None for what is empty. No list of all rows is ever made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from graphtool.database import model
from graphtool.database.digests import DIGEST, digest

Column = Callable[[np.ndarray], list[Any]]
"""The values of a column at positions."""
SLICE = 10_000
"""Rows that are made at once."""


class Digests(NamedTuple):
    """Of every row, its parts' digests (`Table.parts`)."""

    known: np.ndarray
    said: np.ndarray
    follows: np.ndarray


class Table(NamedTuple):
    """Documents, facts, nodes, assertions or what is derived, ready to be compared and written."""

    noun: str
    columns: tuple[Column, ...]
    """The values of a column at positions. First columns: the id, or ends and relation."""
    spans: tuple[tuple[str, int, int], ...]
    """Kind or relation, its first row and the row after its last."""
    said: np.ndarray
    """Which rows are the graph's own; the others are worked out of them."""
    sizes: np.ndarray
    """About how many bytes every row has."""

    @property
    def length(self) -> int:
        """How many rows there are."""
        return len(self.said)

    @property
    def are_relations(self) -> bool:
        """Whether its rows become relations; else they become nodes and are known by an id."""
        return self.noun in ("assertion", "derived")

    @property
    def ranked(self) -> bool:
        """Whether the order of its rows is kept."""
        return self.noun != "derived"

    def parts(self, row: list[Any]) -> tuple[Any, list[Any], list[Any]]:
        """By what a row is known, an id, what is said, or all; what else is said; what follows.

        What is said stays what it is when its period changes.
        """
        if is_worked_out(self.noun, row):
            return row, [], []
        if self.noun == "assertion":
            return row[: -len(model.HELD_IN)], [], row[-len(model.HELD_IN) :]
        if self.noun == "node":
            return row[0], row[1 : -len(model.WORKED_OUT)], row[-len(model.WORKED_OUT) :]
        return row[0], row[1:], []

    def rows(self, at: np.ndarray) -> list[list[Any]]:
        """The rows at these positions."""
        return [list(row) for row in zip(*(column(at) for column in self.columns), strict=True)]

    def digests(self) -> Digests:
        """Those of every row."""
        found = np.empty((3, self.length), DIGEST)
        for first in range(0, self.length, SLICE):
            at = np.arange(first, min(first + SLICE, self.length))
            parts = zip(*map(self.parts, self.rows(at)), strict=True)
            found[:, at] = [list(map(digest, some)) for some in parts]
        return Digests(*found)

    def keys(self, rows: list[list[Any]]) -> list[str]:
        """What these rows are known by where they become relations: their digests."""
        return [digest(self.parts(row)[0]).decode() for row in rows]


def is_worked_out(noun: str, row: list[Any]) -> bool:
    """Whether a row is worked out of others: derived, or carried on by successors (not `ever`)."""
    return noun == "derived" or (noun == "assertion" and row[-1] is None)
