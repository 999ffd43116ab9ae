"""Help in the language of who asks: texts as they stand beside what they describe, click's own too.

An option's help and a command's are a `Text`; which language is shown is decided when help is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import reduce
from itertools import pairwise
from typing import Any

import click

from graphtool.language import LANGUAGES, Language, Text, preferred, same

PLACEHOLDERS = {
    "ADDRESS": Text("ADRESSE", "ADRESSE", "ADDRESS"),
    "ARGS": Text("ARGUMENTER", "ARGUMENT", "ARGS"),
    "COMMAND": Text("KOMMANDO", "KOMMANDO", "COMMAND"),
    "DATE": Text("DATO", "DATO", "DATE"),
    "DECK": Text("PRESENTASJON", "PRESENTASJON", "DECK"),
    "DESTINATION": Text("TIL", "TIL", "DESTINATION"),
    "DIR": Text("MAPPE", "MAPPE", "DIR"),
    "FILE": Text("FIL", "FIL", "FILE"),
    "FLOAT": Text("TALL", "TAL", "FLOAT"),
    "FOLDER": Text("MAPPE", "MAPPE", "FOLDER"),
    "HEADING": Text("OVERSKRIFT", "OVERSKRIFT", "HEADING"),
    "INTEGER": Text("HELTALL", "HEILTAL", "INTEGER"),
    "KIND": Text("TYPE", "TYPE", "KIND"),
    "MEANING": Text("BETYDNING", "TYDING", "MEANING"),
    "NAME": Text("NAVN", "NAMN", "NAME"),
    "NEW": Text("NY", "NY", "NEW"),
    "NODE": Text("NODE", "NODE", "NODE"),
    "NUMBER": Text("TALL", "TAL", "NUMBER"),
    "OLD": Text("GAMMEL", "GAMMAL", "OLD"),
    "OPTIONS": Text("VALG", "VAL", "OPTIONS"),
    "OTHER": Text("ANNEN", "ANNAN", "OTHER"),
    "PATH": Text("FIL", "FIL", "PATH"),
    "RELATION": Text("SAMMENHENG", "SAMANHENG", "RELATION"),
    "ROW": Text("RAD", "RAD", "ROW"),
    "SHEET": Text("ARK", "ARK", "SHEET"),
    "SOURCE": Text("KILDE", "KJELDE", "SOURCE"),
    "SPELLING": Text("SKRIVEMÅTE", "SKRIVEMÅTE", "SPELLING"),
    "TEXT": Text("TEKST", "TEKST", "TEXT"),
    "VALUE": Text("VERDI", "VERDI", "VALUE"),
    "WxH": Text("BxH", "BxH", "WxH"),
}
"""What stands for a word of the user's in usage and in options."""
HEADINGS = {
    "Commands": Text("Kommandoer", "Kommandoar", "Commands"),
    "Options": Text("Valg", "Val", "Options"),
}
"""Sections of a help page, by what click calls them."""
USAGE = Text("Bruk: ", "Bruk: ", "Usage: ")
EXAMPLE = Text("Eksempel", "Døme", "Example")
COLUMNS = Text("Kolonner", "Kolonnar", "Columns")
SHOW_HELP = Text("Vis denne hjelpen.", "Vis denne hjelpa.", "Show this message and exit.")
_DEFAULT = Text("standard: {value}", "standard: {value}", "default: {value}")
_REQUIRED = Text("må oppgis", "må vere med", "required")
_WORD = re.compile(r"[A-Za-z]+")


def asked() -> Language:
    """The language of a command that did not begin, wherever `--lang` stands in it."""
    words = [word for given in sys.argv[1:] for word in given.split("=", 1)]
    for option_, value in pairwise(words):
        if option_ == "--lang" and value in LANGUAGES:
            return value
    return preferred()


def placeholders(words: str) -> Text:
    """Usage or an option's value with its placeholders in three languages; other words stay.

    >>> placeholders("[OPTIONS] SOURCE|DATE [nb|nn|en]").nn
    '[VAL] KJELDE|DATO [nb|nn|en]'
    """

    def named(at: int) -> str:
        return _WORD.sub(lambda found: PLACEHOLDERS.get(found[0], same(found[0]))[at], words)

    return Text(*map(named, range(len(LANGUAGES))))


class Formatter(click.HelpFormatter):
    """A help page whose usage and headings are in the language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how a command is called."""
        language = asked()
        super().write_usage(prog, placeholders(args).in_(language), prefix or USAGE.in_(language))

    def write_heading(self, heading: str) -> None:
        """What a section is called."""
        super().write_heading(HEADINGS.get(heading, same(heading)).in_(asked()))


class Context(click.Context):
    """A call of a command, whose help is in the language."""

    formatter_class = Formatter


class Option(click.Option):
    """An option whose help stands once, in three languages, beside its name."""

    def __init__(self, *given: Any, help: Text, shown: Text | None = None, **more: Any) -> None:  # noqa: A002 - click's word
        """`shown` is what its default is called, where its value does not say it."""
        super().__init__(*given, **{**more, "help": help.en})
        self.said = help
        self.shown = shown

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """How it is written and what it does, with its default and its range."""
        plain = super().get_help_record(ctx)
        if plain is None:
            return None
        language = asked()
        extra = self.get_help_extra(ctx)
        default = self.shown or same(extra.get("default", ""))
        further = [
            *([_DEFAULT.format(value=default).in_(language)] if default.en else []),
            *([extra["range"]] if "range" in extra else []),
            *([_REQUIRED.in_(language)] if "required" in extra else []),
        ]
        does = self.said.in_(language)
        return plain[0], f"{does}  [{'; '.join(further)}]" if further else does

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value; its range is said behind the text."""
        plain = super().make_metavar(ctx).removesuffix(" RANGE")
        return plain if plain.startswith("[") else placeholders(plain).in_(asked())


class Helped(click.Command):
    """A command whose help is in the language, and ends with an example that runs."""

    context_class = Context

    def __init__(
        self, *given: Any, short: Text, more: Text | None = None, example: str = "", **settings: Any
    ) -> None:
        """`short` is what it does in one line, `more` the paragraphs that follow."""
        self.short = short
        self.said = Text(*map("\n\n".join, zip(short, more, strict=True))) if more else short
        self.example = example
        super().__init__(*given, **{**settings, "help": self.said.en})

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - lines are wrapped
        """What it does, in one line."""
        return self.short.in_(asked())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, which says in the language what it does."""
        found = super().get_help_option(ctx)
        if found:
            found.help = SHOW_HELP.in_(asked())
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What it does."""
        self.help = self.said.in_(asked())
        super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The example, as the last line."""
        if self.example:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(f"\b\n{EXAMPLE.in_(asked())}:\n  {self.example}")


def option(*names: str, help: Text, **more: Any) -> Callable[[Any], Any]:  # noqa: A002
    """As `click.option`, with its help in three languages."""
    return click.option(*names, cls=Option, help=help, **more)


def option_group(*several: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options that commands take together, in the order in which help lists them."""
    return lambda function: reduce(lambda made, one: one(made), reversed(several), function)
