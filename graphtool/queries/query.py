"""A query, defined once: a plain function, and everything else derived from it.

The function's name is the query's name, its first docstring line the short help, the rest its
definition; its keyword-only parameters are the options, its row type the columns.
"""

from __future__ import annotations

import inspect
import math
import typing
from collections.abc import Callable, Collection, Mapping, Sequence
from types import UnionType
from typing import Any, Literal, NamedTuple, Protocol

from graphtool import schema
from graphtool.errors import GraphtoolError, did_you_mean
from graphtool.language import Text, spelled
from graphtool.queries.fields import Column

if typing.TYPE_CHECKING:
    import pandas as pd

Reads = Sequence[str] | Callable[[Mapping[str, Any]], Sequence[str]] | None
"""The relations that a query reads, or how they follow from its options; None for all."""


class Askable(Protocol):
    """Something other than a plan graph in memory that answers queries: a database."""

    def ask(self, name: str, *, only: Collection[str] = (), **options: Any) -> pd.DataFrame:
        """The rows of a query, with these options and defaults for the others; see `ask`."""

    def count(self, name: str, **options: Any) -> int:
        """How many rows that would be."""

    def existing(self, kind: str, as_of: str | None) -> int:
        """How many nodes of a kind exist on a day, or at all without one."""


class Field(NamedTuple):
    """A column of a query's answer."""

    name: str
    type: Any
    column: Column

    @property
    def base(self) -> type:
        """Its type without `None`: str, int or float."""
        kinds = [kind for kind in typing.get_args(self.type) if kind is not type(None)]
        found: type = kinds[0] if kinds else self.type
        return found

    @property
    def optional(self) -> bool:
        """Whether it may be missing: None in JSON, empty in CSV."""
        return type(None) in typing.get_args(self.type)


class Parameter(NamedTuple):
    """An option of a query, as the command line and the Cypher parameters need it."""

    name: str
    type: Any
    default: Any
    help: str
    choices: tuple[str, ...]

    @property
    def multiple(self) -> bool:
        """Whether it takes several values."""
        return isinstance(self.default, tuple)


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

    def relations(self, options: Mapping[str, Any] | None = None) -> tuple[str, ...]:
        """The relations that it reads with these options, in the vocabulary's order.

        Without options, with those that it has by default.
        """
        if options is None:
            options = {parameter.name: parameter.default for parameter in self.parameters}
        named = self.reads(options) if callable(self.reads) else self.reads
        return tuple(name for name in schema.RELATIONS if named is None or name in named)

    @property
    def summary(self) -> str:
        """What it answers, in one line."""
        return inspect.getdoc(self.function).split("\n", 1)[0]  # type: ignore[union-attr]

    @property
    def definition(self) -> str:
        """How it is defined, without examples."""
        rest = inspect.getdoc(self.function).partition("\n")[2]  # type: ignore[union-attr]
        return rest.split(">>>")[0].strip()

    @property
    def asks(self) -> bool:
        """Whether it is computed from the rows of other queries, and needs no graph in memory."""
        first = next(iter(inspect.signature(self.function).parameters.values()))
        return Askable.__name__ in str(first.annotation)

    @property
    def fields(self) -> list[Field]:
        """Its columns, in order."""
        hints = typing.get_type_hints(self.row, include_extras=True)
        return [Field(name, *typing.get_args(hint)) for name, hint in hints.items()]

    @property
    def parameters(self) -> list[Parameter]:
        """Its options, in order."""
        found = []
        for parameter in inspect.signature(self.function).parameters.values():
            if parameter.kind is not inspect.Parameter.KEYWORD_ONLY:
                continue
            kind, option = typing.get_args(self._evaluated(parameter.annotation))
            choices = option.choices or _literal(kind)
            found.append(Parameter(parameter.name, kind, parameter.default, option.help, choices))
        return found

    def _evaluated(self, annotation: str) -> Any:
        # Not of the whole signature: `PlanGraph` is imported for type checkers only.
        holder = type("Annotation", (), {"__annotations__": {"it": annotation}})
        scope = self.function.__globals__
        return typing.get_type_hints(holder, globalns=scope, include_extras=True)["it"]

    def checked(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """All options, defaults filled in; raises `GraphtoolError` for what it does not take."""
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in options:
            if name not in known:
                hint = did_you_mean(name, known) or f"; it takes {', '.join(known)}"
                raise GraphtoolError(f"{self.name} has no option {name!r}{hint}")
        values = {name: p.default for name, p in known.items()} | dict(options)
        for name, value in values.items():
            if known[name].multiple and isinstance(value, str):
                values[name] = (value,)
        for name, value in values.items():
            values[name] = _spelled(value, known[name].choices)
        for name, value in values.items():
            choices = known[name].choices
            for word in value if isinstance(value, (tuple, list)) else (value,):
                if choices and word is not None and word not in choices:
                    hint = did_you_mean(str(word), choices) or f"; expected {', '.join(choices)}"
                    raise GraphtoolError(f"{self.name}: {name} cannot be {word!r}{hint}")
            if wrong := _no_number(value, type(known[name].default)):
                raise GraphtoolError(f"{self.name}: {name} must be {wrong}, not {value!r}")
        return values


def _no_number(value: Any, wanted: type) -> str:
    """What an option that counts or measures takes, where this value is nothing of the kind."""
    if wanted not in (int, float):
        return ""
    numbers = int if wanted is int else (int, float)
    if isinstance(value, numbers) and not isinstance(value, bool) and 0 < value < math.inf:
        return ""
    return "a whole number above 0" if wanted is int else "above 0"


def _spelled(value: Any, choices: tuple[str, ...]) -> Any:
    """The value or values in the words of the choices, where they differ in spelling only."""
    if isinstance(value, (tuple, list)):
        return tuple(_spelled(word, choices) for word in value)
    return spelled(value, choices) if isinstance(value, str) and choices else value


def _literal(kind: Any) -> tuple[str, ...]:
    args = typing.get_args(kind)
    if typing.get_origin(kind) is Literal:
        return tuple(args)
    if isinstance(kind, UnionType) or typing.get_origin(kind) is tuple:
        return next((choices for arg in args if (choices := _literal(arg))), ())
    return ()
