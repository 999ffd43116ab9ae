"""Groups as cards on a sheet: what each holds and what runs between them, counted and placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphtool import language, schema
from graphtool.algorithms import overlap, stress
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Json, Links
from graphtool.maps.texts import TEXTS

Ints = NDArray[np.int64]
KINDS, RELATIONS = list(schema.KINDS), list(schema.RELATIONS)
UNDIRECTED = np.array([relation.undirected for relation in schema.RELATIONS.values()])
WIDTH, HEIGHT = 184.0, 76.0
"""A card's room, in pixels at zoom 1."""
AIR = (46.0, 40.0)
"""Between two cards, for the lines."""
MANY, CLOSE, ASPECT = 24, 26.0, 1.5
"""Of more cards than this a network is a tangle: they stand in rows, this near each other, and the
sheet is so wide by high."""
STRONG = 3
"""So many of a group's strongest ties decide where it stands."""


class Whole(NamedTuple):
    """What is left of a graph, as arrays."""

    graph: PlanGraph
    rows: Ints
    """Where each node is in the graph."""
    kinds: Ints
    """The place of each node's kind in the vocabulary."""
    links: Links
    """The edges between them, by their place here."""

    @classmethod
    def of(cls, graph: PlanGraph, kept: NDArray[np.bool_], links: Links) -> Whole:
        """The nodes that are kept, and the edges between them."""
        place, rows = np.cumsum(kept) - 1, np.flatnonzero(kept)
        kinds = graph.nodes["kind"].cat.codes.to_numpy().astype(np.int64)[rows]
        moved = links._replace(source=place[links.source], target=place[links.target])
        return cls(graph, rows, kinds, moved)

    def within(self, rows: Ints) -> Whole:
        """Some of the nodes, and the edges between them."""
        kept = np.zeros(len(self.rows), dtype=bool)
        kept[rows] = True
        place, links = np.cumsum(kept) - 1, self.links.between(kept)
        moved = links._replace(source=place[links.source], target=place[links.target])
        return Whole(self.graph, self.rows[rows], self.kinds[rows], moved)


@dataclass(frozen=True)
class Group:
    """Nodes that are one card."""

    id: str
    rows: Ints
    """Their places in the whole, in order."""
    head: int = -1
    """The place of the node that it is named for; -1 for none."""
    joined: int = 0
    """How many smaller groups are in it."""
    parts: tuple[Group, ...] = ()
    rule: Text | None = None
    """How its parts were found."""

    def leaves(self) -> Iterator[Group]:
        """Its parts, and theirs; itself where it has none."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def names(self, whole: Whole) -> dict[str, str]:
        """What it is called in each language; `name` is what it is called elsewhere."""
        if self.head >= 0:
            row = whole.graph.nodes.iloc[int(whole.rows[self.head])]
            names = {
                str(lang): str(row[f"name_{lang}"] or row["name"]) for lang in language.LANGUAGES
            }
            return {"name": str(row["name"]), **names}
        kinds = np.unique(whole.kinds[self.rows])
        one = schema.KINDS[KINDS[kinds[0]]].plural
        rest = counted("smaller_groups", self.joined)
        text = one if len(kinds) == 1 and not self.joined else rest
        return {"name": text.nb, **dict(zip(map(str, language.LANGUAGES), text, strict=True))}

    def title(self, whole: Whole) -> Text:
        """The same as a text."""
        names = self.names(whole)
        return Text(*(names[lang] for lang in language.LANGUAGES))


def counted(key: str, n: int) -> Text:
    """The words of a key for so many, as the page's own `words` finds them."""
    return TEXTS[f"{key}_1" if n == 1 else key].format(n=spaced(n))


def spaced(number: int) -> str:
    """A number as it is written in all three languages of the page.

    >>> spaced(18731) == "18\N{NO-BREAK SPACE}731"
    True
    """
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def card_id(group: Group) -> str:
    """The id of a group's card: no node's, for those hold no semicolon."""
    return f";{group.id}"


def record(whole: Whole, group: Group, *, sheet: str = "", shown: int = 0) -> Json:
    """A group as a node of the page; `sheet` is what it opens into, with so many nodes of it."""
    names = group.names(whole)
    label = names.pop("name")
    count = np.bincount(whole.kinds[group.rows], minlength=len(KINDS))
    head = int(whole.kinds[group.head]) if group.head >= 0 else int(count.argmax())
    found = " ".join(dict.fromkeys(map(language.searchable, (label, *names.values()))))
    made: Json = {"id": card_id(group), "label": label, "kind": KINDS[head], "find": found}
    if set(names.values()) != {label}:
        made["names"] = names
    kinds = {KINDS[at]: int(count[at]) for at in np.flatnonzero(count)}
    made["card"] = {"nodes": len(group.rows), "kinds": kinds, "joined": group.joined}
    if sheet:
        made["card"] |= {"sheet": sheet, "shown": shown}
    return made


