"""A native, editable slide a view: boxes and glued lines rather than a picture of them."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool import archives
from graphtool.pictures.format import File, Shot, Writer
from graphtool.slides.build import Shown, of_map
from graphtool.slides.writing.file import written as deck


def written(shots: Sequence[Shot], dpi: int | None = None) -> File:
    """All of them as a presentation of 16:9."""
    shown = [Shown(shot.excerpt, shot.said.title, shot.said.text) for shot in shots]
    return File(deck(of_map(shots[0].made, shown)))


WRITER = Writer(
    ".pptx",
    written,
    is_paged=True,
    has_sizes=False,
    tells_folds=True,
    is_as_written=archives.is_unstamped,
)
