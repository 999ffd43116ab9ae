"""What commands share: the source, the language, and how talk and files are written."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graphtool.cli.helping import Helped, option
from graphtool.cli.progress import MAKING, READING, aside, progress
from graphtool.cli.speaking import LANGUAGE, inert, language, spoken
from graphtool.errors import SEVERITIES, Problem, listing
from graphtool.language import LANGUAGES, Said, Text, listed, number, plain, spelled, told

if TYPE_CHECKING:
    from graphtool.formats import Intake, Reading
    from graphtool.graph import PlanGraph

Function = TypeVar("Function", bound=Callable[..., Any])


class Input(click.Path):
    """A file, a folder or an address that a command reads, and so does not write over."""


class Words(click.Choice[str]):
    """Words of ours, in whatever capitals, hyphens and spaces they are written."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word as we write it; a usage error that lists all where it is none."""
        return super().convert(spelled(str(value), self.choices), param, ctx)


class ViewName(click.Choice[str]):
    """A view of the map, by its name or by what it is called on the map."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Its name; a usage error that lists all where it is none."""
        from graphtool.maps import views

        return super().convert(views.meant(str(value)), param, ctx)


class Output(click.Path):
    """A file, or with `dir_okay` a folder, that a command writes."""

    def __init__(self, suffixes: Iterable[str] = (), *, dir_okay: bool = False) -> None:
        """`suffixes` are all that the command can write; () where it looks itself."""
        super().__init__(dir_okay=dir_okay)
        self.suffixes = tuple(suffixes)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; refused before anything is read where no such file can be written."""
        from graphtool import drafts

        if not self.dir_okay and str(value).endswith(("/", os.sep)):
            self.fail(Said(_IS_FOLDER, value=value), param, ctx)
        if self.suffixes:
            drafts.require_suffix(value, self.suffixes)
        return super().convert(value, param, ctx)


class Command(Helped):
    """A command that writes over nothing that it reads, whatever its options are called.

    Nor does it begin where what it makes would have no place.
    """

    def __init__(self, *given: Any, tells: bool = False, **settings: Any) -> None:
        """One that `tells` says on a terminal, until it is done, what it is making."""
        super().__init__(*given, **settings)
        self.tells = tells

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; of two files where one source is asked for, says how they are one."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            has_source = any(param.name == "source" for param in self.params)
            extra = EXTRA.match(error.message) if has_source else None
            if extra and any(map(os.path.exists, (extra[1], *extra[1].split()))):
                raise click.UsageError(Said(_ONE_SOURCE, words=extra[1]), ctx) from error
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Compares every output with every input, and looks for its place, then runs."""
        outputs = self._paths(ctx, Output)
        if outputs:
            from pathlib import Path

            from graphtool import drafts
            from graphtool.cli.outputs import require_apart

            read = self._paths(ctx, Input)
            for output in outputs:
                require_apart(output, read)
                drafts.require_place(Path(output))
        if not (self.tells and outputs):
            return super().invoke(ctx)
        with progress() as tell:
            tell(MAKING.format(name=", ".join(outputs)))
            return super().invoke(ctx)

    def _paths(self, ctx: click.Context, kind: type[click.Path]) -> list[str]:
        given = [ctx.params.get(p.name or "") for p in self.params if isinstance(p.type, kind)]
        return [path for value in given if value for path in _each(value)]


def _each(value: Any) -> Iterable[str]:
    return value if isinstance(value, tuple) else (value,)


source_argument = click.argument("source", type=Input())


EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)")
"""How click says that there are more words than a command asks for."""
_ONE_SOURCE = Text(
    "kilden er én fil eller mappe, og {words} er til overs; for å lese flere filer som én kilde,"
    " oppgi mappen de ligger i",
    "kjelda er éi fil eller mappe, og {words} er til overs; for å lese fleire filer som éi kjelde,"
    " oppgi mappa dei ligg i",
    "a source is one file or folder, and {words} is left over; to read several files as one source,"
    " name the folder in which they lie",
)
_IS_FOLDER = Text(
    "«{value}» er navnet på en mappe; oppgi en fil",
    "«{value}» er namnet på ei mappe; oppgi ei fil",
    "{value!r} names a folder; name a file",
)
WORDS = {**SEVERITIES, "read": Text("lest", "lese", "read")}
"""What kinds of talk are called."""


