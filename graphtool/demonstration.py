"""The example data that come along: two regions and a plan, to try everything on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from graphtool import atomic
from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text

REGIONS = ("kristiansandsregionen", "kongsbergregionen")
PLAN = "eksempel-handlingsplan.csv"
_NOT_EMPTY = Text(
    "finnes alt og er ikke tom; velg et navn som ikke er i bruk",
    "finst alt og er ikkje tom; vel eit namn som ikkje er i bruk",
    "is there already and not empty; choose a name that is not in use",
)


def write(folder: Path) -> tuple[str, ...]:
    """Copies the example data into a new folder, whole or not at all; gives their names.

    Raises `GraphtoolError` where the folder is there and holds anything, or cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as room:
    ...     made = write(Path(room, "demo"))
    ...     made, Path(room, "demo", "kongsbergregionen", "goals.csv").is_file()
    (('kristiansandsregionen', 'kongsbergregionen', 'eksempel-handlingsplan.csv'), True)
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise GraphtoolError.at(folder, Said(_NOT_EMPTY))
    with lying() as source:
        return _copied(source, folder)


@contextmanager
def lying() -> Iterator[Path]:
    """The folder in which the example data lie.

    >>> with lying() as folder:
    ...     (folder / PLAN).is_file()
    True
    """
    shipped = files("graphtool").joinpath("data")
    if not shipped.is_dir():  # in a checkout they lie beside the package
        yield Path(__file__).parents[1] / "data"
        return
    with as_file(shipped) as source:
        yield source


def _copied(source: Path, folder: Path) -> tuple[str, ...]:
    with atomic.beside(folder) as (draft, place):
        draft.mkdir()
        for region in REGIONS:
            shutil.copytree(source / region, draft / region)
        shutil.copyfile(source / PLAN, draft / PLAN)
        if place.is_dir():
            atomic.swap(draft, place, [])
        else:
            draft.rename(place)
    return (*REGIONS, PLAN)
