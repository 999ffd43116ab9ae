"""The values that an option takes: what they are called, in three languages, and which are none."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from graphtool import schema
from graphtool.errors import GraphtoolError, did_you_mean
from graphtool.language import Said, Text, spelled

if TYPE_CHECKING:
    from graphtool.queries.query import Query
    from graphtool.queries.signature import Field, Parameter

_NO_OPTION = Text(
    "{query} har ikke noe valg «{name}»{hint}",
    "{query} har ikkje noko val «{name}»{hint}",
    "{query} has no option {name!r}{hint}",
)
_TAKES = Text("; den har {known}", "; ho har {known}", "; it takes {known}")
_CANNOT_BE = Text(
    "{option} kan ikke være «{value}»{hint}",
    "{option} kan ikkje vere «{value}»{hint}",
    "{option} cannot be {value!r}{hint}",
)
_EXPECTED = Text("; ventet {choices}", "; venta {choices}", "; expected {choices}")
_MUST_BE = Text(
    "{option} må være {what}, ikke «{value}»",
    "{option} må vere {what}, ikkje «{value}»",
    "{option} must be {what}, not {value!r}",
)
_WHOLE = Text("et helt tall over 0", "eit heilt tal over 0", "a whole number above 0")
_ABOVE = Text("over 0", "over 0", "above 0")

OTHERS = {
    "party": Text("part", "part", "party"),
    "organisation": Text("organisasjon", "organisasjon", "organisation"),
    "municipality": Text("kommune", "kommune", "municipality"),
    "county": Text("fylke", "fylke", "county"),
    "sector": Text("sektor", "sektor", "sector"),
    "activity": Text("aktivitet", "aktivitet", "activity"),
    "forum": Text("møteplass", "møteplass", "forum"),
}
"""Values that are neither in a column of the answer nor kinds or relations."""


def labels(parameter: Parameter, fields: Iterable[Field]) -> dict[str, Text]:
    """What each value is called, by the value; those that are called nothing are left out.

    As in the answer's column of that name, where there is one, else as kinds and relations are.

    >>> from graphtool.queries import find
    >>> query = find("municipal-dependencies")
    >>> kind = next(p for p in query.parameters if p.name == "kind")
    >>> labels(kind, query.fields)["hosted"].nb
    'drift og ledelse'
    """
    column: Mapping[str, Text] = {}
    for field in fields:
        if field.name in (parameter.name, parameter.name.removesuffix("s")):
            column = field.column.words
    known = {**OTHERS, **{name: schema.kind(name).label for name in schema.KINDS}}
    known |= {name: schema.relation(name).label for name in schema.RELATIONS}
    known |= column
    return {choice: known[choice] for choice in parameter.choices if choice in known}


def resolve(word: str, choices: tuple[str, ...], called: Mapping[str, Text]) -> str:
    """The value that a word is, or is what it is called in a language; else the word itself.

    What several are called is none of them.

    >>> resolve("tiltak", ("Goal", "Measure"), {"Measure": Text("tiltak", "tiltak", "measure")})
    'Measure'
    """
    found = spelled(word, choices)
    if found in choices:
        return found
    of: dict[str, set[str]] = {}
    for choice, text in called.items():
        for said in text:
            of.setdefault(said, set()).add(choice)
    near = of.get(spelled(word, tuple(of)), set())
    return next(iter(near)) if len(near) == 1 else word


def checked(query: Query, options: Mapping[str, Any]) -> dict[str, Any]:
    """All options of a query, each value as it is spelled, defaults filled in; see `Query.checked`.

    Raises `GraphtoolError` for what the query does not take.

    >>> from graphtool.queries import find
    >>> checked(find("centrality"), {"level": "kommune"})["level"]
    'municipality'
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in options:
        if name not in known:
            hint = did_you_mean(name, known) or Said(_TAKES, known=", ".join(known))
            raise GraphtoolError(Said(_NO_OPTION, query=query.name, name=name, hint=hint))
    values = {name: p.default for name, p in known.items()} | dict(options)
    for name, value in values.items():
        if known[name].multiple and isinstance(value, str):
            values[name] = (value,)
    for name, value in values.items():
        values[name] = _resolved(query, known[name], value)
    for name, value in values.items():
        choices = known[name].choices
        for word in value if isinstance(value, (tuple, list)) else (value,):
            if choices and word is not None and word not in choices:
                expected = Said(_EXPECTED, choices=", ".join(choices))
                hint = did_you_mean(str(word), choices) or expected
                why = Said(_CANNOT_BE, option=name, value=word, hint=hint)
                raise GraphtoolError.at(query.name, why)
        if wrong := _no_number(value, type(known[name].default)):
            why = Said(_MUST_BE, option=name, what=wrong, value=value)
            raise GraphtoolError.at(query.name, why)
    return values


def _resolved(query: Query, parameter: Parameter, value: Any) -> Any:
    """The value or values in the words of the choices, where they are called or spelled so."""
    if isinstance(value, (tuple, list)):
        return tuple(_resolved(query, parameter, word) for word in value)
    if not isinstance(value, str) or not parameter.choices or value in parameter.choices:
        return value
    return resolve(value, parameter.choices, query.called(parameter))


def _no_number(value: Any, wanted: type) -> Text | None:
    """What an option that counts or measures takes, where this value is nothing of the kind."""
    if wanted not in (int, float):
        return None
    numbers = int if wanted is int else (int, float)
    if isinstance(value, numbers) and not isinstance(value, bool) and 0 < value < math.inf:
        return None
    return _WHOLE if wanted is int else _ABOVE
