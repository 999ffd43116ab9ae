"""What the sheets of an Excel workbook share: their names and places, texts, styles, calendar.

Read here and not by openpyxl, whose reading takes several times as long and must be done twice
to see formulas beside their results (ECMA-376, part 1, 18.2 to 18.8; Strict files too).
"""

from __future__ import annotations

import datetime
import posixpath
import zipfile
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from graphtool.formats.syntax.streamed import fed, starts
from graphtool.graph import cleaning
from graphtool.graph.markup import unescaped

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespaces of a workbook's elements: as Excel saves it, and as «Strict Open XML»."""
GENERAL = "General"
Kept = TypeVar("Kept")


class Part(NamedTuple):
    """A worksheet: its title, its member of the zip file, and whether Excel shows its tab."""

    title: str
    member: str
    is_hidden: bool


class Style(NamedTuple):
    """How a number is shown."""

    shown_as: str
    is_date: bool
    is_duration: bool
    indent: int = 0
    """How many steps a text is set in."""
    is_struck: bool = False
    """Whether a line is drawn through it."""
    colour: str = ""
    """What is behind it, as the workbook calls the colour; empty for none, and for white."""


class Package(NamedTuple):
    """What a worksheet's cells refer to."""

    sheets: tuple[Part, ...]
    texts: Sequence[str]
    struck: frozenset[int]
    """Numbers of the texts of which a part has a line through it."""
    styles: Sequence[Style]
    epoch: datetime.datetime
    """The day from which the days of dates are counted."""


