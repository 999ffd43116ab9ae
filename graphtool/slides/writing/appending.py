"""A deck of somebody's own that slides are added to: left alone while another has it open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text
from graphtool.slides.writing import base

_OPEN = Text(
    "er åpen i et annet program ({lock} ligger ved siden av); lukk den der og prøv igjen",
    "er open i eit anna program ({lock} ligg ved sida av); lukk han der og prøv igjen",
    "is open in another program ({lock} lies beside it); close it there and try again",
)
_CHANGED = Text(
    "ble endret mens lysbildene ble laget, og er latt som den er; prøv igjen",
    "blei endra medan lysbileta blei laga, og er laten som han er; prøv igjen",
    "changed while the slides were made, and is left as it is; try again",
)
_SECTIONS = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def read(path: Path) -> bytes:
    """The deck's bytes; raises `GraphtoolError` where it cannot be read, or is open elsewhere."""
    _require_closed(path)
    return base.read(path)


def require_same(path: Path, before: bytes) -> None:
    """Raises `GraphtoolError` where the deck is not what it was, or has been opened."""
    if read(path) != before:
        raise GraphtoolError.at(path, Said(_CHANGED))


def _require_closed(path: Path) -> None:
    """PowerPoint and LibreOffice each leave a file beside one that they have open."""
    for lock in (f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(lock).exists():
            raise GraphtoolError.at(path, Said(_OPEN, lock=lock))


def numbers(made: Any) -> list[str]:
    """The numbers by which a presentation knows its slides, in their order."""
    return [each.get("id") for each in made.slides._sldIdLst]


def in_last_section(made: Any, added: Sequence[str]) -> None:
    """Slides with these numbers belong to the last section, where the deck has sections."""
    root = made.part._element
    lists = list(root.iter(f"{{{_SECTIONS}}}section"))
    if not lists:
        return
    slides = lists[-1].find(f"{{{_SECTIONS}}}sldIdLst")
    if slides is None:
        slides = lists[-1].makeelement(f"{{{_SECTIONS}}}sldIdLst", {}, None)
        lists[-1].insert(0, slides)
    for number in added:
        slides.append(slides.makeelement(f"{{{_SECTIONS}}}sldId", {"id": number}, None))
