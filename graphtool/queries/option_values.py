"""What the values of an option are called, in three languages, so that they can be given so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from graphtool import schema
from graphtool.language import Text, spelled

if TYPE_CHECKING:
    from graphtool.queries.signature import Field, Parameter

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
