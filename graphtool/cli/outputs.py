"""Whether an output may be written: never over anything that the same command has read.

Every command that writes asks here, so that there is one answer. Links are followed, and names
that differ only in capitals or in how å is stored are one name: on many disks they are one file.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphtool import atomic, formats
from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text

_IS_READ = Text(
    "er {what}, som denne kommandoen leser; {advice}",
    "er {what}, som denne kommandoen les; {advice}",
    "is {what}, which this command reads; {advice}",
)
_WOULD_BE_READ = Text(
    "ville bli en fil i datasettet {source}, som denne kommandoen leser; {advice}",
    "ville bli ei fil i datasettet {source}, som denne kommandoen les; {advice}",
    "would be a file of the dataset {source}, which this command reads; {advice}",
)
_NOT_IN = Text(
    "et datasett kan ikke skrives over, i eller rundt {source}, som denne kommandoen leser; velg en"
    " mappe ved siden av",
    "eit datasett kan ikkje skrivast over, i eller rundt {source}, som denne kommandoen les; vel ei"
    " mappe ved sida av",
    "a dataset cannot be written over, in or around {source}, which this command reads; choose a"
    " folder beside it",
)
_ANOTHER_NAME = Text("velg et annet navn", "vel eit anna namn", "choose another name")
_ANOTHER_PLACE = Text(
    "velg et annet navn eller en annen mappe",
    "vel eit anna namn eller ei anna mappe",
    "choose another name or another folder",
)
_A_FILE = Text("en fil", "ei fil", "a file")
_THE_FILE = Text("filen {file}", "fila {file}", "the file {file}")


def require_apart(output: str | Path, read: Iterable[str | Path]) -> None:
    """Raises `GraphtoolError` where writing the output would change what was read.

    `read` are files and folders; what is not there (an address, a day) is passed over. Of a
    dataset's folder the files that its reader reads are kept, also those that are not there yet:
    an answer under the name of one would be data the next time. A folder of documents is read
    whole. An output without suffix, or a folder that is there, is a folder of CSV files, which
    may lie neither over, nor in, nor around what was read.
    """
    for source in filter(_exists, read):
        if os.path.isdir(source):
            _require_beside_folder(output, Path(source))
        elif _same(output, source) or _taken_by_folder(output, source):
            what = _described(output, source)
            raise GraphtoolError.at(output, Said(_IS_READ, what=what, advice=_ANOTHER_NAME))


def _require_beside_folder(output: str | Path, source: Path) -> None:
    if _is_folder(output):
        if _lies_in(output, source) or _lies_in(source, output):
            raise GraphtoolError.at(output, Said(_NOT_IN, source=source))
        return
    for file in _files(source):
        if _same(output, file):
            what = _described(output, file)
            raise GraphtoolError.at(output, Said(_IS_READ, what=what, advice=_ANOTHER_PLACE))
    place = os.path.realpath(output)
    if _lies_in(os.path.dirname(place), source) and formats.holds(os.path.basename(place)):
        why = Said(_WOULD_BE_READ, source=source, advice=_ANOTHER_PLACE)
        raise GraphtoolError.at(output, why)


def _files(source: Path) -> Iterator[Path]:
    """What a command reads of a folder: the dataset's files, else every file as a document."""
    yield from formats.files(source) or filter(Path.is_file, source.rglob("*"))


def _is_folder(output: str | Path) -> bool:
    return os.path.isdir(output) or not atomic.suffix(output)


def _taken_by_folder(output: str | Path, source: str | Path) -> bool:
    """Whether the output is a folder of CSV files, and the source one of its files."""
    place = os.path.realpath(source)
    inside = _same_folder(os.path.dirname(place), output)
    return _is_folder(output) and inside and formats.holds(os.path.basename(place))


def _lies_in(path: str | Path, other: str | Path) -> bool:
    """Whether a path is another one, or lies in it at any depth."""
    place = Path(os.path.realpath(path))
    return any(_same(step, other) for step in (place, *place.parents))


def _same(one: str | Path, other: str | Path) -> bool:
    """Whether two paths are one file or folder, or would be on a disk that folds names."""
    if os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other):
        return True
    here, there = os.path.realpath(one), os.path.realpath(other)
    names = os.path.basename(here), os.path.basename(there)
    return _folded(names[0]) == _folded(names[1]) and _same_folder(
        os.path.dirname(here), os.path.dirname(there)
    )


def _same_folder(one: str | Path, other: str | Path) -> bool:
    if os.path.exists(one) and os.path.exists(other):
        return os.path.samefile(one, other)
    return os.path.realpath(one) == os.path.realpath(other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _exists(path: str | Path) -> bool:
    return os.path.exists(path)  # False for a NUL and for a name that is too long


def _described(output: str | Path, read: str | Path) -> Said:
    """What the output is, where its own path does not show it."""
    return Said(_A_FILE) if str(output) == str(read) else Said(_THE_FILE, file=read)
