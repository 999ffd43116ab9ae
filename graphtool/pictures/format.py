"""What is pictured, and what a format is to all that write one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graphtool.maps.excerpt import Excerpt
from graphtool.maps.scene import Map
from graphtool.pictures import sheet
from graphtool.pictures.display import Picture
from graphtool.pictures.paper import Paper
from graphtool.pictures.sheet import OWN, Said
from graphtool.pictures.tiling import Part


@dataclass(frozen=True, slots=True)
class Shot:
    """A view of a map, or a step of its story, on its way to a file."""

    made: Map
    excerpt: Excerpt
    paper: Paper
    said: Said = OWN
    part: Part | None = None
    """Of a matrix too large for one picture; None for the whole, or its fullest part."""

    def parted(self, most: int) -> list[Shot]:
        """A shot of each part of a matrix too large for one picture, of more than `most` itself."""
        paper, found = sheet.parts(self.made, self.excerpt, self.paper, self.said)
        if not 1 < len(found) <= most:
            return [self]
        return [replace(self, paper=paper, part=part._replace(of=1)) for part in found]

    def drawn(self, *, is_paged: bool = False) -> list[Picture]:
        """As a picture, with pages of names after it where a file may have pages."""
        return sheet.pictures(
            self.made, self.excerpt, self.paper, self.said, is_paged=is_paged, part=self.part
        )


class File(NamedTuple):
    """What is written, and what whoever asked for it should know."""

    data: bytes
    remarks: tuple[str, ...] = ()


class Mark(NamedTuple):
    """How a text that nobody sees is put into a file."""

    end: bytes
    """With which each file ends; the text stands before it."""
    made: Callable[[str], bytes]
    """The text as the format has it."""


class Writer(NamedTuple):
    """How views become a file."""

    suffix: str
    write: Callable[[Sequence[Shot], int | None], File]
    """The file of these, in so many dots per inch where the format has dots."""
    is_paged: bool = False
    """Whether a file may hold several."""
    has_dots: bool = False
    has_sizes: bool = True
    """Whether a picture may be of any size."""
    tells_folds: bool = False
    """Whether it tells what is folded."""
    mark: Mark | None = None
    """How a file that nobody asked for by name is told from others."""
    is_as_written: Callable[[bytes], bool] | None = None
    """The same where there is no mark: whether a file is as it was written here."""
