"""The queries that there are, by name, and how one asks another, wherever the graph is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from graphtool.errors import GraphtoolError, UnknownName
from graphtool.graph import PlanGraph
from graphtool.graph.once import once
from graphtool.language import Said, Text
from graphtool.queries import titles
from graphtool.queries.query import Askable, Options, Query, Reads

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.queries.signature import Parameter

Function = TypeVar("Function", bound=Callable[..., Any])
QUERIES: dict[str, Query] = {}
_NOT_BOTH = Text(
    "{name}: {one} kan ikke gis sammen med {other}",
    "{name}: {one} kan ikkje givast saman med {other}",
    "{name}: {one} cannot be given together with {other}",
)


def query(
    row: type,
    *,
    order: Sequence[str],
    notes: Callable[..., list[Text]] | None = None,
    reads: Reads = None,
    matrix: Callable[[pd.DataFrame], tuple[type, pd.DataFrame]] | None = None,
    cites: bool = False,
    dates_all: bool = False,
    names_all: bool = False,
    needs: Sequence[str] = (),
    wider: str = "",
    among: Sequence[str] = (),
    evidence: bool = True,
) -> Callable[[Function], Function]:
    """Makes a function a query: it is listed, and the command line and the docs know it.

    >>> from graphtool.queries import find
    >>> found = find("owners")
    >>> [parameter.name for parameter in found.parameters]
    ['as_of', 'successors', 'inherit', 'relations', 'kind']
    >>> [field.name for field in found.fields][:4]
    ['item', 'name', 'kind', 'relation']
    """

    def register(function: Function) -> Function:
        name = function.__name__.replace("_", "-")
        more = (cites, dates_all, names_all, tuple(needs), wider, tuple(among), evidence)
        made = Query(name, function, row, tuple(order), notes, reads, matrix, *more)
        QUERIES[name] = made

        @wraps(function)
        def asked(graph: PlanGraph | Askable, **options: Any) -> pd.DataFrame:
            return function(graph, **made.defaults | options)

        return cast("Function", asked)

    return register


def find(name: str) -> Query:
    """The query of that name, or called so; raises `UnknownName` with the nearest ones.

    >>> from graphtool.queries import find
    >>> find("orphaned_goals").name, find("Eierløse mål").name
    ('orphaned-goals', 'orphaned-goals')
    >>> find("centralty")
    Traceback (most recent call last):
    graphtool.errors.UnknownName: query 'centralty' does not exist; did you mean 'centrality' ...
    """
    meant = titles.resolve(name)
    if meant not in QUERIES:
        raise UnknownName("query", name, [*QUERIES, *titles.words()])
    return QUERIES[meant]


def further(query: Query) -> list[Parameter]:
    """The options that only the wider query has; none where there is no wider one.

    >>> [parameter.name for parameter in further(find("centrality"))][:2]
    ['relation', 'measure']
    """
    own = {parameter.name for parameter in query.parameters}
    return [p for p in find(query.wider).parameters if p.name not in own] if query.wider else []


def answering(name: str, options: Options) -> tuple[Query, dict[str, Any]]:
    """The query that answers with these options, and those of them that say something to it.

    That is the wider query where an option is given that only it has. Raises `GraphtoolError` where
    one is given too that it has not.

    >>> query, options = answering("centrality", {"relation": "FUNDS", "exact": False})
    >>> query.name, options
    ('centralities', {'relation': 'FUNDS'})
    >>> answering("centrality", {"relation": None})[1]
    {}
    """
    found = find(name)
    only_wider = {parameter.name: parameter.default for parameter in further(found)}
    if all(options[name] == only_wider[name] for name in options if name in only_wider):
        return found, {name: options[name] for name in options if name not in only_wider}
    wider, own = find(found.wider), found.defaults
    given = [name for name in options if name in only_wider and options[name] != only_wider[name]]
    for one, value in options.items():
        if one in own and one not in wider.defaults and value != own[one]:
            raise GraphtoolError(Said(_NOT_BOTH, name=name, one=one, other=given[0]))
    return wider, {
        name: value
        for name, value in options.items()
        if name in wider.defaults or value != own.get(name)
    }


def ask(
    graph: PlanGraph | Askable, name: str, *, only: Collection[str] = (), **options: Any
) -> pd.DataFrame:
    """The rows of another query, wherever the graph is kept.

    Who needs a few columns names them as `only`: a database then sends little else. In memory all
    are there.

    What is computed from rows (a measure, a note) goes through here, so that it needs no graph in
    memory.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> from graphtool.queries import ask
    >>> ask(graph, "orphaned-measures")[["measure", "grade", "through"]].values.tolist()
    [['m', 'inherited', 'Lære']]
    """
    found = find(name)
    if isinstance(graph, PlanGraph):
        return _asked(graph, found.name, **found.checked(options))
    return graph.ask(name, only=only, **found.checked(options))


@once
def _asked(graph: PlanGraph, name: str, **options: Any) -> pd.DataFrame:
    return QUERIES[name].function(graph, **options)


def count(graph: PlanGraph | Askable, name: str, **options: Any) -> int:
    """How many rows another query has; a database counts them where they are.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> from graphtool.queries import count
    >>> count(graph, "orphaned-goals"), count(graph, "orphaned-goals", all=True)
    (0, 1)
    """
    if isinstance(graph, PlanGraph):
        return len(ask(graph, name, **options))
    return graph.count(name, **find(name).checked(options))
