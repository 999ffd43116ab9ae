"""What may be asked of a map: which view, what of the graph, how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from graphtool import schema
from graphtool.language import Language, Text, spelled
from graphtool.maps.style import DERIVED, Theme

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.maps.geodata.borders import Borders
    from graphtool.maps.positions import Positions
    from graphtool.maps.telling.story import Story

SizeBy = Literal["none", "edges", "degree", "strength", "betweenness", "harmonic", "eigenvector"]
SIZES: tuple[SizeBy, ...] = get_args(SizeBy)
ColourBy = Literal["kind", "municipality", "community", "grade"]
COLOURINGS: tuple[ColourBy, ...] = get_args(ColourBy)
GroupBy = Literal["plan", "community", "municipality"]
GROUPINGS: tuple[GroupBy, ...] = get_args(GroupBy)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How a map is to be made; the defaults show all of a graph in Norwegian Bokmål.

    >>> Settings(lang="en").theme
    'light'
    """

    views: tuple[str, ...] = ()
    """Names of views, the one to open first; () chooses one that is readable, and adds the rest."""
    focus: str | None = None
    """Id or name of a node: only what lies within `hops` steps of it is shown."""
    hops: int = 2
    kinds: tuple[str, ...] = ()
    """Kinds to show; () for all."""
    relations: tuple[str, ...] = ()
    """Relations to show; () for all."""
    municipalities: tuple[str, ...] = ()
    """Ids or names of municipalities and regions: only what concerns one of them is shown."""
    hide_persons: bool = False
    """Leave out people, and their names in quotes."""
    as_of: str | None = None
    """The day to look at; None for all of time, with a slider where the data has dates."""
    before: PlanGraph | None = None
    """What to compare with: what was added, removed or changed since is marked."""
    before_name: Text | None = None
    """What that is called, as a day; by default the title of its dataset."""
    size_by: SizeBy = "none"
    """What a symbol's size stands for; a view may have its own default."""
    colour_by: ColourBy = "kind"
    group_by: GroupBy = "plan"
    """What stands together in the overview."""
    title: str | None = None
    """Instead of the dataset's."""
    lang: Language = "nb"
    theme: Theme = "light"
    notes: Sequence[Text] = ()
    """Paragraphs about the map."""
    story: Story | None = None
    """Steps to present the map in."""
    positions: Positions | None = None
    """Where nodes stood in an earlier map, to move little from."""
    borders: Borders | None = None
    """Borders of municipalities, for the geographic view."""

    def __post_init__(self) -> None:
        """Kinds and relations in the vocabulary's spelling, however they were given."""
        relations = (*schema.RELATIONS, *DERIVED)
        known = {"kinds": tuple(schema.KINDS), "relations": relations}
        for name, words in known.items():
            given = tuple(spelled(word, words) for word in getattr(self, name))
            object.__setattr__(self, name, given)
