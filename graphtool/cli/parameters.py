"""What commands take: files, words and views; and a command that writes over nothing it reads."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import click

from graphtool.cli.helping import Helped
from graphtool.cli.progress import MAKING, progress
from graphtool.language import LANGUAGES, Said, Text, spelled, together


class Input(click.Path):
    """A file, a folder or an address that a command reads, and so does not write over."""


class Words(click.Choice[str]):
    """Words of ours, in whatever capitals, hyphens and spaces they are written.

    Or what they are called, in any of the languages.
    """

    def __init__(self, choices: Iterable[str], called: Mapping[str, Text] = MappingProxyType({})):
        """`called` is what each word is called, as far as it is called anything."""
        super().__init__(tuple(choices))
        self.called = called

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word as we write it; a usage error that lists all where it is none."""
        from graphtool.queries import option_values

        meant = option_values.resolve(str(value), tuple(self.choices), self.called)
        return super().convert(meant, param, ctx)

    @property
    def listed(self) -> Text:
        """All of them, those that are called otherwise in a language with that in brackets."""
        each = (
            Text(*(_called(choice, self.called.get(choice), at) for at in range(len(LANGUAGES))))
            for choice in self.choices
        )
        return together(list(each), ", ").text


def _called(choice: str, called: Text | None, language: int) -> str:
    word = called[language] if called else choice
    return choice if spelled(word, [choice]) == choice else f"{choice} ({word})"


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
        from graphtool import atomic

        if not self.dir_okay and str(value).endswith(("/", os.sep)):
            self.fail(Said(_IS_FOLDER, value=value), param, ctx)
        if self.suffixes:
            atomic.require_suffix(value, self.suffixes)
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

            from graphtool import atomic
            from graphtool.cli.outputs import require_apart

            read = self._paths(ctx, Input)
            for output in outputs:
                require_apart(output, read)
                atomic.require_place(Path(output))
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


def command(
    example: str, more: Text | None = None, *, tells: bool = False
) -> Callable[[Callable[..., Any]], Command]:
    """A command of those that `COMMANDS` lists, named by its example, which runs.

    `more` is what its help says below the line that `COMMANDS` has of it. One that `tells` prints
    nothing, and says on a terminal what it is making.
    """
    from graphtool.cli import files
    from graphtool.cli.commands import COMMANDS

    short = files.filled(COMMANDS[example.split()[1]])
    return click.command(cls=Command, short=short, more=more, example=example, tells=tells)
