"""Asks a plan graph a query by name, in memory or in Neo4j, and puts the answer in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

import numpy as np
import pandas as pd

from graphtool import answers, database, dates, queries
from graphtool.database import counts, state, statements
from graphtool.errors import NOTHING, GraphtoolError
from graphtool.graph import unread
from graphtool.graph.carrying import SUCCESSION
from graphtool.graph.tables import TEXT, Record
from graphtool.language import Said, Text, collation_key, preferred, with_names
from graphtool.queries import dated
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.query import Options

if TYPE_CHECKING:
    from graphtool.database import Database
    from graphtool.database.state import State
    from graphtool.graph import PlanGraph
    from graphtool.graph.periods import Successors
    from graphtool.queries import Query
    from graphtool.queries.signature import Field


_NO_MEMORY = Text(
    "grafen er for stor for minnet på denne maskinen; spør på en dag{fewer} eller på en maskin med"
    " mer minne",
    "grafen er for stor for minnet på denne maskina; spør på ein dag{fewer} eller på ei maskin med"
    " meir minne",
    "the graph is too large for the memory of this machine; ask on a day{fewer} or on a machine"
    " with more",
)
_FEWER = Text(", med level municipality,", ", med level municipality,", ", at level municipality,")


@contextmanager
def _within_memory(query: Query, values: Options) -> Iterator[None]:
    """Says what to do where memory ends: what a measure needs may grow faster than the graph."""
    try:
        yield
    except MemoryError:
        fewer = _FEWER if values.get("level", "municipality") != "municipality" else NOTHING
        raise GraphtoolError.at(query.name, Said(_NO_MEMORY, fewer=fewer)) from None


@contextmanager
def server(address: str, name: str | None = None) -> Iterator[Server]:
    """The plan graph in the database at an address, open for the block.

    The database of that name, else that of the environment or the user's home. Raises
    `DatabaseError` where it cannot be reached or holds no whole plan graph.
    """
    with database.connect(address, name) as home:
        yield Server(home, home.read(lambda tx: state.require_complete(tx, home.place)))


class Server:
    """A plan graph in Neo4j, asked: a query runs there, only its rows travel.

    What has no Cypher is computed here: a measure from the rows of a query that has, a projection
    from the assertions that it reads. So is what would follow chains that are too long for it.
    """

    def __init__(self, home: Database, loaded: State) -> None:
        """From an open database and what it says of the plan graph in it.

        All answers are of that state: after another load, asking is refused.
        """
        self.home, self.loaded = home, loaded
        self.name, self.unread = loaded.name, loaded.unread

    def ask(self, name: str, *, only: Collection[str] = (), **options: Any) -> pd.DataFrame:
        """The rows of a query, in the order in which the server returns them.

        With `only`, no other columns are fetched that cost anything.
        """
        query = queries.find(name)
        values = query.checked(options)
        text = self._cypher(query)
        if text is None:
            found: pd.DataFrame = query.function(self._read_by(query, values, only), **values)
            return found
        fields = [field for field in query.fields if not only or field.name in only]
        names = [field.name for field in fields]
        text, asked = _timed(statements.gathered(text, names), values)
        return _table(fields, self.home.columns(names, text, asked, loaded=self.loaded))

    def count(self, name: str, **options: Any) -> int:
        """How many rows a query has, counted there where it runs there."""
        query = queries.find(name)
        text = self._cypher(query)
        if text is None:
            return len(self.ask(name, **options))
        counting = f"CALL () {{\n{text}}}\nRETURN count(*) AS n"
        return int(self._row(counting, query.checked(options))["n"])

    def existing(self, kind: str, as_of: str | None) -> int:
        """How many nodes of a kind exist on a day, or at all without one."""
        values = {"as_of": as_of, "successors": "keep"}
        return int(self._row(counts.existing(kind), values)["n"])

    def _row(self, text: str, values: Options) -> Record:
        """The one row that a text returns."""
        text, asked = _timed(text, values)
        (row,) = self.home.execute(text, asked, loaded=self.loaded)
        return row

    def _cypher(self, query: Query) -> str | None:
        """The Cypher of a query; None where it has none that this graph can be asked."""
        text = statements.text(query.function.__name__)
        if text is None or (self.loaded.deep and statements.follows(text)):
            return None
        return text

    def _read_by(self, query: Query, values: Options, only: Collection[str]) -> Server | PlanGraph:
        """What a query without Cypher is computed from: other queries' rows, or what it reads."""
        if query.asks:
            return self
        return database.part(
            self.home,
            query.relations(values),
            dated=query.dates_all or values["as_of"] is not None,
            named=query.names_all or any(p.node and values[p.name] for p in query.parameters),
            cited=query.cites or statements.text(query.function.__name__) is not None,
            quoted=not only or "quote" in only,
            loaded=self.loaded,
        )

    def dating(
        self, relations: tuple[str, ...], as_of: str, successors: Successors
    ) -> dated.Dating:
        """How many assertions are in force on a day, and how many undated; counted there."""
        kinds = dated.kinds_between(relations)
        values = {"relations": list(relations), "kinds": list(kinds)}
        row = self._row(counts.dated(), values | {"as_of": as_of, "successors": successors})
        return dated.Dating(row["assertions"], row["undated"], row["all_time"])


