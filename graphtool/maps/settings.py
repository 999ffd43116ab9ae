"""What may be asked of a map: which view, what of the graph, how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from graphtool import schema
from graphtool.language import Language, Text, spelled
from graphtool.maps.options import ColourBy, Filters, GroupBy, SizeBy
from graphtool.maps.style import DERIVED, Theme

if TYPE_CHECKING:
    from graphtool.findings import Finding
    from graphtool.graph import PlanGraph
    from graphtool.maps.geo.borders import Borders
    from graphtool.maps.positions import Positions
    from graphtool.maps.story.steps import Story


@dataclass(frozen=True, kw_only=True)
class Settings(Filters):
    """How a map is to be made; the defaults show all of a graph in Norwegian Bokmål.

    >>> Settings(lang="en").theme
    'light'
    """

    views: tuple[str, ...] = ()
    """Names of views, the one to open first; () chooses one that is readable, and adds the rest."""
    is_single: bool = False
    """Whether only the first of them is made, as for one picture."""
    is_openable: bool = True
    """Whether what is folded is laid out opened too; in a picture nobody opens anything."""
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
    told: Sequence[Finding] | None = None
    """The graph's findings on the day, where they are known already; None to look for them."""

    def __post_init__(self) -> None:
        """Kinds and relations in the vocabulary's spelling, however they were given."""
        relations = (*schema.RELATIONS, *DERIVED)
        known = {"kinds": tuple(schema.KINDS), "relations": relations}
        for name, words in known.items():
            given = tuple(spelled(word, words) for word in getattr(self, name))
            object.__setattr__(self, name, given)

    @property
    def filters(self) -> Filters:
        """What of the graph is shown, and nothing else."""
        return Filters(**{each.name: getattr(self, each.name) for each in fields(Filters)})
