"""In which language a command talks, and how its lines are made harmless."""

from __future__ import annotations

import os

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

    >>> inert("\x1b[2JKárášjohka")
    '\ufffd[2JKárášjohka'
    """
    return "".join(c if c.isprintable() or c == " " else "\ufffd" for c in text)
