"""Tables of texts that stand in TOML files beside the code, where they are read line by line."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def tables(package: str, name: str) -> dict[str, Any]:
    """The tables of a package's own TOML file, by their headings.

    >>> tables("graphtool.queries", "titles")["unsourced"]["en"]
    'Without a source'
    """
    text = files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
