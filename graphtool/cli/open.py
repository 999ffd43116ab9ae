"""`graphtool open SOURCE`."""

from __future__ import annotations

from pathlib import Path
from time import sleep
from typing import Any

import click

from graphtool.cli.helping import option
from graphtool.cli.options import (
    as_of_option,
    hide_persons_option,
    language_option,
    source_argument,
)
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import talk
from graphtool.language import Said, Text

_NO_WATCH = Text(
    "en database følges ikke med på; graphtool report leser den",
    "ein database blir ikkje følgd med på; graphtool report les han",
    "a database is not watched; graphtool report reads it",
)
_HOW = Text(
    "Lagre kilden, så følger siden med. Ctrl-C avslutter.",
    "Lagre kjelda, så følgjer sida med. Ctrl-C avsluttar.",
    "Save the source, and the page follows. Ctrl-C ends it.",
)


MORE = Text(
    "Ved siden av står det som graphtool check finner, hvert problem med cellen som det er i. "
    "En annen arbeidsbok kan slippes på siden. Ingenting forlater denne maskinen: serveren "
    "lytter bare på maskinens egen adresse, og svarer bare på den adressen som den oppgir, som "
    "ingen kan gjette.",
    "Ved sida av står det som graphtool check finn, kvart problem med cella som det er i. Ei "
    "anna arbeidsbok kan sleppast på sida. Ingenting forlèt denne maskina: tenaren lyttar berre "
    "på maskina si eiga adresse, og svarer berre på den adressa som han oppgir, som ingen kan "
    "gjette.",
    "Beside it stands what graphtool check finds, each problem with the cell that it is in. "
    "Another workbook may be dropped on the page. Nothing leaves this machine: the server "
    "listens on the loopback address alone, and answers only to the address that it gives, "
    "which nobody can guess.",
)


@make("graphtool open plan.xlsx", MORE)
@source_argument
@option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="NUMBER",
    help=Text(
        "Lytt på denne porten på denne maskinen; ellers på en som er ledig.",
        "Lytt på denne porten på denne maskina; elles på ein som er ledig.",
        "Listen on this port of this machine; without it, on one that is free.",
    ),
)
@option(
    "--no-browser",
    is_flag=True,
    help=Text("Si bare adressen.", "Sei berre adressa.", "Only say the address."),
)
@hide_persons_option
@as_of_option
@language_option
def command(*, source: str, port: int, no_browser: bool, **wishes: Any) -> None:
    """Serves the report until it is interrupted."""
    from graphtool import database, dates, formats, live, maps
    from graphtool.errors import GraphtoolError

    if database.is_address(source):
        raise GraphtoolError.at(source, Said(_NO_WATCH))
    formats.require_there(Path(source))
    if wishes["as_of"]:
        dates.require_day(wishes["as_of"])
    with live.serving(Path(source), maps.Settings(**wishes), port) as address:
        talk([address, Said(_HOW)])
        if not no_browser:
            click.launch(address)
        while True:  # no wait on a lock: on Windows Ctrl-C would not end it
            sleep(3600)
