"""The logic chain of a goal: from its plan, over its measures, to who answers for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graphtool import schema
from graphtool.findings.responsibility import SAID
from graphtool.graph.belonging import UNSAID
from graphtool.language import number, shortened
from graphtool.maps.content import Key
from graphtool.queries.item_ties import SERVING
from graphtool.slides import words
from graphtool.slides.asked import Asked
from graphtool.slides.chapters.orphans import by_weight
from graphtool.slides.deck import Box, Drawing, Slide, Tie

CHAINS = 2
"""Goals whose chain is drawn."""
LEVELS = 3
"""Of what a goal is part of, so many are drawn above it."""
MEASURES = 6
"""Of a goal; more are gathered in one box."""
ANSWERING = 10
"""Parties that answer for these, each in its box; more are gathered in one, as none has room."""


def chains(asked: Asked) -> list[Slide]:
    """The chains of the worst orphans: of the gravest grade, those with most measures."""
    rows = asked.own("orphaned-goals", all=True).rows
    for grade in SAID:
        some = by_weight(rows[rows["grade"] == grade])
        if len(some):
            form = words.CHAIN if grade == "none" else words.WEAK_CHAIN
            # A goal without measures has a chain of one line; the first is shown all the same.
            served = some.iloc[: max(1, int((some["measures"] > 0).sum()))]
            return [chain(asked, goal, asked.say(form)) for goal in served["goal"].iloc[:CHAINS]]
    return []


class _Answering(NamedTuple):
    """A party that answers for something, and how well."""

    party: str
    grade: str
    is_firm: bool
    key: Key


class _Draft:
    """Boxes and lines as they are found; a party, and nobody, has one box."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.boxes: list[Box] = []
        self.ties: list[Tie] = []
        self.keys: list[Key] = []
        self._parties: dict[str, int] = {}
        self._gathered: frozenset[str] = frozenset()

    def box(self, node: str, column: int) -> int:
        """A box for a node."""
        known = self.asked.nodes[node]
        kind = self.asked.say(schema.kind(known.kind).label)
        name = self.asked.name(node)
        return self.add(Box(name, known.kind, column, f"{kind}: {name}"))

    def add(self, box: Box) -> int:
        """The box's place."""
        self.boxes.append(box)
        return len(self.boxes) - 1

    def tie(self, source: int, target: int, key: Key, *, is_firm: bool) -> None:
        """A line that stands for an edge."""
        relation = schema.relation(key[2])
        ends = self.boxes[source].label, self.boxes[target].label
        # The line runs against the edge: from the whole to its part, from a thing to its owner.
        word = relation.inverse
        about = f"{ends[0]} – {self.asked.say(word)} – {ends[1]}"
        self.ties.append(Tie(source, target, about, is_firm))
        self.keys.append(key)

    def gather(self, found: Iterable[_Answering]) -> list[str]:
        """Of those that answer, whom one box is to stand for; [] where each has its own."""
        every = list(dict.fromkeys(one.party for one in found))
        rest = every[ANSWERING:] if len(every) > ANSWERING + 1 else []
        self._gathered = frozenset(rest)
        return rest

    def answered(self, item: int, column: int, found: list[_Answering]) -> None:
        """Lines from an item to those that answer for it, or to nobody."""
        together = [one for one in found if one.party in self._gathered]
        for one in found:
            if one.party not in self._parties:
                self._place(one, column)
            if one in together[1:]:
                self.keys.append(one.key)
                continue
            is_firm = one.is_firm or (one in together and any(each.is_firm for each in together))
            self.tie(item, self._parties[one.party], one.key, is_firm=is_firm)
        if not found:
            nobody = self.asked.say(words.NOBODY)
            if "" not in self._parties:
                about = self.asked.say(words.NONE_ANSWERS)
                self._parties[""] = self.add(Box(nobody, "", column, about, "nobody"))
            about = f"{self.boxes[item].label} – {self.asked.say(words.NO_OWNER_OF)}"
            self.ties.append(Tie(item, self._parties[""], about, is_firm=False))

    def _place(self, one: _Answering, column: int) -> None:
        """Gives a party its box, or all that are gathered the one that stands for them."""
        if one.party in self._gathered:
            label = self.asked.say(number(len(self._gathered), *words.OTHERS))
            at = self.add(Box(label, "Actor", column, label, "more"))
            self._parties |= dict.fromkeys(self._gathered, at)
            return
        at = self.box(one.party, column)
        is_weak = one.grade != "owned"
        self.boxes[at] = self.boxes[at]._replace(mark="weak" if is_weak else "")
        self._parties[one.party] = at


