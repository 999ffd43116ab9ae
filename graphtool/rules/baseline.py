"""What is known and left as it is for now: a file of keys, by which it is not told again."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path

from graphtool import atomic
from graphtool.errors import GraphtoolError, reason
from graphtool.language import Said, Text, together
from graphtool.rules.judging import Violation

_BROKEN = Text(
    "er ingen liste over kjente brudd: {why}",
    "er inga liste over kjende brot: {why}",
    "is no baseline: {why}",
)
_NO_BASELINE = Text(
    "er ingen liste over kjente brudd; --write-baseline skriver en",
    "er inga liste over kjende brot; --write-baseline skriv ei",
    "is no baseline; --write-baseline writes one",
)

VERSION = 1


def read(path: Path) -> frozenset[str]:
    """The keys in a baseline; raises `GraphtoolError` where it is none."""
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise GraphtoolError.at(path, together([reason(error)])) from error
    except ValueError as error:
        raise GraphtoolError.at(path, Said(_BROKEN, why=reason(error))) from error
    known = said.get("known") if isinstance(said, dict) else None
    if not isinstance(known, list) or not all(isinstance(key, str) for key in known):
        raise GraphtoolError.at(path, Said(_NO_BASELINE))
    return frozenset(known)


def write(path: Path, found: Sequence[Violation]) -> None:
    """Writes what is broken now, sorted, so that two of them compare line by line."""
    keys = sorted({one.key for one in found})
    atomic.write(
        path, json.dumps({"version": VERSION, "known": keys}, ensure_ascii=False, indent=1) + "\n"
    )


def new(found: Sequence[Violation], known: Collection[str]) -> list[Violation]:
    """What is broken and not yet known."""
    return [one for one in found if one.key not in known]
