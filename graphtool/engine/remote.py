"""A plan graph in Neo4j, asked: a query runs there, only its rows travel."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypedDict

import pandas as pd

from graphtool import database, dates, queries
from graphtool.database import counts, packing, state, statements
from graphtool.graph.tables import TEXT, Record
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
        text, asked = _timed(statements.gathered(text, list(map(_sent, fields))), values)
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

    def tied_to_orphans(self, **options: Any) -> set[str]:
        """The ids of the parties that `owners` names of what no named party answers for directly.

        Told there; what follows chains that are too long for it, is told by the rows here.
        """
        query = queries.find("owners")
        values = query.checked(options)
        if self._cypher(query):
            return set(self._row(counts.tied_to_orphans(), values)["parties"])
        rows = self.ask(query.name, **values)
        owned = set(rows.loc[rows["grade"] == "owned", "item"])
        return set(rows.loc[~rows["item"].isin(owned), "party"])

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
        dated = query.dates_all or values["as_of"] is not None
        return database.part(
            self.home,
            query.relations(values),
            among=() if dated else query.among,  # by what lies elsewhere periods are told
            dated=dated,
            named=query.names_all or any(p.node and values[p.name] for p in query.parameters),
            cited=query.cites or statements.text(query.function.__name__) is not None,
            stands=query.evidence,
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
    asked = {**values, **time}
    return statements.at(text, **asked), asked


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


def _sent(field: Field) -> str:
    """The Cypher of a column's value: several words are one text, as they are in memory."""
    return packing.joined(field.name, SEPARATOR) if field.column.several else field.name


def _table(fields: list[Field], found: dict[str, list[str]]) -> pd.DataFrame:
    """The server's columns as the table that the query's function would have made."""
    columns = {}
    for field in fields:
        texts = pd.Series(found[field.name], dtype=TEXT)
        if field.base is str:
            columns[field.name] = texts
        else:
            nothing = 0 if field.base is int else float("nan")
            numbers = pd.to_numeric(texts.replace("", None)).fillna(nothing)
            columns[field.name] = numbers.astype(f"{field.base.__name__}64")
    return pd.DataFrame(columns)
