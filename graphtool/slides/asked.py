"""What a deck is made from: a graph on a day, asked each question once, and quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graphtool import engine
from graphtool.findings import Finding, findings
from graphtool.language import Language, Text, same, with_options
from graphtool.maps import records, redact
from graphtool.maps.content import Key
from graphtool.slides import words
from graphtool.slides.part import TYING, Part

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer
    from graphtool.graph import PlanGraph

QUOTES = 40
"""Lines of notes on one slide; more is read in the table of the query."""
LINE = Text("linje\xa0{n}", "linje\xa0{n}", "line\xa0{n}")
SAYS = Text("{where}: «{quote}»", "{where}: «{quote}»", "{where}: “{quote}”")
MORE = Text("… og {n} til.", "… og {n} til.", "… and {n} more.")


def where(language: Language, document: str, line: int | float | None) -> str:
    """Where something stands, as `strategiplan, linje 132`; empty where it is not said."""
    if not document:
        return ""
    numbered = LINE.in_(language).format(n=int(line)) if line and line == line else ""
    return ", ".join(filter(None, (document, numbered)))


def cited(language: Language, document: str, line: int | float | None, quote: str) -> str:
    """What a source says, and where; empty where neither is known."""
    at = where(language, document, line)
    return SAYS.in_(language).format(where=at, quote=quote) if at and quote else at or quote


@dataclass(frozen=True)
class Asked:
    """A graph, and what it answers on a day; the same question is asked once."""

    graph: PlanGraph
    """Of all of time."""
    language: Language
    as_of: str | None = None
    hide_persons: bool = False
    told: Sequence[Finding] | None = None
    """The findings on the day, where they are known already."""
    places: tuple[str, ...] = ()
    """Ids or names of municipalities and regions, where all is to be about these."""
    shows: tuple[str, ...] = TYING
    """Queries whose answers the deck shows, as far as these name others than those."""
    _answers: dict[tuple[str, str], Answer] = field(default_factory=dict)

    def ask(self, name: str, **options: Any) -> Answer:
        """The answer of a query on the day, without its notes: they ask as much again."""
        key = name, repr(sorted(options.items()))
        if key not in self._answers:
            self._answers[key] = engine.rows(name, self.graph, as_of=self.as_of, **options)
        return self._answers[key]

    def own(self, name: str, **options: Any) -> Answer:
        """As `ask`, the rows that are about the municipalities that are asked for."""
        answer = self.ask(name, **options)
        return self.part.of(answer) if self.part else answer

    @cached_property
    def part(self) -> Part | None:
        """What of the graph all is about; None for the whole."""
        return Part.found(self.today, self.places)

    @cached_property
    def kept(self) -> frozenset[str]:
        """Ids of what the deck keeps, and of what its ties lead to; of all for the whole."""
        if self.part is None:
            return frozenset(self.today.nodes["id"])
        return self.part.with_ends(map(self.ask, self.shows))

    def kept_of_all(self) -> Text:
        """Whose the deck is, and how many nodes it leaves out; empty for the whole."""
        if self.part is None:
            return same("")
        tied = len(self.kept) - len(self.part.nodes)
        return self.part.narrowed._replace(tied=tied).short

    def remarks(self, name: str, **options: Any) -> list[str]:
        """What a query says beside its rows: of the whole graph, which is said where a part is."""
        answer = engine.noted(self.ask(name, **options), self.graph, say=with_options)
        said = [self.say(note) for note in answer.notes]
        return [self.say(words.OF_ALL), *said] if self.part and said else said

    def say(self, text: Text) -> str:
        """The words in the language of the deck."""
        return text.in_(self.language)

    @cached_property
    def today(self) -> PlanGraph:
        """The graph of the day."""
        return self.graph.as_of(self.as_of)

    @cached_property
    def findings(self) -> list[Finding]:
        """What is said of the graph; without what is about people who are not to be shown."""
        told = self.told
        if self.part:
            told = self.part.findings(self.graph, self.as_of)
        elif told is None:
            told = findings(self.graph, as_of=self.as_of)
        return [
            found
            for found in told
            if not self.people & {*found.nodes, *(end for edge in found.edges for end in edge[:2])}
        ]

    @cached_property
    def people(self) -> set[str]:
        """Ids of who is not to be shown."""
        return redact.people(self.graph) if self.hide_persons else set()

    @cached_property
    def nodes(self) -> dict[str, records.Node]:
        """What is known of each node of the day."""
        return records.nodes(self.today, self.today.nodes["id"])

    @cached_property
    def assertions(self) -> dict[Key, list[records.Assertion]]:
        """What is said of each edge of the day."""
        return records.every_assertion(self.today)

    def name(self, node: str) -> str:
        """The node's name in the language of the deck; its id where the day does not have it."""
        known = self.nodes.get(node)
        return self.say(known.words) if known else node

    def where(self, document: str, line: int | float | None) -> str:
        """Where something stands, as `strategiplan, linje 132`; empty where it is not said."""
        return where(self.language, document, line)

    def cited(self, document: str, line: int | float | None, quote: str) -> str:
        """What a source says, and where; empty where neither is known."""
        return cited(self.language, document, line, quote)

    def row_quotes(self, rows: pd.DataFrame, name: str = "name") -> tuple[str, ...]:
        """For each row of an answer with evidence, its name and what its source says."""
        columns = (rows[column].astype(object) for column in (name, "document", "line", "quote"))
        said = [
            f"{who} – {cited}" if (cited := self.cited(document, line, quote)) else str(who)
            for who, document, line, quote in zip(*columns, strict=True)
        ]
        return self.shortened(said)

    def edge_quotes(self, keys: Iterable[Key]) -> tuple[str, ...]:
        """What the sources say of these edges, each sentence once."""
        said = [
            self.cited(one.document, one.line, one.quote)
            for key in keys
            for one in self.assertions.get(key, ())
        ]
        return self.shortened(said)

    def node_quote(self, node: str) -> str:
        """What a source says of a node; empty where none does."""
        known = self.nodes[node]
        return self.cited(known.document, known.line, known.quote)

    def quoted(self, lines: Iterable[str]) -> tuple[str, ...]:
        """What sources say, under a line that says so; () where they say nothing."""
        found = self.shortened(lines)
        return (self.say(words.QUOTES), *found) if found else ()

    def shortened(self, lines: Iterable[str]) -> tuple[str, ...]:
        """Each line once, the first of many, and how many more there are."""
        found = [line for line in dict.fromkeys(lines) if line]
        rest = len(found) - QUOTES
        return (*found[:QUOTES], *([self.say(MORE).format(n=rest)] if rest > 0 else []))
