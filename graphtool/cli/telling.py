"""The problems of a source: told, compared with documents, and listed in a workbook."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphtool.cli.counting import counted
from graphtool.cli.sources import WORDS
from graphtool.cli.speaking import inert
from graphtool.errors import Problem, listing
from graphtool.language import Language, Said, Text, together

if TYPE_CHECKING:
    from graphtool.formats import Reading
    from graphtool.recognition import Understanding

_ACCEPTED_LATER = Text(
    "navn godtas når problemene over er rettet",
    "namn blir godtekne når problema over er retta",
    "names are accepted once the problems above are mended",
)
_COMPARED = Text(
    "{quotes} sammenlignet med dokumentene sine",
    "{quotes} samanlikna med dokumenta sine",
    "{quotes} compared with their documents",
)
_NOT_COMPARED = Text(
    "{document} ligger ikke i {places}: {quotes} ikke sammenlignet",
    "{document} ligg ikkje i {places}: {quotes} ikkje samanlikna",
    "{document} is not in {places}: {quotes} not compared",
)
_COMPARED_LATER = Text(
    "sitater sammenlignes når problemene over er rettet",
    "sitat blir samanlikna når problema over er retta",
    "quotes are compared once the problems above are mended",
)
_LISTED = Text(
    "{output}: {problems}, hvert med lenke til cellen sin",
    "{output}: {problems}, kvart med lenkje til cella si",
    "{output}: {problems}, each linked to its cell",
)


def compared(
    reading: Reading | None, directories: tuple[str, ...], accept: bool
) -> tuple[list[Said], list[Problem]]:
    """What there is to say of names and quotes, and the quotes that their documents do not hold."""
    from graphtool import quotes

    talked: list[Said] = []
    if accept and reading is None:
        talked.append(Said(_ACCEPTED_LATER))
    if directories and reading is None:
        talked.append(Said(_COMPARED_LATER))
    if not directories or reading is None:
        return talked, []
    found = quotes.check(reading.cited, reading.graph.documents, directories)
    talked.append(Said(_COMPARED, quotes=counted(found.quotes, "quote")))
    places = ", ".join(directories)
    talked += [
        Said(_NOT_COMPARED, document=document, places=places, quotes=counted(count, "quote"))
        for document, count in found.elsewhere.items()
    ]
    return talked, list(found.problems)


def listed(
    output: str,
    source: str,
    problems: list[Problem],
    understood: list[Understanding],
    lang: Language,
) -> Said:
    """Writes the problems as a workbook; what to say of it."""
    from graphtool import atomic, database, worklist

    place = None if database.is_address(source) else Path(source)
    with atomic.beside(Path(output)) as (draft, end):
        worklist.write(draft, place, problems, understood, language=lang)
        os.replace(draft, end)
    return Said(_LISTED, output=output, problems=counted(len(problems), "problem"))


def report(
    problems: list[Problem], understood: list[Understanding], form: str, lang: Language
) -> None:
    """Prints how the sheets were taken and every problem, errors first, in words or as JSON."""
    if form == "json":
        found: dict[str, list[dict[str, object]]] = {
            "problems": [problem.record(lang) for problem in problems]
        }
        if understood:
            found["understood"] = [table.record(lang) for table in understood]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for table in understood:
        for line in table.lines():
            click.echo(inert(line.in_(lang)))
    for severity in ("error", "warning"):
        for line in listing([p for p in problems if p.severity == severity]):
            click.echo(f"{WORDS[severity].in_(lang)}: {line.in_(lang)}")
    errors = sum(problem.severity == "error" for problem in problems)
    counts = [counted(errors, "error"), counted(len(problems) - errors, "warning")]
    click.echo(together(counts, ", ").in_(lang))