def _keep_language(context: click.Context, _option: click.Parameter, value: str) -> None:
    context.meta[LANGUAGE] = value


_lang = partial(
    option,
    "--lang",
    type=click.Choice(LANGUAGES),
    default=language,
    shown=Text(
        "GRAPHTOOL_LANG, ellers systemets",
        "GRAPHTOOL_LANG, elles systemet sitt",
        "GRAPHTOOL_LANG, else the system's",
    ),
    help=Text(
        "Språket for navn, overskrifter og merknader.",
        "Språket for namn, overskrifter og merknader.",
        "Language of labels, headings and notes.",
    ),
)
language_option = _lang()
spoken_option = _lang(expose_value=False, callback=_keep_language)
"""Of commands that talk, and write nothing that has a language; see `spoken`."""
as_of_option = option(
    "--as-of",
    metavar="DATE",
    help=Text(
        "Dagen å se på: 2015-04-16, 2015-04 eller 2015 (den siste i året).",
        "Dagen å sjå på: 2015-04-16, 2015-04 eller 2015 (den siste i året).",
        "The day to look at: 2015-04-16, 2015-04 or 2015 (its last day).",
    ),
)
_MAY_BE_PEOPLE = Text(
    "disse kan være personer, og blir vist: {names}; gi dem undertypen person, så utelates de",
    "desse kan vere personar, og blir viste: {names}; gi dei undertypen person, så blir dei"
    " utelatne",
    "these may be people, and are shown: {names}; give them the subkind person to leave them out",
)
SHOWN = 8
"""Names in a warning; the rest is counted."""
hide_persons_option = option(
    "--hide-persons",
    is_flag=True,
    help=Text(
        "Uten personer, og uten navnene deres i sitater.",
        "Utan personar, og utan namna deira i sitat.",
        "Without people, and their names in quotes.",
    ),
)
output_option = option(
    "-o",
    "--output",
    type=Output(),
    help=Text("Skriv til denne filen.", "Skriv til denne fila.", "Write to this file."),
)
story_option = option(
    "--story",
    type=Input(),
    metavar="FILE",
    help=Text(
        "Steg å vise kartet fram i (TOML).",
        "Steg å vise fram kartet i (TOML).",
        "Steps to present the map in (TOML).",
    ),
)
database_option = option(
    "--database",
    metavar="NAME",
    help=Text(
        "Hvilken av serverens databaser.",
        "Kva for ein av databasane på tenaren.",
        "Which of the server's databases.",
    ),
)


def command(
    example: str, more: Text | None = None, *, tells: bool = False
) -> Callable[[Callable[..., Any]], Command]:
    """A command of those that `COMMANDS` lists, named by its example, which runs.

    `more` is what its help says below the line that `COMMANDS` has of it. One that `tells` prints
    nothing, and says on a terminal what it is making.
    """
    from graphtool.cli import COMMANDS, files

    short = files.filled(COMMANDS[example.split()[1]])
    return click.command(cls=Command, short=short, more=more, example=example, tells=tells)


def read(source: str) -> PlanGraph:
    """The graph at a source; its warnings go to stderr and stop nothing.

    Raises `GraphtoolError` where it cannot be a graph, or where not one node was understood.
    """
    from graphtool import database, formats

    if database.is_address(source):
        with _reading(source):
            graph = database.read(source)
        _warn_of_people(graph)
        return graph
    with _reading(source):
        understood = formats.understood(source)
    return _told(understood)


def read_whole(source: str) -> tuple[PlanGraph, list[Problem]]:
    """As `read`, with every problem of the source, those too that only `check` looks for."""
    reading, problems, _ = examine(source)
    if reading is None or not len(reading.graph.nodes):
        return read(source), problems  # raises: says what keeps it from being a graph
    return _told(reading), problems


