"""A question of one's own, in Cypher, to a plan graph in Neo4j; rows as any answer has them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import pandas as pd

from graphtool.database import own, values
from graphtool.engine import Answer, Server
from graphtool.errors import GraphtoolError, did_you_mean, reason
from graphtool.graph import unread
from graphtool.language import Said, Text, same, together
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.fields import Column
from graphtool.queries.query import Query

if TYPE_CHECKING:
    from graphtool.database.own import Found

_NO_TEXT = Text("er ikke tekst i UTF-8", "er ikkje tekst i UTF-8", "is not text in UTF-8")
_NONE = Text("ingen Cypher", "ingen Cypher", "no Cypher")
_SEVERAL = Text("{n} setninger", "{n} setningar", "{n} statements")
_ONE_EXPECTED = Text(
    "har {what}; ventet én setning, som spør",
    "har {what}; venta éi setning, som spør",
    "holds {what}; expected one statement, which asks",
)
_NO_VALUE = Text(
    ':param {name} må være en verdi slik JSON har den, som 5 eller "Agder", ikke {said}',
    ':param {name} må vere ein verdi slik JSON har han, som 5 eller "Agder", ikkje {said}',
    ':param {name} must be a value as JSON has it, as 5 or "Agder", not {said}',
)
_NO_PARAMETER = Text(
    "--param «{said}»: ventet NAVN=VERDI",
    "--param «{said}»: venta NAMN=VERDI",
    "--param {said!r}: expected NAME=VALUE",
)

_HAS_NO = Text("har ikke ${name}{hint}", "har ikkje ${name}{hint}", "has no ${name}{hint}")
_HAS = Text("; den har {names}", "; ho har {names}", "; it has {names}")
_HAS_NONE = Text(
    ": den nevner ikke noe som skal oppgis",
    ": ho nemner ikkje noko å oppgi",
    ": it names nothing that is to be given",
)
_TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|;""", re.DOTALL
)
_NAMED = re.compile(r"\$(?:(\w+)|`([^`]+)`)")
_PARAMETER = re.compile(r"^[ \t]*:param[ \t]+(\w+)[ \t]*=>(.*?);?[ \t]*$", re.MULTILINE)


class Statement(NamedTuple):
    """One question, as a file has it."""

    place: str
    """The file, for a message."""
    text: str
    """Whole, with as many lines as the file has."""
    parameters: dict[str, object]
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

    def asked(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """All that it is asked with: what is given, else what the file says.

        Raises `GraphtoolError` for a name that it does not have: it would answer without it.

        >>> Statement("q.cypher", "RETURN $name AS n // $day", {"name": "Iveland"}).asked({})
        {'name': 'Iveland'}
        >>> Statement("q.cypher", "RETURN $name AS n // $day", {}).asked({"nmae": "Iveland"})
        Traceback (most recent call last):
        graphtool.errors.GraphtoolError: q.cypher: has no $nmae; did you mean 'name'?
        """
        marked = _TOKEN.sub(lambda found: found[0] if found[0][0] == "`" else "", self.text)
        named = {plain or quoted for plain, quoted in _NAMED.findall(marked)}
        for name in given:
            if name not in named:
                hint = did_you_mean(name, named) or _listed(named)
                raise GraphtoolError.at(self.place, Said(_HAS_NO, name=name, hint=hint))
        return {**self.parameters, **given}


def read(path: str) -> Statement:
    """The one statement in a file; raises `GraphtoolError` where it has none, or several.

    Lines `:param name => value`, of which `graphtool cypher` prints some, say what it is asked with
    unless it is said otherwise; the value is written as in JSON.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GraphtoolError.at(path, together([reason(error)])) from None
    except UnicodeDecodeError:
        raise GraphtoolError.at(path, Said(_NO_TEXT)) from None
    parameters = {name: _default(path, name, said) for name, said in _PARAMETER.findall(text)}
    text = _PARAMETER.sub("", text)
    if count := _count(text) - 1:
        what = Said(_SEVERAL, n=count + 1) if count > 0 else Said(_NONE)
        raise GraphtoolError.at(path, Said(_ONE_EXPECTED, what=what))
    return Statement(path, text, parameters)


def _listed(named: set[str]) -> Said:
    """The end of a message: what there is to give."""
    names = ", ".join(f"${name}" for name in sorted(named))
    return Said(_HAS, names=names) if names else Said(_HAS_NONE)


def _default(path: str, name: str, said: str) -> Any:
    try:
        return json.loads(said)
    except ValueError:
        raise GraphtoolError.at(path, Said(_NO_VALUE, name=name, said=said.strip())) from None


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
    r"""Name and value of `name=value`: a value as JSON has it, else the text as it stands.

    Raises `GraphtoolError` where there is no name.

    >>> parameter("name=Søgne"), parameter("year=2015"), parameter('number="0904"')
    (('name', 'Søgne'), ('year', 2015), ('number', '0904'))
    >>> parameter("number=0904"), parameter('ids=["a", "b"]')
    (('number', '0904'), ('ids', ['a', 'b']))

    An Å is one sign, as in the graph, where it comes as an A and a ring, as from a Mac's files.

    >>> parameter("name=A\u030asnes") == ("name", "\u00c5snes")
    True
    """
    name, equals, value = unicodedata.normalize("NFC", said).partition("=")
    if not equals or not name.strip():
        raise GraphtoolError(Said(_NO_PARAMETER, said=said))
    try:
        return name.strip(), json.loads(value, parse_constant=lambda word: word)
    except ValueError:
        return name.strip(), value


def answer(
    server: Server, statement: Statement, parameters: Mapping[str, object], *, structured: bool
) -> Answer:
    """What the statement returns, in its own order, with what of the source was not read.

    Values are objects where they are `structured`, as JSON has them, and else texts and numbers.
    `parameters` are all that it is asked with (`Statement.asked`). Raises `DatabaseError` where it
    would write, or cannot be understood or carried out.
    """
    found = own.ask(
        server.home, statement.text, parameters, place=statement.place, loaded=server.loaded
    )
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
        name: Annotated[_type(columns.get(name, [])), Column(same(name), same(""))]
        for name in found.columns
    }
    row = type("Row", (), {"__annotations__": fields})
    return Query(statement.name, asked, row, (), None, reads=())


def _type(column: list[Any]) -> type:
    """Whether a column holds whole numbers, numbers, or also something else."""
    kinds = {type(value) for value in column if value is not None}
    return str if not kinds or kinds - {int, float} else float if float in kinds else int
