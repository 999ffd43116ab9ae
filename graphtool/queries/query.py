"""A query, defined once: a plain function, and everything else derived from it.

The function's name is the query's name, its first docstring line the short help, the rest its
definition (in Norwegian `titles` and `definitions` have both); its keyword-only parameters are the
options, its row type the columns. Options that several queries share are written once, in a
`TypedDict` as `TimeOptions`, which such a function takes as `**options: Unpack[TimeOptions]`; it is
always called with all of them.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from graphtool import schema
from graphtool.language import Text
from graphtool.queries import definitions, option_values, signature, titles
from graphtool.queries.signature import Field, Parameter

if typing.TYPE_CHECKING:
    import pandas as pd

Options: typing.TypeAlias = Mapping[str, Any]
"""The options of a query, each with its value."""
Reads = Sequence[str] | Callable[[Options], Sequence[str]] | None
"""The relations that a query reads, or how they follow from its options; None for all."""


class Askable(Protocol):
    """Something other than a plan graph in memory that answers queries: a database."""

    def ask(self, name: str, *, only: Collection[str] = (), **options: Any) -> pd.DataFrame:
        """The rows of a query, with these options and defaults for the others; see `ask`."""

    def count(self, name: str, **options: Any) -> int:
        """How many rows that would be."""

    def existing(self, kind: str, as_of: str | None) -> int:
        """How many nodes of a kind exist on a day, or at all without one."""

    def tied_to_orphans(self, **options: Any) -> set[str]:
        """The ids in the column `party` of `owners`, of what no named party answers for directly.

        With these options of that query and defaults for the others.
        """


class Query(NamedTuple):
    """A query and all that is derived from its function."""

    name: str
    function: Callable[..., pd.DataFrame]
    row: type
    order: tuple[str, ...]
    """Columns by which its rows are sorted, `-` before a name for the largest first."""
    notes: Callable[..., list[Text]] | None
    """What has to be said beside the rows: `notes(graph, rows, **options)`, by `ask` alone."""
    reads: Reads = None
    """The relations whose assertions its rows rest on; see `relations`."""
    matrix: Callable[[pd.DataFrame], tuple[type, pd.DataFrame]] | None = None
    """Its rows as a matrix, where who is tied to whom can be shown as one: row type and rows."""
    cites: bool = False
    """Whether its rows say where a node itself stands, and not only where an assertion does."""
    dates_all: bool = False
    """Whether it asks when things hold without a day too, as of what has not ended."""
    names_all: bool = False
    """Whether it reads what nodes are called beside their name, with no node to look up too."""
    needs: tuple[str, ...] = ()
    """Options that say whom it is about; without one of them it answers nothing."""
    wider: str = ""
    """The query that answers the same with more options; it does where one of these is given."""
    among: tuple[str, ...] = ()
    """The kinds of nodes between which it reads assertions, where other assertions change nothing;
    all, where none is named."""
    evidence: bool = True
    """Whether it reads where an assertion stands."""

    def relations(self, options: Options | None = None) -> tuple[str, ...]:
        """The relations that it reads with these options, in the vocabulary's order.

        Without options, with those that it has by default.

        >>> from graphtool.queries import find
        >>> find("direct-dependencies").relations()
        ('DEPENDS_ON',)
        """
        named = self.reads
        if callable(named):
            named = named(self.defaults if options is None else options)
        return tuple(name for name in schema.RELATIONS if named is None or name in named)

    @property
    def summary(self) -> str:
        """What it answers, in one line, in English; `answers` has all three languages."""
        return inspect.getdoc(self.function).split("\n", 1)[0]  # type: ignore[union-attr]

    @property
    def answers(self) -> Text:
        """What it answers, in one line."""
        return titles.answers(self.name, self.summary)

    @property
    def title(self) -> Text:
        """What its table is called."""
        return titles.title(self.name)

    @property
    def definition(self) -> Text:
        """How it is defined, without examples; paragraphs have an empty line between them."""
        rest = inspect.getdoc(self.function).partition("\n")[2]  # type: ignore[union-attr]
        return definitions.definition(self.name, rest.split(">>>")[0].strip())

    @property
    def asks(self) -> bool:
        """Whether it is computed from the rows of other queries, and needs no graph in memory."""
        first = next(iter(inspect.signature(self.function).parameters.values()))
        return Askable.__name__ in str(first.annotation)

    @property
    def fields(self) -> list[Field]:
        """Its columns, in order."""
        return list(signature.fields(self.row))

    @property
    def parameters(self) -> list[Parameter]:
        """Its options, in order: those that it shares with others, then its own."""
        return list(signature.parameters(self.function))

    @property
    def defaults(self) -> dict[str, Any]:
        """The value of each option where nothing else is said."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    def lacking(self, options: Options) -> list[Parameter]:
        """The options that say whom it is about, and that are not given.

        >>> from graphtool.queries import find
        >>> [parameter.name for parameter in find("paths").lacking({"from_": "Vennesla"})]
        ['to']
        """
        return [p for p in self.parameters if p.name in self.needs and not options.get(p.name)]

    def called(self, parameter: Parameter) -> dict[str, Text]:
        """What each value of an option is called, in three languages; it may be given so too.

        >>> from graphtool.queries import find
        >>> query = find("orphans")
        >>> [kind] = [one for one in query.parameters if one.name == "kind"]
        >>> query.called(kind)["Goal"].nb
        'mål'
        """
        return option_values.labels(parameter, self.fields)

    def checked(self, options: Options) -> dict[str, Any]:
        """All options, defaults filled in; raises `GraphtoolError` for what it does not take.

        >>> from graphtool.queries import find
        >>> find("direct-dependencies").checked({"as_of": "2015"})
        {'as_of': '2015', 'successors': 'carry'}
        >>> find("direct-dependencies").checked({"successors": "cary"})
        Traceback (most recent call last):
        graphtool.errors.GraphtoolError: direct-dependencies: successors cannot be 'cary'; ...
        """
        return option_values.checked(self, options)