def _told(reading: Reading) -> PlanGraph:
    """The graph, once it is said how it was understood, and what is doubtful in it."""
    from graphtool.recognition import TEMPLATE

    guessed = [t for one in reading.intake for t in one.understood if t.shape != TEMPLATE]
    talk([table.lines()[0] for table in guessed], "read")
    talk(listing(reading.problems), "warning")
    _warn_of_people(reading.graph)
    return reading.graph


def _warn_of_people(graph: PlanGraph) -> None:
    """Where people are to be left out, says whom it does not take for one, though they may be."""
    context = click.get_current_context(silent=True)
    if context is None or not context.params.get("hide_persons"):
        return
    from graphtool.maps import redact
    from graphtool.recognition import words

    names = [name for name in redact.unsaid(graph) if words.may_be_person(name)]
    if names:
        talk([Said(_MAY_BE_PEOPLE, names=listed(plain(names), SHOWN))], "warning")


def examine(source: str) -> tuple[Reading | None, list[Problem], list[Intake]]:
    """What `formats.examine` says of a source; a database was checked when it was loaded."""
    from graphtool import database, formats, quotes

    with _reading(source):
        if not database.is_address(source):
            return formats.examine(source)
        graph = database.read(source)
    return formats.Reading(graph, (), (), quotes.cited(graph)), [], []


@contextmanager
def _reading(source: str) -> Iterator[None]:
    """Says on a terminal, while its block runs, what is being read."""
    with progress() as tell:
        tell(READING.format(name=source))
        yield


def talk(lines: Sequence[str], kind: str = "") -> None:
    """Lines to stderr, where they are never mistaken for data, in the language that is spoken."""
    spoken_ = spoken()
    begin = f"{WORDS[kind].in_(spoken_)}: " if kind else ""
    with aside():
        for line in lines:
            click.echo(inert(f"{begin}{told(line, spoken_)}"), err=True)


_COUNTED = {
    "error": (Text("1 feil", "1 feil", "1 error"), Text("{n} feil", "{n} feil", "{n} errors")),
    "finding": (
        Text("1 funn", "1 funn", "1 finding"),
        Text("{n} funn", "{n} funn", "{n} findings"),
    ),
    "line": (Text("1 linje", "1 linje", "1 line"), Text("{n} linjer", "{n} linjer", "{n} lines")),
    "picture": (
        Text("1 bilde", "1 bilete", "1 picture"),
        Text("{n} bilder", "{n} bilete", "{n} pictures"),
    ),
    "problem": (
        Text("1 problem", "1 problem", "1 problem"),
        Text("{n} problemer", "{n} problem", "{n} problems"),
    ),
    "quote": (
        Text("1 sitat", "1 sitat", "1 quote"),
        Text("{n} sitater", "{n} sitat", "{n} quotes"),
    ),
    "row": (Text("1 rad", "1 rad", "1 row"), Text("{n} rader", "{n} rader", "{n} rows")),
    "slide": (
        Text("1 lysbilde", "1 lysbilete", "1 slide"),
        Text("{n} lysbilder", "{n} lysbilete", "{n} slides"),
    ),
    "spelling": (
        Text("1 skrivemåte", "1 skrivemåte", "1 spelling"),
        Text("{n} skrivemåter", "{n} skrivemåtar", "{n} spellings"),
    ),
    "table": (
        Text("1 tabell", "1 tabell", "1 table"),
        Text("{n} tabeller", "{n} tabellar", "{n} tables"),
    ),
    "warning": (
        Text("1 advarsel", "1 åtvaring", "1 warning"),
        Text("{n} advarsler", "{n} åtvaringar", "{n} warnings"),
    ),
}


def counted(count: int, what: str) -> Said:
    """How many of what.

    >>> counted(2, "row"), counted(1, "quote").in_("nb")
    ('2 rows', '1 sitat')
    """
    return Said(number(count, *_COUNTED[what]))