def opened(archive: zipfile.ZipFile) -> Package:
    """What the workbook in a zip file says of itself; raises `KeyError` where parts of it lack."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

    book = _target(archive, "", "officeDocument")
    if book is None:
        raise KeyError("there is no workbook in it")
    related = _related(archive, book)
    sheets: list[Part] = []
    epoch = CALENDAR_WINDOWS_1900
    for tag, given in _elements(archive, book):
        if tag == "workbookPr" and given.get("date1904", "0") in ("1", "true"):
            epoch = CALENDAR_MAC_1904
        elif tag == "sheet":
            place = next((v for k, v in given.items() if k.endswith(" id")), "")
            kind, member = related[place]
            if kind == "worksheet":  # a chart has a sheet of its own too
                sheets.append(Part(given["name"], member, given.get("state", "") not in SHOWN))
    members = dict(related.values())
    return Package(
        tuple(sheets),
        *_texts(archive, members.get("sharedStrings", "")),
        _styles(archive, members.get("styles", "")),
        epoch,
    )


SHOWN = ("", "visible")


def _elements(archive: zipfile.ZipFile, member: str) -> list[tuple[str, dict[str, str]]]:
    with archive.open(member) as stream:
        return starts(stream)


def _target(archive: zipfile.ZipFile, member: str, kind: str) -> str | None:
    return dict(_related(archive, member).values()).get(kind)


def _related(archive: zipfile.ZipFile, member: str) -> dict[str, tuple[str, str]]:
    """By their ids, the kind and the place of the members that one refers to."""
    folder, name = posixpath.split(member)
    found = {}
    for tag, given in _elements(archive, posixpath.join(folder, "_rels", f"{name}.rels")):
        if tag == "Relationship":
            place = posixpath.normpath(posixpath.join("/", folder, given.get("Target", "")))
            kind = given.get("Type", "").rpartition("/")[2]
            found[given.get("Id", "")] = (kind, place.lstrip("/"))
    return found


def _texts(archive: zipfile.ZipFile, member: str) -> tuple[list[str], frozenset[int]]:
    """The texts that cells refer to by number, and the numbers of those that are struck in part."""
    if member not in archive.namelist():
        return [], frozenset()
    found: list[str] = []
    struck: set[int] = set()
    runs = Runs()
    item = frozenset(f"{one} si" for one in MAIN)

    def end(tag: str) -> None:
        if tag in item:
            if runs.is_struck:
                struck.add(len(found))
            found.append(runs.taken())
        else:
            runs.end(tag)

    with archive.open(member) as stream:
        for _ in fed(stream, runs.start, end, runs.heard.append):
            pass
    return found, frozenset(struck)


class Runs:
    """Gathers a text from its runs; what only says how they are spoken is none of it."""

    RUN, SPOKEN, STRUCK = (
        frozenset(f"{one} {tag}" for one in MAIN) for tag in ("t", "rPh", "strike")
    )

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.runs: list[str] = []
        self.is_struck = False
        """Whether a line is drawn through a part of it."""
        self._is_spoken = False

    def start(self, tag: str, given: dict[str, str]) -> None:
        """An element begins."""
        if tag in self.RUN:
            self.heard.clear()
        elif tag in self.SPOKEN:
            self._is_spoken = True
        elif tag in self.STRUCK:
            self.is_struck = self.is_struck or _is_on(given)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in self.RUN:
            if not self._is_spoken:
                self.runs.extend(self.heard)
        elif tag in self.SPOKEN:
            self._is_spoken = False

    def taken(self) -> str:
        """The text, and begins another."""
        text = shown("".join(self.runs))
        self.runs.clear()
        self.is_struck = False
        return text


def shown(text: str) -> str:
    """A text as a person sees it, without the escapes of characters that XML cannot hold."""
    return cleaning.as_text(unescaped(text))


_PARTS = ("fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs")
"""What styles are made of, each a list."""
WHITE = ("rgb FFFFFFFF", "rgb 00FFFFFF", "theme 0", "indexed 9", "indexed 64", "indexed 65")
"""How a workbook calls the colour that no cell is told from others by."""


def _styles(archive: zipfile.ZipFile, member: str) -> list[Style]:
    """How cells of each style are shown, by the style's number."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

    if member not in archive.namelist():
        return []
    own: dict[str, str] = {}
    cells: list[dict[str, str]] = []
    struck: list[bool] = []
    fills: list[str] = []
    part = ""
    for tag, given in _elements(archive, member):
        if tag == "numFmt":
            own.setdefault(given.get("numFmtId", ""), given.get("formatCode", GENERAL))
        elif tag in _PARTS:
            part = tag
        elif part == "cellXfs" and tag == "xf":
            cells.append({"indent": "0", **given})
        elif part == "cellXfs" and tag == "alignment" and cells:
            cells[-1]["indent"] = given.get("indent", "0")
        elif part == "fonts":
            _font(tag, given, struck)
        elif part == "fills":
            _fill(tag, given, fills)
    builtin = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    out = []
    for cell in cells:
        number = cell.get("numFmtId", "0")
        code = own.get(number) or builtin.get(number, GENERAL)
        is_struck = _one(struck, cell.get("fontId", ""), default=False)
        colour = _one(fills, cell.get("fillId", ""), default="")
        steps = _steps(cell["indent"])
        out.append(
            Style(code, is_date_format(code), is_timedelta_format(code), steps, is_struck, colour)
        )
    return out


def _font(tag: str, given: dict[str, str], struck: list[bool]) -> None:
    """Takes in an element of the list of fonts."""
    if tag == "font":
        struck.append(False)
    elif tag == "strike" and struck:
        struck[-1] = _is_on(given)


def _fill(tag: str, given: dict[str, str], fills: list[str]) -> None:
    """Takes in an element of the list of fills: one of a pattern has its colour in front."""
    if tag == "fill":
        fills.append("")
    elif tag == "fgColor" and fills:
        said = next(
            (f"{name} {given[name]}" for name in ("rgb", "theme", "indexed") if name in given), ""
        )
        is_white = said in WHITE and given.get("tint", "0") in ("0", "")
        fills[-1] = "" if is_white else said


def _is_on(given: dict[str, str]) -> bool:
    """Whether an element that says something by being there says it."""
    return given.get("val", "1") not in ("0", "false")


def _one(several: Sequence[Kept], number: str, default: Kept) -> Kept:
    """The one of this number; the default where there is none."""
    at = int(number) if number.isdecimal() else len(several)
    return several[at] if at < len(several) else default


MOST_STEPS = 250
"""Steps by which Excel sets a text in at most."""


def _steps(indent: str) -> int:
    return min(int(indent), MOST_STEPS) if indent.isdecimal() else 0
