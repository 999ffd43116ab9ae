"""In which language a command talks, and how its lines are made harmless."""

from __future__ import annotations

import os
import unicodedata

import click

from graphtool.language import LANGUAGES, Language, preferred

LANGUAGE = "graphtool.language"
"""Under which the language is kept where a command does not take it."""


def spoken() -> Language:
    """The language in which the command that runs talks."""
    ctx = click.get_current_context()
    asked: str = ctx.params.get("lang") or language()
    return asked if asked in LANGUAGES else preferred()


def language() -> str:
    """What stands before the command, else in the environment, else what the system speaks."""
    ctx = click.get_current_context()
    before: str | None = ctx.meta.get(LANGUAGE) or ctx.find_root().params.get("lang")
    return before or os.environ.get("GRAPHTOOL_LANG") or preferred()


def inert(text: str) -> str:
    r"""A line in which control characters of the data do not steer the terminal.

    Spaces at which no line ends, and those of other widths, are spaces there.

    >>> inert("\x1b[2JKárášjohka"), inert("7\xa0mål")
    ('\ufffd[2JKárášjohka', '7 mål')
    """
    return "".join(c if c.isprintable() else _instead(c) for c in text)


def _instead(letter: str) -> str:
    return " " if unicodedata.category(letter) == "Zs" else "\ufffd"
