"""`graphtool compare OLD [NEW]`: what came, went, moved, or has others who answer for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphtool import atomic
from graphtool.cli import asking
from graphtool.cli.counting import counted
from graphtool.cli.helping import option
from graphtool.cli.options import hide_persons_option, language_option
from graphtool.cli.parameters import Input, Output
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import read, talk
from graphtool.language import Said, Text, same, together

if TYPE_CHECKING:
    from graphtool.comparison import Compared
    from graphtool.graph import PlanGraph
    from graphtool.language import Language
    from graphtool.maps.settings import Settings

_TWO = Text(
    "oppgi et annet datasett, eller to dager (--from, --to)",
    "oppgi eit anna datasett, eller to dagar (--from, --to)",
    "name another dataset, or two days (--from, --to)",
)
_SWAP = Text(
    "--from {since} er etter --to {until}; bytt om de to",
    "--from {since} er etter --to {until}; byt om dei to",
    "--from {since} is after --to {until}; swap the two",
)
_DAY = "as 2015-04-16, 2015-04 or 2015; default: all time."
MORE = Text(
    "En rad for hver endring, og en setning for hvert slag. Fra GAMMEL til NY, et senere eller på"
    " annen måte ulikt datasett, eller i GAMMEL fra én dag til en annen.",
    "Ei rad for kvar endring, og ei setning for kvart slag. Frå GAMMAL til NY, eit seinare eller på"
    " annan måte ulikt datasett, eller i GAMMAL frå éin dag til ein annan.",
    "A row a change, and a sentence a kind of change. From OLD to NEW, a later or otherwise"
    " different dataset, or of OLD from one day to another.",
)


@make("graphtool compare data/kristiansandsregionen --from 2015 --to 2021", MORE, tells=True)
@click.argument("old", type=Input())
@click.argument("new", type=Input(), required=False)
@option(
    "--from",
    "since",
    metavar="DATE",
    help=Text(
        "Dagen for GAMMEL, som 2015-04-16, 2015-04 eller 2015; ellers all tid.",
        "Dagen for GAMMAL, som 2015-04-16, 2015-04 eller 2015; elles all tid.",
        f"The day of OLD, {_DAY}",
    ),
)
@option(
    "--to",
    "until",
    metavar="DATE",
    help=Text(
        "Dagen for NY, som 2015-04-16, 2015-04 eller 2015; ellers all tid.",
        "Dagen for NY, som 2015-04-16, 2015-04 eller 2015; elles all tid.",
        f"The day of NEW, {_DAY}",
    ),
)
@asking.format_option()
@option(
    "-o",
    "--output",
    type=Output(),
    help=Text(
        "Skriv til denne filen: rader (.xlsx .csv .json .ndjson .md), lysbilder med setninger,"
        " rader og kart (.pptx), kartet med alle endringer merket (.html), eller et bilde av det"
        " (.svg .png .pdf).",
        "Skriv til denne fila: rader (.xlsx .csv .json .ndjson .md), lysbilete med setningar,"
        " rader og kart (.pptx), kartet med alle endringar merkte (.html), eller eit bilete av det"
        " (.svg .png .pdf).",
        "Write to this file: rows (.xlsx .csv .json .ndjson .md), slides with sentences, rows and"
        " map (.pptx), the map on which all changes are marked (.html), or a picture of it (.svg"
        " .png .pdf).",
    ),
)
@asking.full_option
@hide_persons_option
@language_option
def command(
    *,
    old: str,
    new: str | None,
    since: str | None,
    until: str | None,
    form: str | None,
    output: str | None,
    hide_persons: bool,
    lang: Language,
) -> None:
    """Tells what changed, or draws it."""
    from graphtool.comparison import Since
    from graphtool.maps.redact import Redaction
    from graphtool.maps.settings import Settings

    suffix = atomic.suffix(output) if output else ""
    is_picture = form is None and suffix in _pictures()
    form = "" if is_picture else asking.form_of(form, output)
    _require_two(new, since, until)
    before = read(old)
    after = before if new is None else read(new)
    compared = Since(before, since)
    hidden = Redaction([before, after], lang) if hide_persons else None
    found = compared.until(after, until, hidden=hidden)
    if is_picture and output:
        name = same(since) if since and new is None else None
        settings = Settings(
            before=compared.beside(after),
            before_name=name,
            as_of=until,
            lang=lang,
            hide_persons=hide_persons,
            told=found.findings,
        )
        talk([one.text.in_(lang) for one in found.findings])
        talk([together([f"{output}: ", _drawn(after, found, output, settings)])])
    else:
        asking.write(found.answer, form, output, lang)


def _pictures() -> tuple[str, ...]:
    from graphtool import maps, pictures

    return (*maps.SUFFIXES, *pictures.SUFFIXES)


def _require_two(new: str | None, since: str | None, until: str | None) -> None:
    """Raises a usage error where there is nothing to compare with, or the days are the wrong way.

    Raises `GraphtoolError` for what is no day.
    """
    from graphtool import dates

    days = [dates.require_day(day) for day in (since, until) if day is not None]
    if new is None and not days:
        raise click.UsageError(Said(_TWO))
    if new is None and len(days) == 2 and dates.last_number(days[0]) > dates.last_number(days[1]):
        raise click.UsageError(Said(_SWAP, since=since, until=until))


def _drawn(after: PlanGraph, found: Compared, output: str, settings: Settings) -> Said:
    """Writes what changed as slides, as a map, or as a picture of one; says how much it is."""
    from pathlib import Path

    from graphtool import maps, pictures, slides

    path = Path(output)
    if atomic.suffix(path) in slides.SUFFIXES:
        made = slides.write_changes(after, path, found, settings)
        return counted(len(made.titles), "slide")
    if atomic.suffix(path) in maps.SUFFIXES:
        return maps.write(after, path, settings).said
    return pictures.write(after, path, settings).summary.said
