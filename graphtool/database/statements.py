"""The queries' Cypher: one file a query, found by its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

CONSTRAINTS = "constraints"


@cache
def _folder() -> Any:
    """Where the files are: in the wheel inside the package, in a checkout beside it."""
    shipped = files("graphtool").joinpath("cypher")
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "cypher"


def names() -> list[str]:
    """The queries that have Cypher, as their functions are called, sorted."""
    found = (Path(file.name) for file in _folder().iterdir())
    return sorted(
        file.stem for file in found if file.suffix == ".cypher" and file.stem != CONSTRAINTS
    )


@cache
def text(name: str) -> str | None:
    """The Cypher of the query of that function's name, or the constraints; None where none.

    >>> text("centrality") is None
    True
    """
    file = _folder().joinpath(f"{name}.cypher")
    return str(file.read_text(encoding="utf-8")) if file.is_file() else None


def follows(text: str) -> bool:
    """Whether the Cypher follows relations over any number of steps.

    >>> follows("MATCH (a)-[steps:PART_OF*0..]->(b) RETURN b"), follows("RETURN count(*)")
    (True, False)
    """
    return "*0..]" in text


def gathered(text: str, columns: Sequence[str]) -> str:
    """The Cypher that returns what this returns, a thousand rows a record (`Database.columns`)."""
    return f"""CALL () {{
{text}
}}
WITH collect([{", ".join(columns)}]) AS rows
UNWIND range(0, size(rows) - 1, 1000) AS at
RETURN rows[at..at + 1000]"""