def plain(card: str, text: Text, nodes: int) -> Json:
    """A card that stands for what has no sheet."""
    names = dict(zip(language.LANGUAGES, text, strict=True))
    found = " ".join(dict.fromkeys(map(language.searchable, text)))
    return {
        "id": card,
        "label": text.nb,
        "kind": KINDS[0],
        "names": names,
        "find": found,
        "card": {"nodes": nodes, "kinds": {}, "joined": 0},
    }


def room() -> list[float]:
    """The room of a card: its middle is where it stands."""
    return [WIDTH, HEIGHT, 0]


def blank(view: str, title: Text, total: tuple[int, int]) -> Json:
    """A sheet on which nothing stands yet."""
    return {
        "view": view,
        "title": title,
        "purpose": title,
        "nodes": [],
        "edges": [],
        "passing": [],
        "hulls": [],
        "headings": [],
        "areas": [],
        "size": [0, 0],
        "places": [],
        "activities": {},
        "stops": [],
        "followed": [],
        "tints": {},
        "sizes": None,
        "total": total,
        "compared": 0,
    }


def bundles(whole: Whole, label: Ints, ids: Sequence[str]) -> list[list[Any]]:
    """The edges between groups as edges of the page, with their `count`, and that by kinds.

    `label` is the group of each node, -1 for none; `ids` are the cards. What runs within a group
    is an edge from it to itself.
    """
    size, kinds = len(ids), len(KINDS)
    a, b = label[whole.links.source], label[whole.links.target]
    known = (a >= 0) & (b >= 0)
    a, b, links = a[known], b[known], whole.links.where(known)
    ends = np.stack([whole.kinds[links.source], whole.kinds[links.target]])
    swap = UNDIRECTED[links.relation] & (a > b)
    a, b = np.where(swap, b, a), np.where(swap, a, b)
    ends = np.where(swap, ends[::-1], ends)
    key = ((a * size + b) * len(RELATIONS) + links.relation) * kinds**2 + ends[0] * kinds + ends[1]
    made: dict[int, Json] = {}
    keys, counts = np.unique(key, return_counts=True)
    for value, count in zip(keys.tolist(), counts.tolist(), strict=True):
        more = made.setdefault(value // kinds**2, {"count": 0, "split": []})
        more["count"] += count
        more["split"] += [value // kinds % kinds, value % kinds, count]
    edges: list[list[Any]] = []
    for value, more in made.items():
        pair, relation = divmod(value, len(RELATIONS))
        edges.append([ids[pair // size], ids[pair % size], RELATIONS[relation], "", [], more])
    return edges


def place(count: int, edges: Sequence[tuple[int, int, int]]) -> list[tuple[float, float]]:
    """Middles of so many cards, those with many edges between them near; [] for none.

    `edges` are (card, card, how many).
    """
    if not count:
        return []
    weight = np.zeros((count, count))
    for a, b, n in edges:
        if a != b:
            weight[a, b] += n
            weight[b, a] += n
    ranked = np.argsort(-weight, axis=1, kind="stable")[:, :STRONG]
    strong = sorted(
        {(min(a, int(b)), max(a, int(b))) for a in range(count) for b in ranked[a] if weight[a, b]}
    )
    point = stress.positions(count, strong)
    if count > MANY:
        return _rows(point)
    spread = np.maximum(np.ptp(point, axis=0), 1e-6)
    width, height = WIDTH + AIR[0], HEIGHT + AIR[1]
    area = 1.5 * count * width * height
    point = point / spread * np.sqrt(area * np.array([1.6, 1 / 1.6]))
    boxed = overlap.removed(point, np.full(count, width), np.full(count, height))
    boxed -= boxed.min(axis=0) - np.array([WIDTH, HEIGHT]) / 2
    return [(round(float(x), 1), round(float(y), 1)) for x, y in boxed]


def _rows(point: NDArray[np.float64]) -> list[tuple[float, float]]:
    """Cards in rows and columns, as near as can be to where they would stand in a network."""
    width, height = WIDTH + CLOSE, HEIGHT + CLOSE
    columns = int(np.ceil(np.sqrt(len(point) * ASPECT * height / width)))
    order = np.lexsort((np.arange(len(point)), point[:, 1]))
    made = [(0.0, 0.0)] * len(point)
    for row, start in enumerate(range(0, len(point), columns)):
        line = sorted(order[start : start + columns].tolist(), key=lambda at: (point[at, 0], at))
        for column, at in enumerate(line):
            made[at] = (column * width + WIDTH / 2, row * height + HEIGHT / 2)
    return made
