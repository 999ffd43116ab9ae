"""Pictures of a map: SVG, PNG, PDF and slides of the scenes that the page draws.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from graphtool.graph import PlanGraph
>>> graph = PlanGraph.from_tables(nodes=[{"id": "v", "kind": "Municipality", "name": "Vennesla"}])
>>> with TemporaryDirectory() as folder:
...     made = write(graph, Path(folder, "map.svg"))
...     "Vennesla" in Path(folder, "map.svg").read_text(encoding="utf-8")
True
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, NamedTuple

from graphtool import atomic, maps
from graphtool.errors import GraphtoolError, reason
from graphtool.language import Said, searchable, together
from graphtool.maps import MapSummary, Settings
from graphtool.pictures import parts, words

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.maps.scene import Map
    from graphtool.pictures.format import File, Shot, Writer

__all__ = ["SUFFIXES", "Written", "write", "write_folder"]

_WRITING = Path(__file__).with_name("writing")
SUFFIXES = tuple(sorted(f".{module.name}" for module in iter_modules([str(_WRITING)])))
"""What a picture can be written as: a module of `writing` for each."""
LONGEST = 60
"""Letters of a part of a file's name."""


class Written(NamedTuple):
    """What was written."""

    summary: MapSummary
    """Of the first picture's map."""
    files: tuple[str, ...]
    remarks: tuple[str, ...]
    """What whoever asked for it should know, in a line each."""


@cache
def writer(suffix: str) -> Writer:
    """What writes files of this suffix, one of `SUFFIXES`."""
    found: Writer = import_module(f"graphtool.pictures.writing.{suffix[1:]}").WRITER
    return found


def write(
    graph: PlanGraph,
    path: Path,
    settings: Settings | None = None,
    *,
    size: str = "16:9",
    dpi: int | None = None,
) -> Written:
    """Writes one view of a graph as a picture, whole or not at all; the suffix decides the format.

    A format with pages has every view that the settings name, or every step of their story. `size`
    is a name as `A4`, or pixels as `1600x900`; `dpi` is for formats with dots. Raises
    `GraphtoolError` where a format cannot do what is asked, or there is nothing to show.

    A matrix too large to be read in one picture becomes one file for each of its parts, the first
    with this name and the others beside it, numbered from 2; of more than `parts.MOST` the fullest.
    Of those others none is written over what is not such a part as it was written before: then
    `GraphtoolError` is raised and nothing written. Earlier parts that are no longer needed go.
    """
    wanted = settings or Settings()
    how = writer(atomic.require_suffix(path, SUFFIXES))
    require(how.suffix, size=size, dpi=dpi)
    several = len(wanted.views) > 1 or wanted.story is not None
    if several and not how.is_paged:
        what, form = words.STEPS if wanted.story else words.VIEWS, how.suffix[1:]
        why = Said(words.ONE_PICTURE, suffix=how.suffix, what=what, format=form)
        raise GraphtoolError.at(path, why)
    made = _map(graph, replace(wanted, is_single=not several), how)
    shots = list(_shots(made, size).values())
    files = _files(path, shots, how, dpi)
    stale = _settled(path, files, how)
    for target, file in files.items():
        atomic.write(target, file.data)
    _remove(stale)
    remarks: list[str] = [] if len(files) == 1 else [_in_parts(files)]
    remarks += _gone(stale)
    remarks += [remark for file in files.values() for remark in file.remarks]
    names = tuple(str(target) for target in files)
    return Written(maps.summary(made), names, tuple(dict.fromkeys(remarks)))


def write_folder(
    graph: PlanGraph,
    folder: Path,
    suffix: str,
    settings: Settings | None = None,
    *,
    size: str = "16:9",
    dpi: int | None = None,
) -> Written:
    """Writes a file for each view that shows anything, or for each step of a story, in a folder.

    All of them or none; other files in the folder stay, but for earlier parts of a matrix that is
    now in fewer. No file is written over that is not as it was written here before: nobody chose
    its name. Raises `GraphtoolError` then, and as `write` does.
    """
    how = writer(suffix)
    require(suffix, size=size, dpi=dpi)
    made = _map(graph, settings or Settings(), how)
    stem = _slug(made.title.in_(made.lang)) or "map"
    files: dict[str, bytes] = {}
    stale: list[Path] = []
    remarks: list[str] = []
    for name, shot in _shots(made, size).items():
        whole = Path(f"{stem}-{name}{suffix}")
        drawn = _files(whole, [shot], how, dpi, is_named=False)
        files |= {target.name: file.data for target, file in drawn.items()}
        stale += _settled(
            folder / whole, [folder / target for target in drawn], how, is_named=False
        )
        said = [] if len(drawn) == 1 else [together([f"{whole}: ", _in_parts(drawn)])]
        each = ((target, remark) for target, file in drawn.items() for remark in file.remarks)
        remarks += [*said, *(together([f"{target}: ", remark]) for target, remark in each)]
    stale = [path for path in stale if path.name not in files]
    _put(folder, files, stale)
    remarks += _gone(stale)
    return Written(maps.summary(made), tuple(str(folder / name) for name in files), tuple(remarks))