def _timed(text: str, values: Options) -> tuple[str, Options]:
    """The text as it asks about the day of these options, and all that it is asked with."""
    time = in_time(**values)
    return statements.at(text, since=time["since"], until=time["until"]), {**values, **time}


class Period(TypedDict):
    """The parameters by which Cypher compares periods: a day, and the properties of a period."""

    day: int
    since: str
    until: str


def in_time(*, as_of: str | None, successors: str, **_: Any) -> Period:
    """The parameters by which Cypher compares periods: the `day`, and the properties of a period.

    All of time is day 0, on which all holds that was said (`ever`).

    >>> in_time(as_of="2015", successors="keep")
    {'day': 20151231, 'since': 'since', 'until': 'kept'}
    >>> in_time(as_of=None, successors="carry")
    {'day': 0, 'since': 'ever', 'until': 'ever'}
    """
    if as_of is None:
        return {"day": 0, "since": "ever", "until": "ever"}
    day = dates.last_number(dates.require_day(as_of))
    return {"day": day, "since": "since", "until": "until" if successors == "carry" else "kept"}


def _table(fields: list[Field], found: dict[str, list[Any]]) -> pd.DataFrame:
    """The server's columns as the table that the query's function would have made."""
    types = {str: (TEXT, ""), int: ("int64", 0), float: ("float64", float("nan"))}
    columns = {}
    for field in fields:
        dtype, nothing = types[field.base]
        values = found[field.name]
        if field.base is str:  # several words are one text, as they are in memory
            values = [SEPARATOR.join(v) if isinstance(v, list) else v for v in values]
        values = [nothing if value is None else value for value in values]
        columns[field.name] = pd.Series(values, dtype=dtype)
    return pd.DataFrame(columns)


class Answer(NamedTuple):
    """What a query said: its rows, sorted, and what has to be said beside them."""

    query: Query
    source: str
    """Name of the dataset."""
    options: Options
    """Every option with its value, given or default."""
    notes: list[Text]
    rows: pd.DataFrame

    @property
    def as_of(self) -> str | None:
        """The day that was asked for; None for all of time."""
        day: str | None = self.options.get("as_of")
        return day

    def as_matrix(self) -> Answer:
        """The same as a matrix of who is tied to whom; only of a query that has one.

        >>> from graphtool import PlanGraph
        >>> homes = [{"id": home, "kind": "Municipality", "name": home.title()} for home in "ab"]
        >>> needs = [{"source": "a", "relation": "DEPENDS_ON", "target": "b"}]
        >>> graph = PlanGraph.from_tables(homes, needs)
        >>> run("municipal-dependencies", graph).as_matrix().records()
        [{'municipality': 'a', 'name': 'A', 'b': 'stated 1', 'paths': 1}]
        """
        if self.query.matrix is None:
            raise GraphtoolError(f"{self.query.name} is no matrix")
        row, rows = self.query.matrix(self.rows)
        return self._replace(query=self.query._replace(row=row, order=("name",)), rows=rows)

    def records(self) -> list[Record]:
        """The rows as dicts of plain Python values; None for what is missing."""
        lists = []
        for field in self.query.fields:
            values = self.rows[field.name].astype(object).tolist()
            lists.append([_missing(v) for v in values] if field.optional else values)
        names = [field.name for field in self.query.fields]
        return [dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True)]

    def __repr__(self) -> str:
        rows, notes = len(self.rows), len(self.notes)
        return (
            f"Answer({self.query.name}: {rows} row{'' if rows == 1 else 's'},"
            f" {notes} note{'' if notes == 1 else 's'})"
        )

    def _repr_html_(self) -> str:
        return answers.as_html(self, preferred())


