"""What changed between two states of a plan graph: two datasets, or two days of one.

Nodes are the same where they have the same id, or are known again (`graph.known_again`).
`compare` gives a row a change, as an answer that tables and workbooks are made of like any other,
and a sentence a kind of change, as findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from graphtool import engine, queries
from graphtool.changes import between, strangers
from graphtool.changes.notes import ON
from graphtool.comparison.columns import called, row_type, table
from graphtool.comparison.rows import differences
from graphtool.comparison.sentences import NAME, findings, kinds
from graphtool.comparison.state import State
from graphtool.engine import Answer
from graphtool.graph.known_again import known_again
from graphtool.language import Text, same
from graphtool.maps.compare import differing
from graphtool.queries.query import Query

if TYPE_CHECKING:
    from graphtool.findings import Finding
    from graphtool.graph import PlanGraph
    from graphtool.maps.redact import Redaction

__all__ = ["NAME", "Compared", "Since", "compare"]


class Since(NamedTuple):
    """What a graph is compared with."""

    graph: PlanGraph
    day: str | None = None
    name: Text | None = None
    """What it is called, where that is not its name."""

    def beside(self, graph: PlanGraph) -> PlanGraph:
        """Its graph of the day, in which things are called as in the one it is compared with."""
        return known_again(self.graph, graph).as_of(self.day)

    def until(
        self, graph: PlanGraph, day: str | None, *, hidden: Redaction | None = None
    ) -> Compared:
        """What changed from it to a graph on a day; with `hidden`, without what that leaves out."""
        return compare(self.graph, graph, from_=self.day, to=day, named=self.name, hidden=hidden)


class Compared(NamedTuple):
    """What changed, as rows and as sentences."""

    answer: Answer
    findings: list[Finding]
    old: PlanGraph
    """What was before, of all of time."""
    day: str | None
    """The day of that; None for all of time."""
    over: Text
    """Between what, as the beginning of a sentence."""

    @property
    def parts(self) -> Iterator[tuple[Finding, Answer]]:
        """Each sentence of a kind of change, with the rows that it tells; none of no change."""
        change = self.answer.rows["change"]
        for one in self.findings:
            rows = self.answer.rows[change.isin(kinds(one))]
            if len(rows):
                yield one, self.answer._replace(rows=rows.reset_index(drop=True))


def compare(
    old: PlanGraph,
    new: PlanGraph,
    *,
    from_: str | None = None,
    to: str | None = None,
    named: Text | None = None,
    hidden: Redaction | None = None,
) -> Compared:
    """What came, went, moved, has others who answer for it, or says something else than before.

    Of the old graph on the day `from_`, and of the new one on the day `to`; without a day, of all
    of time. `named` is what the old one is called, where that is not its name. With `hidden`, the
    names of people are left out of all of it.

    Added and gone: what only one of them has. Moved: what is part of something else, by PART_OF.
    Answered for: by others, by OWNS and RESPONSIBLE_FOR of the thing itself. Better and worse: the
    grade of a goal or measure, as `orphaned-goals` has it. Renamed and changed: what the sources
    say of it, or of a relation. Tied and untied: any other relation between two that both have; of
    what is added or gone the relations are not listed, they come and go with it. Where something
    stands in a document is no change; a quote is.

    >>> from graphtool import PlanGraph
    >>> vekst = {"id": "g", "kind": "Goal", "name": "Vekst"}
    >>> old = PlanGraph.from_tables([vekst, {"id": "v", "kind": "Municipality", "name": "Tinn"}])
    >>> new = PlanGraph.from_tables(
    ...     [vekst, {"id": "v", "kind": "Municipality", "name": "Tinn"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"}])
    >>> found = compare(old, new)
    >>> [(row["change"], row["name"], row["before"], row["after"])
    ...  for row in found.answer.records()]
    [('owner', 'Vekst', 'none', 'Tinn'), ('better', 'Vekst', 'none', 'owned')]
    >>> found.findings[1].text.nb
    'Hvem som svarer, er endret for: «Vekst» (før: ingen, nå: Tinn).'
    """
    itself, old = old is new, known_again(old, new)
    one, other = State.of(old, from_), State.of(new, to)
    found = differing(one, other)
    rows, words = differences(one, other, found), called(one, other, found)
    over = between(named or old.name, from_, new.name, to, itself=itself)
    ids = [row.node for row in rows]
    if hidden:
        rows = [hidden.of(row) for row in rows]
        words = {hidden.of(name): hidden.of(each) for name, each in words.items()}
    told = findings(
        [row._replace(node=node) for row, node in zip(rows, ids, strict=True)], over, words
    )
    query = Query(NAME, compare, row_type(words), ("name",), None)
    options = {"from_": from_, "as_of": to}
    notes = [*strangers(old, new), *(found.text for found in told)]
    notes += [*_undated(old, from_), *_undated(new, to)]
    notes = list(dict.fromkeys(notes))  # of one day with itself both say the same
    answer = Answer(query, new.name, options, notes, table(rows))
    return Compared(answer, told, old, from_, over)


def _undated(graph: PlanGraph, day: str | None) -> list[Text]:
    """What the state of a day owes to what has no date."""
    if day is None:
        return []
    asked = queries.find("assertions")
    said = engine.dated_notes(asked, graph, asked.checked({"as_of": day}))
    return [ON.format(day=same(day), said=note) for note in said]
