"""The options and the argument that commands share."""

from __future__ import annotations

from functools import partial

import click

from graphtool.cli.helping import option
from graphtool.cli.parameters import Input, Output
from graphtool.cli.speaking import LANGUAGE, language
from graphtool.language import LANGUAGES, Text

source_argument = click.argument("source", type=Input())


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
municipality_option = option(
    "--municipality",
    "municipalities",
    metavar="NAME",
    multiple=True,
    help=Text(
        "Bare det som angår denne kommunen eller regionen; gjenta for flere.",
        "Berre det som gjeld denne kommunen eller regionen; gjenta for fleire.",
        "Only what concerns this municipality or region; again for several.",
    ),
)
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
