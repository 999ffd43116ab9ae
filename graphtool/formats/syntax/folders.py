"""The files of a folder and of the folders in it that may be a source: which, and which not.

A folder of a team is read as it lies: a folder for each municipality, in them the workbooks. What
lies in an archive is an older state of the same, and two states in one would answer for both; so
is a dataset within a dataset. Such files are not read, and it is said of each folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from graphtool.errors import CANNOT_BE_OPENED, Problem, reason
from graphtool.formats.syntax import books
from graphtool.graph.dataset import REQUIRED, sheet_name
from graphtool.language import Said, Text, shortened

TEXTS = (".csv", ".tsv")
SHEETS = (*TEXTS, *books.SUFFIXES)
"""Suffixes of the files of a folder that are read as its sheets."""
DEEPEST, MOST_FILES, MOST_FOLDERS = 8, 1_000, 2_000
"""Steps down from the folder that is read, files that hold sheets, and folders looked into."""
SHOWN = 5
"""Files of an archive that are named."""
SYSTEM = ("__macosx", "@eadir", "system volume information", "lost+found", "node_modules")
"""Folders that a system or a program keeps for itself, beside those whose names begin so:"""
_BEGIN = (".", "~", "$")
_OLD = re.compile(
    r"[\W\d_]*(arkiv(ert|erte)?|archived?|gammel|gammelt|gamle|gamal|gamalt|old|tidligere|tidlegare|"
    r"utgått|utgåtte|utdatert|utdaterte|backup|sikkerhetskopi(er)?|tryggingskopi(ar)?|historikk|"
    r"papirkurv|papirkorg)( versjon(er|ar)| versions?)?[\W\d_]*"
)
"""What folders are called that hold an older state, as «Arkiv», «99 Arkiv» and «_gammelt»."""
_REPORT = ("index.html", b'content="graphtool report"')
"""The file by which an earlier report is known, and what stands in it."""

_ARCHIVE = Text(
    "mappen ser ut til å være et arkiv, og er ikke lest ({files}); flytt ut det som gjelder, eller"
    " gi mappen et annet navn",
    "mappa ser ut til å vere eit arkiv, og er ikkje lesen ({files}); flytt ut det som gjeld, eller"
    " gi mappa eit anna namn",
    "the folder looks like an archive, and is not read ({files}); move out what counts, or give the"
    " folder another name",
)
_DATASET = Text(
    "mappen har et datasett i seg ({files}), og det har mappen den ligger i også; bare det ytterste"
    " er lest; oppgi denne mappen for å lese det andre",
    "mappa har eit datasett i seg ({files}), og det har mappa ho ligg i også; berre det ytste er"
    " lese; oppgi denne mappa for å lese det andre",
    "the folder holds a dataset ({files}), and so does the folder that it lies in; only the outer"
    " one is read; name this folder to read the other",
)
_SETTLED = Text(
    "det som er sagt her, gjelder bare når mappen selv er kilden; si det samme i {file} øverst",
    "det som er sagt her, gjeld berre når mappa sjølv er kjelda; sei det same i {file} øvst",
    "what is said here counts only where the folder itself is the source; say the same in {file} at"
    " the top",
)
_DEEP = Text(
    "ligger mer enn {deepest} mapper inne, og er ikke lest; oppgi en mappe lenger inne",
    "ligg meir enn {deepest} mapper inne, og er ikkje lese; oppgi ei mappe lenger inne",
    "lies more than {deepest} folders down, and is not read; name a folder further in",
)
_MANY_FILES = Text(
    "her og i undermappene er det mer enn {most} filer med ark; oppgi en mappe lenger inne",
    "her og i undermappene er det meir enn {most} filer med ark; oppgi ei mappe lenger inne",
    "here and in the folders in it are more than {most} files that hold sheets; name a folder"
    " further in",
)
_MANY_FOLDERS = Text(
    "her er det mer enn {most} mapper; oppgi en mappe lenger inne",
    "her er det meir enn {most} mapper; oppgi ei mappe lenger inne",
    "here are more than {most} folders; name a folder further in",
)


class Left(NamedTuple):
    """Files of a folder that are not read, and why."""

    folder: str
    why: Text
    files: list[str]

    def problem(self) -> Problem:
        """What to say of them."""
        named = ", ".join(name.removeprefix(f"{self.folder}/") for name in self.files[:SHOWN])
        more = f" + {len(self.files) - SHOWN}" if len(self.files) > SHOWN else ""
        message = Said(self.why, files=f"{shortened(named)}{more}")
        return Problem("warning", "folder-left", message, self.folder)


@dataclass
class Found:
    """What lies in a folder, each file by its path from there, with `/` between the folders."""

    files: list[str] = field(default_factory=list)
    """Those that hold sheets."""
    unread: list[str] = field(default_factory=list)
    """Those that hold sheets in a form that nothing here reads."""
    left: list[Left] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """What else is to be said."""
    is_dataset: bool = False
    """Whether a dataset's own files lie at the top."""

    def told(self) -> list[Problem]:
        """All that is to be said of what lies there and is not read."""
        return [*self.problems, *(one.problem() for one in self.left if one.files)]