def chain(asked: Asked, goal: str, form: str) -> Slide:
    """The slide of one goal; `form` is its title around the goal's name."""
    draft = _Draft(asked)
    above, left_out = _above(asked, goal)
    places = [draft.box(node, at) for at, (node, _) in enumerate(reversed(above))]
    column = len(places)
    here = draft.box(goal, column)
    keys = [key for _, key in reversed(above)]
    for at, key in enumerate(keys):
        draft.tie(places[at], [*places, here][at + 1], key, is_firm=_is_firm(asked, key))
    said = [asked.say(words.CHAIN_CAPTION)]
    if left_out:
        form_left = words.ONE_LEVEL_LEFT_OUT if left_out == 1 else words.LEVELS_LEFT_OUT
        said.append(asked.say(form_left).format(n=left_out))
    serving = _serving(asked, goal)
    shown = serving if len(serving) <= MEASURES + 1 else serving[:MEASURES]
    answering = _answering(asked)
    # Those that the same ones answer for stand together, first those that nobody does.
    shown = sorted(shown, key=lambda one: [each.party for each in answering.get(one[0], [])])
    items = [goal, *(measure for measure, _ in shown)]
    gathered = draft.gather(one for item in items for one in answering.get(item, []))
    itself = asked.say(words.THE_GOAL_ITSELF)
    own = draft.add(Box(itself, "Goal", column + 1, f"{itself}: {asked.name(goal)}"))
    draft.ties.append(Tie(here, own, f"{asked.name(goal)} – {itself}"))
    draft.answered(own, column + 2, answering.get(goal, []))
    for measure, key in shown:
        at = draft.box(measure, column + 1)
        draft.tie(here, at, key, is_firm=_is_firm(asked, key))
        draft.answered(at, column + 2, answering.get(measure, []))
    notes: list[str] = []
    if rest := serving[len(shown) :]:
        label = asked.say(words.MORE_MEASURES).format(n=len(rest))
        at = draft.add(Box(label, "Measure", column + 1, label, "more"))
        draft.tie(here, at, rest[0][1], is_firm=all(_is_firm(asked, key) for _, key in rest))
        said.append(asked.say(words.CHAIN_LEFT_OUT).format(n=len(rest)))
        notes += [asked.say(words.NOT_SHOWN), *asked.shortened(asked.name(m) for m, _ in rest)]
    if gathered:
        notes += [asked.say(words.NOT_SHOWN), *asked.shortened(map(asked.name, gathered))]
    return Slide(
        title=form.format(goal=shortened(asked.name(goal))),
        caption=" ".join(said),
        body=Drawing(
            headings=_headings(asked, draft.boxes, column),
            boxes=tuple(draft.boxes),
            ties=tuple(draft.ties),
            about=" → ".join(box.label for box in draft.boxes[: column + 1]),
            legend=_legend(asked, draft),
        ),
        notes=(
            *_whole_names(asked, draft.boxes),
            *asked.quoted([asked.node_quote(goal), *asked.edge_quotes(draft.keys)]),
            *notes,
        ),
    )


def _whole_names(asked: Asked, boxes: list[Box]) -> list[str]:
    """The names that may be cut in their boxes."""
    long = [box.label for box in boxes if len(box.label) > 40]
    return [asked.say(words.WHOLE_NAMES), *long] if long else []


def _above(asked: Asked, goal: str) -> tuple[list[tuple[str, Key]], int]:
    """What the goal is part of, step by step upwards, and how many steps are left out.

    Each with the edge from the step below. Of several the first in the graph's order is taken.
    """
    table = asked.today.related("PART_OF")
    ids = asked.today.nodes["id"].tolist()
    parents: dict[str, str] = {}
    for source, target in zip(table["source"], table["target"], strict=True):
        parents.setdefault(ids[source], ids[target])
    steps: list[tuple[str, Key]] = []
    seen, node = {goal}, goal
    while (parent := parents.get(node)) and parent not in seen:
        steps.append((parent, (node, parent, "PART_OF")))
        seen.add(parent)
        node = parent
    if len(steps) <= LEVELS:
        return steps, 0
    # The nearest levels only: what is far above says less of this goal.
    return steps[:LEVELS], len(steps) - LEVELS


def _serving(asked: Asked, goal: str) -> list[tuple[str, Key]]:
    """The measures of a goal in the graph's order, each with the first edge that says so."""
    table = asked.today.related(*SERVING)
    nodes = asked.today.nodes
    place = asked.today.position(goal)
    found: dict[str, Key] = {}
    rows = table[table["target"] == place]
    for source, relation in zip(rows["source"], rows["relation"], strict=True):
        if nodes["kind"].iat[source] == "Measure":
            node = nodes["id"].iat[source]
            found.setdefault(node, (node, goal, str(relation)))
    return [(node, found[node]) for node in asked.nodes if node in found]


def _answering(asked: Asked) -> dict[str, list[_Answering]]:
    """For each goal and measure who answers for it directly, each party once, the best first."""
    rows = asked.ask("owners", inherit="none").rows
    rows = rows[(rows["party"].fillna("") != "") & (rows["grade"] != "none")]
    found: dict[str, dict[str, _Answering]] = {}
    fields = ("item", "party", "grade", "relation", "modality")
    for item, party, grade, relation, modality in zip(
        *(rows[name].astype(object) for name in fields), strict=True
    ):
        key = (party, item, relation)
        if party in asked.nodes and relation != "COORDINATES":
            one = _Answering(party, grade, modality not in UNSAID, key)
            found.setdefault(item, {}).setdefault(party, one)
    return {item: list(parties.values()) for item, parties in found.items()}


def _is_firm(asked: Asked, key: Key) -> bool:
    return any(one.modality not in UNSAID for one in asked.assertions.get(key, ()))


def _headings(asked: Asked, boxes: list[Box], goal: int) -> tuple[str, ...]:
    """What stands in each column."""
    heads = []
    for column in range(goal):
        kind = next(box.kind for box in boxes if box.column == column)
        heads.append(asked.say(schema.kind(kind).label).capitalize())
    return (*heads, asked.say(words.GOAL), asked.say(words.MEASURES), asked.say(words.ANSWERS))


def _legend(asked: Asked, draft: _Draft) -> tuple[tuple[str, str], ...]:
    """The signs that the drawing has, and what they mean."""
    marks = {box.mark for box in draft.boxes}
    firm = {tie.is_firm for tie in draft.ties if draft.boxes[tie.target].mark != "nobody"}
    signs = (
        ("firm", words.FIRM, True in firm),
        ("loose", words.LOOSE, False in firm),
        ("nobody", words.NONE_ANSWERS, "nobody" in marks),
        ("weak", words.WEAK, "weak" in marks),
        ("more", words.GATHERED, "more" in marks),
    )
    return tuple((sign, asked.say(text)) for sign, text, is_there in signs if is_there)
