"""The queries' Cypher: one file a query, found by its name, and what several of them share.

What is shared is a file of its own, in the folder `shared`, that is called like a function: its
first line says `// in_force(it): ` and what it means, the rest is what a call of it stands for.
There is no such thing in Cypher itself, so a text is expanded before it is sent or printed. So is
`KINDS`, which stands for the list of all kinds of node.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from textwrap import fill
from typing import Any, NamedTuple

from graphtool import schema
from graphtool.database import packing

RULES = ("constraints", "indexes")
"""Files that hold no query, but what a database must hold before a load, and gets after it."""


@cache
def _folder() -> Any:
    """Where the files are: in the wheel inside the package, in a checkout beside it."""
    shipped = files("graphtool").joinpath("cypher")
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "cypher"


def names() -> list[str]:
    """The queries that have Cypher, as their functions are called, sorted."""
    found = (Path(file.name) for file in _folder().iterdir())
    return sorted(
        file.stem for file in found if file.suffix == ".cypher" and file.stem not in RULES
    )


@cache
def explored() -> dict[str, str]:
    """Questions for those who look around in Neo4j Browser, by name; each as its file has it.

    The first line of each says what it answers, in a comment.
    """
    files = sorted(_folder().joinpath("explore").iterdir(), key=lambda file: file.name)
    return {Path(file.name).stem: file.read_text(encoding="utf-8") for file in files}


@cache
def text(name: str) -> str | None:
    """The Cypher of the query of that function's name, or of `RULES`; None where there is none.

    Whole, so that it can be sent as it is, or pasted into Neo4j Browser.

    >>> text("centrality") is None
    True
    """
    file = _folder().joinpath(f"{name}.cypher")
    return expanded(str(file.read_text(encoding="utf-8"))) if file.is_file() else None


class Shared(NamedTuple):
    """A piece of Cypher that several queries call."""

    parameters: tuple[str, ...]
    """The words in it that stand for others."""
    body: str

    def called(self, given: Sequence[str]) -> str:
        """What a call with these words stands for."""
        words = dict(zip(self.parameters, given, strict=True))
        names = rf"(?<![\w.$'])({'|'.join(words)})\b"
        return re.sub(names, lambda found: words[found[0]], self.body)


@cache
def shared() -> dict[str, Shared]:
    """The shared pieces by their names, sorted."""
    files = sorted(_folder().joinpath("shared").iterdir(), key=lambda file: file.name)
    return dict(_piece(file.read_text(encoding="utf-8")) for file in files)


def _piece(text: str) -> tuple[str, Shared]:
    head, body = re.fullmatch(r"((?://[^\n]*\n)+)(.+)\n", text, re.DOTALL).groups()  # type: ignore[union-attr]
    name, parameters = re.match(r"// (\w+)\(([\w, ]+)\): ", head).groups()  # type: ignore[union-attr]
    return name, Shared(tuple(parameters.split(", ")), body)


def expanded(text: str) -> str:
    """The text with what each call of a shared piece stands for, set in as far as the call is.

    >>> expanded("MATCH (a)-[r]->(b) WHERE in_force(r)")
    'MATCH (a)-[r]->(b) WHERE r[$since] <= $day <= r[$until]'
    """
    call = re.compile(rf"^( *)(.*?)\b({'|'.join(shared())})\(([\w, ]*)\)", re.MULTILINE)
    while found := call.search(text):
        indent, before, name, given = found.groups()
        piece = shared()[name]
        said = indent + before + piece.called(given.split(", ")).replace("\n", f"\n{indent}")
        text = text[: found.start()] + said + text[found.end() :]
    return re.sub(r"^( *)(.*)\bKINDS\b(.*)", _with_kinds, text, flags=re.MULTILINE)


def _with_kinds(line: re.Match[str]) -> str:
    indent, before, after = line.groups()
    return fill(
        f"{before}{list(schema.KINDS)}{after}", 100, initial_indent=indent, subsequent_indent=indent
    )


def at(text: str, *, since: str, until: str, **given: Any) -> str:
    """The text for one way of asking, with names of properties where it looks them up by `$since`.

    So are the words of the vocabulary that are given for `$any($relations)`. The server reads what
    is named in the text faster than what is named by a parameter: it goes to it and to no other.
    In whatever order and however often they are given, it is the same text: each is planned anew.

    >>> at("in_force: r[$since] <= $day <= r[$until]", since="since", until="kept")
    'in_force: r.since <= $day <= r.kept'
    >>> at("in_force: r[$since] <= $day <= r[$until]", since="ever", until="ever")
    'in_force: r.ever = 0'
    >>> at("(:PlanNode&$any($kind))", since="ever", until="ever", kind=("Measure", "Goal", "Goal"))
    '(:PlanNode&(Goal|Measure))'
    """
    if since == until:
        text = re.sub(r"(\w+)\[\$since\] <= \$day <= \1\[\$until\]", rf"\1.{since} = 0", text)
    text = text.replace("[$since]", f".{since}").replace("[$until]", f".{until}")
    words = [*schema.KINDS, *schema.RELATIONS]

    def named(found: re.Match[str]) -> str:
        given_words = {*(given.get(found[1]) or ())}
        wanted = [word for word in words if word in given_words]
        return f"({'|'.join(wanted)})" if wanted and len(wanted) == len(given_words) else found[0]

    return re.sub(r"\$any\(\$(\w+)\)", named, text)


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
WITH collect({packing.packed(columns)}) AS rows
UNWIND range(0, size(rows) - 1, 1000) AS at
RETURN rows[at..at + 1000]"""
