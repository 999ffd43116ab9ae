"""A rule, and how a file of rules is read: with all that cannot be meant at once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from graphtool import queries, schema
from graphtool.errors import GraphtoolError, reason
from graphtool.language import LANGUAGES, Said, Text, same, spelled, together
from graphtool.rules.faults import faults

SHIPPED = ("regional",)
"""Names of the files of rules that are in the package."""
_IN_PACKAGE = Text(
    "{why}; i pakken finnes {names}",
    "{why}; i pakka finst {names}",
    "{why}; in the package there is {names}",
)
_NO_TOML = Text("er ingen TOML-fil: {why}", "er inga TOML-fil: {why}", "is no TOML file: {why}")
_NO_TABLE = Text(
    "er ingen tabell, som [navn]", "er ingen tabell, som [namn]", "is no table, as [name]"
)
_NO_RULE = Text(
    "har ingen regel; en regel begynner med navnet sitt, som [goal-without-owner]",
    "har ingen regel; ein regel byrjar med namnet sitt, som [goal-without-owner]",
    "holds no rule; one begins with its name, as [goal-without-owner]",
)


class Except(NamedTuple):
    """What may break a rule, and why."""

    node: str
    """Its id or name."""
    reason: str
    until: str
    """The last day; empty where there is none."""


class Rule(NamedTuple):
    """What is to be so; exactly one of `query`, `needs` and `relation` says how it is judged."""

    name: str
    says: Text
    severity: str
    query: str = ""
    """A query whose every row breaks the rule, or every one that is as `where` says."""
    options: Mapping[str, Any] = {}
    where: Mapping[str, tuple[str, ...]] = {}
    """By column of the query, the values that break it."""
    kind: str = ""
    """What nodes are looked at; of a query all, unless it is said."""
    needs: tuple[str, ...] = ()
    """Fields or facts that each node is to have."""
    relation: str = ""
    """Of which each node is the source `at_least` and `at_most` so often."""
    of: str = ""
    """The kind of the targets that count; all where it is not said."""
    at_least: int = 0
    at_most: int | None = None
    plan: str = ""
    """Only what is part of this, over any number of steps."""
    municipality: str = ""
    """Only what belongs to this municipality."""
    excepted: tuple[Except, ...] = ()


def shipped(name: str = "regional") -> list[Rule]:
    """The rules that are in the package under a name.

    >>> [rule.name for rule in shipped()][:2]
    ['goal-without-owner', 'measure-without-owner']
    """
    text = files("graphtool.rules").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return _rules(name, tomllib.loads(text))


def read(source: str) -> list[Rule]:
    """The rules of a TOML file, or of those that are in the package.

    Raises `GraphtoolError` with every rule that cannot be meant.
    """
    if source in SHIPPED and not Path(source).exists():
        return shipped(source)
    try:
        said = tomllib.loads(Path(source).read_text(encoding="utf-8-sig"))
    except OSError as error:
        why = Said(_IN_PACKAGE, why=reason(error), names=", ".join(SHIPPED))
        raise GraphtoolError.at(source, why) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GraphtoolError.at(source, Said(_NO_TOML, why=reason(error))) from error
    return _rules(source, said)


def _rules(source: str, said: Mapping[str, Any]) -> list[Rule]:
    wrong = []
    found = []
    for name, fields in said.items():
        several = list(faults(fields)) if isinstance(fields, dict) else [Said(_NO_TABLE)]
        wrong += [together([f"{source}: [{name}] ", one]) for one in several]
        if not several:
            found.append(_rule(name, fields))
    if not said:
        wrong.append(together([f"{source}: ", Said(_NO_RULE)]))
    if wrong:
        raise GraphtoolError(together(wrong, "\n"))
    return found


def _rule(name: str, said: Mapping[str, Any]) -> Rule:
    in_all = [said.get(lang) or said.get("says") or said.get("nb") or name for lang in LANGUAGES]
    where = {
        column: tuple(map(str, values if isinstance(values, list) else [values]))
        for column, values in said.get("where", {}).items()
    }
    return Rule(
        name,
        Text(*in_all) if len(set(in_all)) > 1 else same(in_all[0]),
        said.get("severity", "error"),
        queries.find(said["query"]).name if "query" in said else "",
        said.get("options", {}),
        where,
        spelled(said.get("kind", ""), schema.KINDS),
        tuple(said.get("needs", ())),
        spelled(said.get("relation", ""), schema.RELATIONS),
        spelled(said.get("of", ""), schema.KINDS),
        said.get("at_least", 0),
        said.get("at_most"),
        said.get("plan", ""),
        said.get("municipality", ""),
        tuple(
            Except(one["node"], one["reason"], str(one.get("until", "")))
            for one in said.get("except", ())
        ),
    )