def found(folder: Path, settings: Container[str] = ()) -> Found:
    """The files of a folder and of those in it; raises `OSError` where it cannot be opened.

    `settings` are the names of files that count at the top alone. A link is followed, but no
    folder is read twice, so that links in a circle end; a folder comes before a link to it.
    """
    out = Found()
    queue, links = [_Step("", 0)], list[_Step]()
    seen: set[tuple[int, int]] = set()
    while queue or links:
        step = (queue or links).pop(0)
        try:
            about = (folder / step.path).stat()
            if (about.st_dev, about.st_ino) in seen:
                continue
            seen.add((about.st_dev, about.st_ino))
            held = sorted(os.scandir(folder / step.path), key=lambda one: one.name)
        except OSError as error:
            if not step.path:
                raise
            message = Said(CANNOT_BE_OPENED, why=reason(error))
            out.problems.append(Problem("error", "unreadable", message, step.path))
            continue
        if step.path and _is_report(folder / step.path):
            continue
        if not step.path:
            out.is_dataset = any(_is_own(one.name) for one in held)
        _take(held, step, out, settings)
        if len(seen) > MOST_FOLDERS or len(out.files) > MOST_FILES:
            is_wide = len(seen) > MOST_FOLDERS
            why, most = (_MANY_FOLDERS, MOST_FOLDERS) if is_wide else (_MANY_FILES, MOST_FILES)
            out.problems.append(Problem("error", "too-many-files", Said(why, most=most)))
            break
        for inner, is_link in _folders(held, step, out):
            (links if is_link else queue).append(inner)
    return out


class _Step(NamedTuple):
    path: str
    depth: int
    left: Left | None = None
    """What the folder is part of, where that is not read."""

    def within(self, name: str) -> str:
        return f"{self.path}/{name}" if self.path else name


def is_shown(name: str) -> bool:
    """Whether a file or folder is none of those that a system keeps beside what people keep.

    >>> [is_shown(name) for name in ("Tinn.xlsx", "~$Tinn.xlsx", "._goals.csv", "__MACOSX")]
    [True, False, False, False]
    """
    return not name.startswith(_BEGIN) and name.casefold() not in SYSTEM


def _folders(held: list[os.DirEntry[str]], step: _Step, out: Found) -> Iterator[tuple[_Step, bool]]:
    """The folders in a folder that are looked into, and whether each is only a link to one."""
    for one in held:
        if not is_shown(one.name) or not _is_folder(one):
            continue
        path = step.within(one.name)
        if step.depth == DEEPEST:
            message = Said(_DEEP, deepest=DEEPEST)
            out.problems.append(Problem("warning", "folder-left", message, path))
            continue
        left = step.left
        if left is None and _OLD.fullmatch(one.name.casefold()):
            left = Left(path, _ARCHIVE, [])
            out.left.append(left)
        yield _Step(path, step.depth + 1, left), one.is_symlink()


def _take(held: list[os.DirEntry[str]], step: _Step, out: Found, settings: Container[str]) -> None:
    """Takes in the files of a folder."""
    inner = Left(step.path, _DATASET, [])
    for one in held:
        if not is_shown(one.name) or not _is_file(one):
            continue
        path, suffix = step.within(one.name), Path(one.name).suffix.lower()
        if suffix in (*SHEETS, *books.INSTEAD):
            if step.left is not None:
                step.left.files.append(path)
            elif step.path and out.is_dataset and _is_own(one.name):
                inner.files.append(path)
            else:
                (out.files if suffix in SHEETS else out.unread).append(path)
        elif step.path and step.left is None and one.name.casefold() in settings:
            message = Said(_SETTLED, file=one.name.casefold())
            out.problems.append(Problem("warning", "settled-within", message, path))
    if inner.files:
        out.left.append(inner)


def _is_own(name: str) -> bool:
    """Whether a file is called as one of a dataset's own is."""
    file = Path(name)
    return file.suffix.lower() in TEXTS and sheet_name(file.stem) in REQUIRED


def _is_folder(one: os.DirEntry[str]) -> bool:
    """Whether it is looked into: not one that is called as a file of sheets is.

    Numbers keeps a workbook as a folder.
    """
    try:
        return one.is_dir() and Path(one.name).suffix.lower() not in (*SHEETS, *books.INSTEAD)
    except OSError:  # a link in a circle of links
        return False


def _is_file(one: os.DirEntry[str]) -> bool:
    """Whether it may be read: a pipe or a socket may keep whoever reads it waiting for ever.

    What cannot be opened, as a link that leads nowhere, is said to be so when it is read.
    """
    try:
        is_lost = one.is_symlink() and not os.path.exists(one.path)
        return one.is_file() or is_lost or (one.is_dir() and not _is_folder(one))
    except OSError:
        return True


def _is_report(place: Path) -> bool:
    """Whether a folder is a report that graphtool has made: answers are no source."""
    name, mark = _REPORT
    try:
        with (place / name).open("rb") as file:
            return mark in file.read(2000)
    except OSError:
        return False