def run(name: str, graph: PlanGraph | Server, **options: Any) -> Answer:
    """The answer to the query of that name, with the same rows wherever the graph is kept.

    Its notes end with what of the source was not read, which the rows do not rest on.

    Raises `UnknownName` with the nearest names where there is no such query, `GraphtoolError` for
    an option that it does not take or a value that is not allowed, and where memory ends.

    >>> from graphtool import PlanGraph
    >>> goals = [{"id": "g", "kind": "Goal", "name": "Vekst"}]
    >>> run("orphaned-goals", PlanGraph.from_tables(goals)).records()[0]["grade"]
    'none'
    """
    return noted(rows(name, graph, **options), graph)


def noted(
    answer: Answer, graph: PlanGraph | Server, *, say: Callable[[Text], Text] = with_names
) -> Answer:
    """The answer of `rows` with its notes, about the graph that it was asked of.

    `say` says how the notes name settings: as they are called, unless they are asked for otherwise.
    """
    query, values = answer.query, answer.options
    with _within_memory(query, values):
        notes = query.notes(graph, answer.rows, **values) if query.notes else []
    notes = [*notes, *dated_notes(query, graph, values), *unread.sentences(graph.unread)]
    notes = [say(note) for note in notes]
    return answer._replace(notes=notes)


def rows(name: str, graph: PlanGraph | Server, **options: Any) -> Answer:
    """As `run`, without the notes: they ask as much again.

    >>> from graphtool import PlanGraph
    >>> goals = [{"id": "g", "kind": "Goal", "name": "Vekst"}]
    >>> rows("orphaned-goals", PlanGraph.from_tables(goals)).notes
    []
    """
    query = queries.find(name)
    values = query.checked(options)
    with _within_memory(query, values):
        found = in_order(queries.ask(graph, name, **values), query.order)
    return Answer(query, graph.name, values, [], found)


def dated_notes(query: Query, graph: PlanGraph | Server, options: Options) -> list[Text]:
    """What an answer for a day owes to what has no date; nothing where no day is asked for."""
    day, relations = options.get("as_of"), query.relations(options)
    if not day or not relations:
        return []
    successors = options.get("successors", "carry")
    if relations == (SUCCESSION,):
        successors = "keep"  # nobody carries on that somebody was succeeded
    if isinstance(graph, Server):
        return dated.dated_note(graph.dating(relations, day, successors), day)
    return dated.dated_note(dated.dating(graph, relations, day, successors), day)


def in_order(rows: pd.DataFrame, order: tuple[str, ...]) -> pd.DataFrame:
    """Rows by these columns, `-` before a name for the largest first, text in Norwegian order."""
    if len(rows) < 2:
        return rows.reset_index(drop=True)
    keys = [
        -_key(rows[name[1:]]) if name.startswith("-") else _key(rows[name])
        for name in reversed(order)
    ]
    return rows.take(np.lexsort(keys)).reset_index(drop=True)


def _key(column: pd.Series[Any]) -> np.ndarray:
    """Numbers by which a column is sorted: of text, the place of each word."""
    if column.dtype.kind in "ifb":
        values = column.to_numpy()
        return values.astype(np.int8) if column.dtype.kind == "b" else values
    code, words = pd.factorize(column)
    keys = [collation_key(word) for word in words]
    place = np.empty(len(words), dtype=np.int64)
    place[sorted(range(len(words)), key=keys.__getitem__)] = np.arange(len(words))
    found: np.ndarray = place[code]
    return found


def _missing(value: Any) -> Any:
    # The tables' way of saying nothing: no text, no line, no number; 0.0 is a measure like others.
    if isinstance(value, float):
        return None if value != value else value
    return None if value in ("", 0) else value