def require(suffix: str, *, size: str = "16:9", dpi: int | None = None) -> None:
    """Raises `GraphtoolError` where a format cannot be of this size, or has no dots."""
    from graphtool.pictures import paper

    how = writer(suffix)
    asked = paper.of(size)
    if dpi is not None and not how.has_dots:
        dotted = " or ".join(each for each in SUFFIXES if writer(each).has_dots)
        raise GraphtoolError(Said(words.NO_DOTS, dotted=dotted, suffix=suffix))
    if how.has_dots:
        paper.require_room(asked, dpi)
    if not how.has_sizes and asked != paper.SCREEN:
        raise GraphtoolError(Said(words.ONE_SIZE, size=size, suffix=suffix))


def _map(graph: PlanGraph, settings: Settings, how: Writer) -> Map:
    # Imported here: numpy and networkx take half a second.
    from graphtool.maps.build import build

    story = settings.story
    # A step may point at what is folded; else only slides tell what that holds.
    settings = replace(settings, is_openable=how.tells_folds or story is not None)
    points = story is not None and any(step.state.finding for step in story.steps)
    # What a picture shows needs findings only where a step points at one.
    return build(
        graph, settings if points or settings.told is not None else replace(settings, told=())
    )


def _shots(made: Map, size: str) -> Mapping[str, Shot]:
    """What is pictured, by the name of its file: each step of a story, else each view."""
    from graphtool.maps import excerpt
    from graphtool.pictures import paper
    from graphtool.pictures.format import Shot
    from graphtool.pictures.sheet import Said

    on = paper.of(size)
    if not made.story:
        return {scene.name: Shot(made, excerpt.whole(scene), on) for scene in made.scenes}
    digits = len(str(len(made.story)))
    steps = {}
    for number, step in enumerate(made.story, start=1):
        title = step.title.in_(made.lang)
        name = "-".join(filter(None, (f"{number:0{max(2, digits)}}", _slug(title))))
        said = Said(title, step.text.in_(made.lang))
        steps[name] = Shot(
            excerpt.themed(made, step.state),
            excerpt.around(excerpt.of_step(made, step.state)),
            on,
            said,
        )
    return steps


def _files(
    path: Path, shots: Sequence[Shot], how: Writer, dpi: int | None, *, is_named: bool = True
) -> dict[Path, File]:
    """All on the pages of one file; else the one picture, in as many files as it has parts.

    What nobody named bears our mark.
    """
    pages = [shots] if how.is_paged else [[part] for part in shots[0].parted(parts.MOST)]
    files = {}
    for number, page in enumerate(pages, start=1):
        target, file = parts.named(path, number), how.write(page, dpi)
        if how.mark and (number > 1 or not is_named):
            file = file._replace(data=parts.marked(file.data, target.name, how.mark))
        files[target] = file
    return files


def _settled(
    whole: Path, files: Collection[Path], how: Writer, *, is_named: bool = True
) -> Sequence[Path]:
    """Earlier parts of a picture that are not among its files now.

    Raises `GraphtoolError` where one of its files would be written over what is not ours.
    """
    parts.require_free(whole, files, how, is_named=is_named)
    return parts.stale(whole, len(files), how)


def _remove(files: Iterable[Path]) -> None:
    for path in files:
        try:
            path.unlink()
        except OSError as error:
            raise GraphtoolError.at(path, Said(words.LEFT_OVER, why=reason(error))) from error


def _in_parts(files: Iterable[Path]) -> Said:
    """That a matrix is in several files."""
    names = [path.name for path in files]
    return Said(words.IN_PARTS, n=len(names), files=", ".join(names))


def _gone(files: Sequence[Path]) -> list[Said]:
    """Which earlier parts are removed, in a line; [] for none."""
    return [Said(words.GONE, files=", ".join(path.name for path in files))] if files else []


def _slug(text: str) -> str:
    """A text as part of a file's name.

    >>> _slug("Årdal & Lærdal: Vår plan")
    'ardal-lardal-var-plan'
    """
    return re.sub(r"[^a-z0-9]+", "-", searchable(text))[:LONGEST].strip("-")


def _put(folder: Path, files: Mapping[str, bytes], stale: list[Path]) -> None:
    """Writes files into a folder in place of the stale ones, all or none; it may be a new one."""
    if folder.exists() and not folder.is_dir():
        raise GraphtoolError.at(folder, Said(words.IS_FILE))
    with atomic.beside(folder) as (draft, place):
        draft.mkdir()
        for name, data in files.items():
            (draft / name).write_bytes(data)
        if place.is_dir():
            atomic.swap(draft, place, stale)
        else:
            draft.rename(place)
