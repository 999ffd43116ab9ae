"""Who may be entered twice: parties of one name, and parties whose names are nearly the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from graphtool import municipalities, schema, spellings
from graphtool.errors import Problem, place
from graphtool.graph import texts
from graphtool.graph.checker import FILE, ROW
from graphtool.language import Said, Text
from graphtool.recognition.aliases import Aliases

NAMED = (*schema.PARTIES, "Region")
"""Kinds of nodes that have names of their own, and so may be misspelt."""
NAMELESS = (schema.COLLECTIVE, schema.POSITION)
"""Refinements of actors whose names are descriptions."""
LOOSE = ("", schema.UNRESOLVED)
"""Refinements that say nothing of what an actor is."""
_NEAR = Text(
    "«{spelling}» er nesten «{name}» ({score} av 100); er de samme part, slår --accept dem sammen;"
    ' er de to, si det med --alias "{spelling}={spelling}"',
    "«{spelling}» er nesten «{name}» ({score} av 100); er dei same part, slår --accept dei saman;"
    ' er dei to, sei det med --alias "{spelling}={spelling}"',
    "{spelling!r} is nearly {name!r} ({score} of 100); if they are one, --accept makes them so, if"
    ' not, --alias "{spelling}={spelling}" says it',
)
_DOUBLED = Text(
    "«{name}» er også navnet på «{id}» ({place}); er de samme part, gi dem én rad og før den andre"
    " skrivemåten opp i aliases",
    "«{name}» er også namnet på «{id}» ({place}); er dei same part, gi dei éi rad og før den andre"
    " skrivemåten opp i aliases",
    "{name!r} is the name of {id!r} too ({place}); if they are one, give them one row and list the"
    " other spelling in aliases",
)


_SAID = ["id", "kind", "subkind", "name", FILE, ROW]


class Party(NamedTuple):
    """Who has a name, and where that stands."""

    id: str
    kind: str
    subkind: str
    name: str
    file: str
    row: int

    @property
    def column(self) -> str:
        """The column that the name stands in, where it is surely known: in the kind's own sheet.

        >>> Party("t", "Actor", "", "Tinn", "actors.csv", 2).column
        'name'
        >>> Party("t", "Actor", "unresolved", "Tinn", "plan.csv", 2).column  # who answers, perhaps
        ''
        """
        return "name" if self.file.removesuffix(".csv") == schema.KINDS[self.kind].file else ""


class Suggestion(NamedTuple):
    """A spelling that may mean another name, how near they are, of 100, and where it stands."""

    spelling: str
    name: str
    score: int
    file: str
    row: int
    column: str

    def problem(self) -> Problem:
        """As `check` tells it."""
        message = Said(_NEAR, spelling=self.spelling, name=self.name, score=self.score)
        return Problem("warning", "near-name", message, self.file, self.row, self.column)


def _parties(nodes: pd.DataFrame) -> list[Party]:
    columns = (nodes[name].tolist() for name in _SAID)
    return [
        Party(node, kind, subkind, name, str(file), int(row))
        for node, kind, subkind, name, file, row in zip(*columns, strict=True)
    ]


def doubles(nodes: pd.DataFrame) -> list[Problem]:
    """Undated parties of one name: perhaps one, entered twice.

    Not actors that are said to be different things, nor municipalities where Norway has several
    of that name.
    """
    is_party = texts.among(nodes["kind"], schema.PARTIES) & (nodes["name"] != "").to_numpy()
    is_undated = (nodes["valid_from"] == "").to_numpy() & (nodes["valid_to"] == "").to_numpy()
    parties = nodes[_SAID][is_party & is_undated]
    keys = pd.Series(_keys(parties))
    several = keys.duplicated(keep=False).to_numpy()
    parties, keys = parties[several], keys[several]
    before = _before(parties, keys)
    ids, names = (texts.codes(parties[column])[1] for column in ("id", "name"))
    at = np.flatnonzero((before >= 0) & (ids != ids[before]))
    # One name is the same as another in many rows: what is said of it is said once.
    alike, pairs = pd.factorize(names[at].astype(np.int64) * len(parties) + before[at])
    first = parties["name"].iloc[at[~pd.Series(alike).duplicated().to_numpy()]]
    others = parties[["id", FILE, ROW]].iloc[pairs % max(len(parties), 1)]
    columns = (first, *(others[column] for column in others))
    said = [
        Said(_DOUBLED, name=name, id=other, place=place(file, row))
        for name, other, file, row in zip(*(c.tolist() for c in columns), strict=True)
    ]
    files, rows = (parties[column].iloc[at].tolist() for column in (FILE, ROW))
    told = map(said.__getitem__, alike.tolist())
    severity, rule, column, value = map(repeat, ("warning", "doubled-party", "name", ""))
    fields = zip(severity, rule, told, files, rows, column, value, strict=False)
    return [*map(partial(tuple.__new__, Problem), fields)]  # there may be as many as parties


def _before(parties: pd.DataFrame, keys: pd.Series[Any]) -> np.ndarray:
    """For each of these, the place of the first that it may be one with; -1 for none.

    All of one key, kind and refinement have the same before them, and are looked at once; but
    municipalities of one name may be several.
    """
    alike = pd.factorize(keys)[0]
    for column in ("kind", "subkind"):
        words, which = texts.codes(parties[column])
        alike = alike * len(words) + which
    alike, classes = pd.factorize(alike)
    is_looked_at = ~pd.Series(alike).duplicated().to_numpy()
    is_looked_at |= texts.among(parties["kind"], ["Municipality"])
    looked_at = np.flatnonzero(is_looked_at)
    before = np.full(len(parties), -1)
    stands_for = np.full(len(classes), -1)  # of a class, what all but its first have before them
    met: dict[str, list[tuple[int, Party]]] = {}
    own = zip(
        looked_at.tolist(), _parties(parties.iloc[looked_at]), keys.iloc[looked_at], strict=True
    )
    for at, one, key in own:
        same = met.setdefault(key, [])
        before[at] = next((earlier for earlier, other in same if _may_be_one(other, one)), -1)
        if before[at] < 0:
            same.append((at, one))
        stands_for[alike[at]] = before[at] if before[at] >= 0 else at
    before[~is_looked_at] = stands_for[alike[~is_looked_at]]
    return before


def _keys(parties: pd.DataFrame) -> np.ndarray:
    """What spellings of the name of each party surely have in common; «kommune» is none of it.

    Most names have themselves in small letters, and these are made of the whole column.
    """
    names = texts.arrow(parties["name"])
    small = pc.utf8_lower(names)
    is_plain = pc.match_substring_regex(names, f"^(?:{spellings.PLAIN})$")
    is_called = pc.match_substring_regex(small, "|".join(municipalities.CALLED))
    rest = pc.or_(pc.invert(is_plain), is_called).to_numpy(zero_copy_only=False)
    keys: np.ndarray = small.to_numpy(zero_copy_only=False)
    own = zip(parties["name"][rest].tolist(), parties["subkind"][rest].tolist(), strict=True)
    keys[rest] = [
        spellings.key(name if subkind == schema.PERSON else municipalities.bare(name))
        for name, subkind in own
    ]
    return keys


def _may_be_one(one: Party, other: Party) -> bool:
    if one.kind == other.kind == "Municipality":
        return not municipalities.are_several(municipalities.find(one.name))
    if one.kind != other.kind:
        return schema.PERSON not in (one.subkind, other.subkind)
    return one.subkind == other.subkind or one.subkind in LOOSE or other.subkind in LOOSE


def near(nodes: pd.DataFrame, edges: pd.DataFrame, aliases: Aliases) -> list[Suggestion]:
    """Spellings that may mean another party, or a municipality, the nearest first.

    Not asked about is what a person has settled, two municipalities that both are, and a region
    and a municipality. Of two that are near, the one with fewer relations is the spelling.
    """
    parties = [
        one
        for one in _parties(nodes[nodes["kind"].isin(NAMED) & (nodes["name"] != "")])
        if one.subkind not in NAMELESS and not aliases.settles(one.name)
    ]
    degrees = pd.concat([edges["source"], edges["target"]]).value_counts().to_dict()
    found = []
    for pair in spellings.near([one.name for one in parties]):
        one, other = parties[pair.one], parties[pair.other]
        if _are_two(one, other):
            continue
        kept, spelt = sorted((one, other), key=lambda party: _rank(party, degrees))
        found.append(
            Suggestion(spelt.name, kept.name, pair.score, spelt.file, spelt.row, spelt.column)
        )
    asked = {one.spelling for one in found}
    for one in parties:
        if one.kind == "Actor" and one.name not in asked:
            found += _official(one)
    return found


def _are_two(one: Party, other: Party) -> bool:
    """Whether two near names surely are two."""
    both = (one, other)
    if {party.kind for party in both} == set(schema.PLACES):
        return True
    return all(municipalities.find(party.name) for party in both)


def _rank(party: Party, degrees: Mapping[str, int]) -> tuple[bool, int]:
    """The better known first: one who is described, then one who has more relations."""
    return (party.subkind == schema.UNRESOLVED, -degrees.get(party.id, 0))


def _official(one: Party) -> Iterator[Suggestion]:
    """The municipality that a name with «kommune» behind it nearly is."""
    bare = municipalities.bare(one.name)
    if bare == one.name or municipalities.find(bare):
        return
    now = [entry for entry in municipalities.entries() if not entry.until]
    for pair in spellings.near([bare, *(entry.name for entry in now)]):
        if pair.one == 0:
            name = municipalities.title(now[pair.other - 1])
            yield Suggestion(one.name, name, pair.score, one.file, one.row, one.column)
            return
