"""Columns and options as they stand in a query's annotations."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, Literal, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Column


class Field(NamedTuple):
    """A column of a query's answer."""

    name: str
    type: Any
    column: Column

    @property
    def base(self) -> type:
        """Its type without `None`: str, int or float, or tuple for a list of steps."""
        if typing.get_origin(self.type) is tuple:
            return tuple
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
    help: Text
    choices: tuple[str, ...]
    node: str = ""
    """The kind of node that it names, where it names one."""

    @property
    def multiple(self) -> bool:
        """Whether it takes several values."""
        return isinstance(self.default, tuple)


@cache
def fields(row: type) -> tuple[Field, ...]:
    """The columns of a row type, in order.

    >>> from graphtool.queries import find
    >>> [field.column.label.nb for field in fields(find("centrality").row)][:2]
    ['part-id', 'part']
    """
    hints = typing.get_type_hints(row, include_extras=True)
    return tuple(Field(name, *typing.get_args(hint)) for name, hint in hints.items())


@cache
def parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """The options of a query's function: those that it shares with others, then its own.

    >>> from graphtool.queries import find
    >>> [parameter.default for parameter in parameters(find("unsourced").function)]
    [None, 'keep']
    """
    shared, own = [], []
    for one in inspect.signature(function).parameters.values():
        if one.kind is inspect.Parameter.VAR_KEYWORD:
            (options,) = typing.get_args(_evaluated(one.annotation, function))
            hints = typing.get_type_hints(options, include_extras=True)
            shared = [_parameter(name, hint) for name, hint in hints.items()]
        elif one.kind is inspect.Parameter.KEYWORD_ONLY:
            made = _parameter(one.name, _evaluated(one.annotation, function))
            own.append(made._replace(default=one.default))
    return (*shared, *own)


def _evaluated(annotation: str, function: Callable[..., Any]) -> Any:
    # Not of the whole signature: `PlanGraph` is imported for type checkers only.
    holder = type("Annotation", (), {"__annotations__": {"it": annotation}})
    scope = function.__globals__
    return typing.get_type_hints(holder, globalns=scope, include_extras=True)["it"]


def _parameter(name: str, annotation: Any) -> Parameter:
    kind, option = typing.get_args(annotation)
    choices = option.choices or _literal(kind)
    return Parameter(name, kind, option.default, option.help, choices, option.node)


def _literal(kind: Any) -> tuple[str, ...]:
    args = typing.get_args(kind)
    if typing.get_origin(kind) is Literal:
        return tuple(args)
    if isinstance(kind, UnionType) or typing.get_origin(kind) is tuple:
        return next((choices for arg in args if (choices := _literal(arg))), ())
    return ()
