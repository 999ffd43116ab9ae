"""What of an answer changed between two days or two datasets: rows added, gone, changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from graphtool import dates, engine
from graphtool.graph import PlanGraph
from graphtool.graph.known_again import known_again
from graphtool.language import Text, collation_key, same
from graphtool.queries import columns
from graphtool.queries.fields import col, node_id
from graphtool.queries.phrases import significant

if TYPE_CHECKING:
    from graphtool.engine import Answer, Server
    from graphtool.queries import Query
    from graphtool.queries.signature import Field

ADDED, GONE, CHANGED = "added", "gone", "changed"
KINDS = {
    ADDED: Text("ny", "ny", "added"),
    GONE: Text("borte", "borte", "gone"),
    CHANGED: Text("endret", "endra", "changed"),
}
PLACE = {kind: at for at, kind in enumerate(KINDS, start=1)}
UNCOMPARED = (*columns.EVIDENCE, "evidence")
"""Columns that say where something stands, not what is so."""
DIGITS = 9

Cells = Mapping[str, Any]
Key = tuple[Any, ...]


class Difference(NamedTuple):
    """A row that one answer has and the other has not, or a cell in which they differ."""

    kind: str
    key: Key
    name: str
    column: str
    before: str
    after: str


def changes(
    name: str,
    before: PlanGraph | Server,
    after: PlanGraph | Server,
    *,
    from_: str | None = None,
    to: str | None = None,
    **options: Any,
) -> Answer:
    """What of a query's answer changed from one day or dataset to another.

    The query is asked of `before` as of the day `from_`, and of `after` as of `to`, with the same
    other options. Rows are the same where the text that orders them is, or else the first of these
    that tells the rows of each answer apart: that and the ids, that and all other text; where
    nothing does, rows are only added or gone. Of a row that both have, one row a column in which
    they differ; numbers count as the same to nine digits. Where something stands (document, line,
    quote) is not compared. Raises as `engine.run` does.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "g", "kind": "Goal", "name": "Vekst"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g", "valid_from": "2018"}])
    >>> found = changes("orphaned-goals", graph, graph, from_="2020", to="2016")
    >>> [(row["change"], row["name"]) for row in found.records()]
    [('added', 'Vekst')]
    """
    if isinstance(before, PlanGraph) and isinstance(after, PlanGraph):
        before = known_again(before, after)
    old = engine.rows(name, before, as_of=from_, **options)
    new = engine.rows(name, after, as_of=to, **options)
    found = sorted(
        _differences(old, new),
        key=lambda row: (PLACE[row.kind], collation_key(row.name), row.key, row.column),
    )
    row = _row_type(old.query)
    table = columns.of_rows(
        row, ((PLACE[one.kind], one.kind, _joined(map(str, one.key)), *one[2:]) for one in found)
    ).astype({"place": "int64"})
    query = old.query._replace(
        name="changes",
        function=changes,
        row=row,
        order=("place", "name", "key", "column"),
        notes=None,
        matrix=None,
    )
    notes = [_summary(found, old, new, itself=before is after)]
    if isinstance(before, PlanGraph) and isinstance(after, PlanGraph):
        notes += strangers(before, after)
    notes += [*_undated(old, before), *_undated(new, after)]
    notes = list(dict.fromkeys(notes))  # of one day with itself both say the same
    given = {**old.options, "as_of": new.as_of}
    return new._replace(query=query, rows=table, notes=notes, options=given)


def strangers(before: PlanGraph, after: PlanGraph) -> list[Text]:
    """That two datasets share nothing, so that what changed is all that there is; else [].

    >>> from graphtool import PlanGraph
    >>> one, other = (PlanGraph.from_tables([{"id": id_, "kind": "Goal"}]) for id_ in "ab")
    >>> strangers(one, one), len(strangers(one, other))
    ([], 1)
    """
    ids = [set(graph.nodes["id"]) for graph in (before, after)]
    return [STRANGERS] if all(ids) and ids[0].isdisjoint(ids[1]) else []


def _differences(old: Answer, new: Answer) -> Iterator[Difference]:
    fields = [field for field in old.query.fields if field.name not in UNCOMPARED]
    told = [[_compared(record, fields) for record in answer.records()] for answer in (old, new)]
    key = _key(old.query, fields, told)
    named = _named(fields, key)
    one, other = (_by_key(rows, key) for rows in told)
    for at, row in one.items():
        if at not in other:
            yield Difference(GONE, at, _told(row, named), "", _rest(row, fields, named), "")
    for at, row in other.items():
        if at not in one:
            yield Difference(ADDED, at, _told(row, named), "", "", _rest(row, fields, named))
            continue
        for field in fields:
            was, now = one[at][field.name], row[field.name]
            if was != now and field.column.in_tables:
                yield Difference(CHANGED, at, _told(row, named), field.name, _text(was), _text(now))


def _compared(record: Cells, fields: Sequence[Field]) -> dict[str, Any]:
    """The cells that are compared, numbers to nine digits."""
    return {
        field.name: round(value, DIGITS) if isinstance(value, float) else value
        for field in fields
        for value in (record[field.name],)
    }


def _key(query: Query, fields: Sequence[Field], told: Sequence[Sequence[Cells]]) -> list[str]:
    """The columns by which rows of both answers are known again; all where nothing less does."""
    words = [field.name for field in fields if field.base is str]
    ordered = [name for name in (n.removeprefix("-") for n in query.order) if name in words]
    ids = [field.name for field in fields if field.name in words and not field.column.in_tables]
    for names in (ordered, [*ordered, *ids], [*ordered, *words]):
        key = list(dict.fromkeys(names))
        if key and all(_apart(rows, key) for rows in told):
            return key
    return [field.name for field in fields]


def _apart(rows: Sequence[Cells], key: Sequence[str]) -> bool:
    return len({_at(row, key) for row in rows}) == len(rows)


def _at(row: Cells, key: Sequence[str]) -> Key:
    return tuple("" if row[name] is None else row[name] for name in key)


def _by_key(rows: Sequence[Cells], key: Sequence[str]) -> dict[Key, Cells]:
    return {_at(row, key): row for row in rows}


def _named(fields: Sequence[Field], key: Sequence[str]) -> list[str]:
    """The columns that say what a row is about, to people."""
    return [
        field.name
        for field in fields
        if field.base is str
        and field.column.in_tables
        and (field.name in key or field.name == "name" or field.name.endswith("_name"))
    ]


def _told(row: Cells, named: Sequence[str]) -> str:
    return _joined(_text(row[name]) for name in named)


def _rest(row: Cells, fields: Sequence[Field], named: Sequence[str]) -> str:
    """What else a row says that people are shown."""
    return _joined(
        _text(row[field.name])
        for field in fields
        if field.column.in_tables and field.name not in named
    )


def _joined(words: Iterator[str]) -> str:
    return columns.SEPARATOR.join(word for word in words if word)


def _text(value: Any) -> str:
    """A value as text; numbers short."""
    if value is None or isinstance(value, tuple):
        return ""
    return significant(value, 4) if isinstance(value, float) else str(value)


def _row_type(query: Query) -> type:
    """A row of changes of that query: its words are ours here too."""
    words = {word: text for field in query.fields for word, text in field.column.words.items()}
    labels = _labels(query)
    shown: dict[str, Any] = {
        "place": Annotated[
            int,
            col(
                ("nr.", "endringens plass"),
                ("nr.", "plassen til endringa"),
                ("no.", "place of the change"),
                in_tables=False,
            ),
        ],
        "change": Annotated[
            str,
            col(
                ("endring", "hva som skjedde"),
                ("endring", "kva som skjedde"),
                ("change", "what happened"),
                KINDS,
            ),
        ],
        "key": Annotated[
            str,
            node_id(
                ("nøkkel", "det raden kjennes på"),
                ("nøkkel", "det rada er kjend på"),
                ("key", "what the row is known by"),
            ),
        ],
        "name": Annotated[
            str,
            col(
                ("hva", "hva raden gjelder"),
                ("kva", "kva rada gjeld"),
                ("name", "what the row is about"),
                words,
            ),
        ],
        "column": Annotated[
            str | None,
            col(
                ("felt", "kolonnen som er endret"),
                ("felt", "kolonnen som er endra"),
                ("column", "the column that changed"),
                labels,
            ),
        ],
        "before": Annotated[
            str | None,
            col(("før", "hva den sa"), ("før", "kva han sa"), ("before", "what it said"), words),
        ],
        "after": Annotated[
            str | None,
            col(
                ("etter", "hva den sier"),
                ("etter", "kva han seier"),
                ("after", "what it says"),
                words,
            ),
        ],
    }
    made: type = NamedTuple("Change", list(shown.items()))  # type: ignore[misc]
    return made


def _labels(query: Query) -> dict[str, Text]:
    """What each column is called; where several are called alike, after the one that it is of."""
    shown = [field for field in query.fields if field.column.in_tables]
    times = Counter(field.column.label for field in shown)
    labels = {field.name: field.column.label for field in query.fields}
    of = shown[0].column.label if shown else same("")
    for field in shown:
        if times[field.column.label] == 1:
            of = field.column.label
        else:
            labels[field.name] = OF_COLUMN.format(of=of, label=field.column.label)
    return labels


def _summary(found: Sequence[Difference], old: Answer, new: Answer, *, itself: bool) -> Text:
    """How many of each, between what."""
    if itself and old.as_of == new.as_of:
        return ITSELF
    over = between(old.source, old.as_of, new.source, new.as_of, itself=itself)
    if not found:
        return NOTHING.format(between=over)
    changed = {row.key for row in found if row.kind == CHANGED}
    count = {kind: sum(row.kind == kind for row in found) for kind in (ADDED, GONE)}
    return SUMMARY.format(between=over, added=count[ADDED], gone=count[GONE], changed=len(changed))


def between(
    source: str | Text, day: str | None, other: str | Text, later: str | None, *, itself: bool
) -> Text:
    """What is compared, as a sentence begins: two days of one dataset, or two datasets.

    >>> between("plan", "2015", "plan", "2020", itself=True).nb
    'Fra 2015 til 2020'
    >>> between("old", None, "new", "2020", itself=False).en
    'From old to new (2020)'
    """
    before, after = _called(source, day, itself=itself), _called(other, later, itself=itself)
    return BETWEEN.format(before=before, after=after)


def _called(source: str | Text, as_of: str | None, *, itself: bool) -> Text:
    """The day or the dataset that an answer is of, or both."""
    day = same(as_of) if as_of else EVER
    if itself or not any(source):
        return day
    name = same(source) if isinstance(source, str) else source
    return OF_DAY.format(name=name, day=day) if as_of else name


ITSELF = Text(
    "Den samme dagen er sammenlignet med seg selv.",
    "Den same dagen er samanlikna med seg sjølv.",
    "One and the same day is compared with itself.",
)
OF_DAY = Text("{name} ({day})", "{name} ({day})", "{name} ({day})")
OF_COLUMN = Text("{of}: {label}", "{of}: {label}", "{of}: {label}")
EVER = Text("all tid", "all tid", "all time")
BETWEEN = Text("Fra {before} til {after}", "Frå {before} til {after}", "From {before} to {after}")
SUMMARY = Text(
    "{between}: rader nye {added}, borte {gone}, endret {changed}.",
    "{between}: rader nye {added}, borte {gone}, endra {changed}.",
    "{between}: rows added {added}, gone {gone}, changed {changed}.",
)
STRANGERS = Text(
    "De to datasettene har ingenting felles: ingen kommune, ingen aktør, ikke noe mål eller annet"
    " er kjent igjen fra det ene til det andre, etter id eller navn. Alt er derfor nytt eller"
    " borte.",
    "Dei to datasetta har ingenting felles: ingen kommune, ingen aktør, ikkje noko mål eller anna"
    " er kjent igjen frå det eine til det andre, etter id eller namn. Alt er difor nytt eller"
    " borte.",
    "The two datasets share nothing: no municipality, actor, goal or anything else is known again"
    " from the one to the other, by id or name. So everything is added or gone.",
)
NOTHING = Text(
    "{between} er svaret det samme.", "{between} er svaret det same.", "{between} nothing changed."
)
ON = Text("Per {day}: {said}", "Per {day}: {said}", "As of {day}: {said}")


def _undated(answer: Answer, graph: PlanGraph | Server) -> list[Text]:
    """What the answer of a day owes to what has no date."""
    said = engine.dated_notes(answer.query, graph, answer.options)
    day = answer.as_of and dates.require_day(answer.as_of)
    return [ON.format(day=day, said=note) for note in said]
