"""The shapes that people's tables have, each a module: whether a table has it, and how it is read.

A shape has `fits(table)`, whether the headings and cells are such; `read(table, book)`, which
gathers what stands in the rows and gives those rows that it could not use; and `taken(table)`,
what it takes columns for whose headings alone do not say it. The first that fits reads the table.
"""

from __future__ import annotations

from types import ModuleType

from graphtool.recognition.shapes import (
    connections,
    elements,
    matrix,
    outline,
    owners,
    parties,
    plan,
    shares,
    square,
    wheel,
)

SHAPES: tuple[ModuleType, ...] = (
    connections,
    elements,
    shares,
    owners,
    square,
    matrix,
    wheel,
    outline,
    plan,
    parties,
)
"""In the order in which they are tried: the most telling headings first."""
