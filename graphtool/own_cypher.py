"""A question of one's own, in Cypher, to a plan graph in Neo4j; rows as any answer has them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import pandas as pd

from graphtool.database import own, values
from graphtool.engine import Answer, Server
from graphtool.errors import GraphtoolError
from graphtool.graph import unread
from graphtool.language import same
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.fields import Column
from graphtool.queries.query import Query

if TYPE_CHECKING:
    from graphtool.database.own import Found

_TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|;""", re.DOTALL
)
_PARAMETER = re.compile(r"^[ \t]*:param[ \t]+(\w+)[ \t]*=>(.*?);?[ \t]*$", re.MULTILINE)


class Statement(NamedTuple):
    """One question, as a file has it."""

    place: str
    """The file, for a message."""
    text: str
    """Whole, with as many lines as the file has."""
    parameters: dict[str, Any]
    """What its lines `:param name => value` say."""

    @property
    def name(self) -> str:
        """What an answer calls it; the file's name."""
        return re.sub(r"[^\w .-]", "-", Path(self.place).stem)

    @property
    def summary(self) -> str:
        """What its first comment says."""
        said = re.match(r"(?:\s*//[^\n]*\n)+", self.text + "\n")
        lines = re.findall(r"//\s*(.*)", said[0]) if said else []
        return " ".join(lines).strip() or self.name


def read(path: str) -> Statement:
    """The one statement in a file; raises `GraphtoolError` where it has none, or several.

    Lines `:param name => value`, of which `graphtool cypher` prints some, say what it is asked with
    unless it is said otherwise; the value is written as in JSON.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GraphtoolError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise GraphtoolError(f"{path}: is not text in UTF-8") from None
    parameters = {name: _default(path, name, said) for name, said in _PARAMETER.findall(text)}
    text = _PARAMETER.sub("", text)
    if count := _count(text) - 1:
        what = "no Cypher" if count < 0 else f"{count + 1} statements"
        raise GraphtoolError(f"{path}: holds {what}; expected one statement, which asks")
    return Statement(path, text, parameters)


def _default(path: str, name: str, said: str) -> Any:
    try:
        return json.loads(said)
    except ValueError:
        raise GraphtoolError(
            f"{path}: :param {name} must be a value as JSON has it, as 5 or"
            f' "Agder", not {said.strip()}'
        ) from None


def _count(text: str) -> int:
    r"""How many statements a text holds.

    >>> _count("RETURN ';' // one; and\n"), _count("RETURN 1; RETURN 2;"), _count("/* none; */ ;")
    (1, 2, 0)
    """
    marked = _TOKEN.sub(lambda found: _standing_for(found[0]), text)
    return sum(bool(part.strip()) for part in marked.split(";"))


def _standing_for(found: str) -> str:
    """Nothing for a comment, something for what is quoted, a semicolon for itself."""
    return found if found == ";" else "" if found.startswith(("//", "/*")) else "text"


def parameter(said: str) -> tuple[str, Any]:
    """Name and value of `name=value`: a value as JSON has it, else the text as it stands.

    Raises `GraphtoolError` where there is no name.

    >>> parameter("name=Søgne"), parameter("year=2015"), parameter('number="0904"')
    (('name', 'Søgne'), ('year', 2015), ('number', '0904'))
    >>> parameter("number=0904"), parameter('ids=["a", "b"]')
    (('number', '0904'), ('ids', ['a', 'b']))
    """
    name, equals, value = said.partition("=")
    if not equals or not name.strip():
        raise GraphtoolError(f"--param {said!r}: expected NAME=VALUE")
    try:
        return name.strip(), json.loads(value, parse_constant=lambda word: word)
    except ValueError:
        return name.strip(), value


def answer(
    server: Server, statement: Statement, parameters: Mapping[str, Any], *, structured: bool
) -> Answer:
    """What the statement returns, in its own order, with what of the source was not read.

    Values are objects where they are `structured`, as JSON has them, and else texts and numbers.
    Raises `DatabaseError` where it would write, or cannot be understood or carried out.
    """
    asked = {**statement.parameters, **parameters}
    found = own.ask(server.home, statement.text, asked, place=statement.place, loaded=server.loaded)
    rows = [
        [values.plain(v) if structured else values.readable(v, SEPARATOR) for v in row]
        for row in found.rows
    ]
    columns = (
        dict(zip(found.columns, map(list, zip(*rows, strict=True)), strict=True)) if rows else {}
    )
    table = pd.DataFrame(
        {name: pd.Series(columns.get(name, []), dtype=object) for name in found.columns}
    )
    notes = unread.sentences(server.unread)
    return Answer(_query(statement, found, columns), server.name, {}, notes, table)


def _query(statement: Statement, found: Found, columns: Mapping[str, list[Any]]) -> Query:
    """The statement as a query, so that it is written as one: columns are what they are called."""

    def asked(_graph: object) -> pd.DataFrame:
        raise NotImplementedError("a statement of one's own is asked of a server")

    asked.__doc__ = statement.summary
    fields = {
        name: Annotated[_type(columns.get(name, [])), Column(same(name), "")]
        for name in found.columns
    }
    row = type("Row", (), {"__annotations__": fields})
    return Query(statement.name, asked, row, (), None, reads=())


def _type(column: list[Any]) -> type:
    """Whether a column holds whole numbers, numbers, or also something else."""
    kinds = {type(value) for value in column if value is not None}
    return str if not kinds or kinds - {int, float} else float if float in kinds else int
