"""`graphtool describe SOURCE`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from graphtool import schema
from graphtool.cli.helping import option
from graphtool.cli.options import as_of_option, language_option, source_argument
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import examine, talk
from graphtool.cli.speaking import inert
from graphtool.language import Language, Text

if TYPE_CHECKING:
    from graphtool.description import Description
    from graphtool.formats import Intake

FILE = Text("fil", "fil", "file")
READ = Text("lest", "lesne", "read")
MERGED = Text("slått sammen", "slått saman", "merged")
REFUSED = Text("avvist", "avviste", "refused")
UNREAD = Text("ikke lest", "ikkje lesne", "not read")
KIND = Text("type", "type", "kind")
COUNT = Text("antall", "tal", "count")
RELATION = Text("sammenheng", "samanheng", "relation")
ASSERTIONS = Text("påstander", "påstandar", "assertions")
DETAILS = Text("hvorav", "av dei", "of which")


MORE = Text(
    "Og hva som ble av hver rad: lest, slått sammen med en annen som sier det samme, avvist, "
    "eller ikke lest i det hele tatt.",
    "Og kva som blei av kvar rad: lesen, slått saman med ei anna som seier det same, avvist, "
    "eller ikkje lesen i det heile.",
    "And what became of every row: read, merged into another that says the same, refused, or "
    "not read at all.",
)


@make("graphtool describe data/kongsbergregionen", MORE)
@source_argument
@option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help=Text("Hvordan det skrives.", "Korleis det blir skrive.", "How it is written."),
)
@as_of_option
@language_option
@click.pass_context
def command(
    ctx: click.Context, *, source: str, form: str, as_of: str | None, lang: Language
) -> None:
    """Tells what was read, and what became of every row."""
    from graphtool.description import describe
    from graphtool.errors import listing

    reading, problems, intake = examine(source)
    found = describe(reading.graph.as_of(as_of)) if reading else None
    if form == "json":
        rows = [count._asdict() for count in intake]
        click.echo(
            json.dumps(
                {**({} if found is None else found), "files": rows}, ensure_ascii=False, indent=2
            )
        )
    else:
        _show(found, intake, lang)
    for severity in ("warning", "error"):
        talk(listing([p for p in problems if p.severity == severity]), severity)
    ctx.exit(0 if reading else 2)


def _show(found: Description | None, intake: list[Intake], lang: Language) -> None:
    from graphtool import description
    from graphtool.cli import table

    headings = [text.in_(lang) for text in (FILE, READ, MERGED, REFUSED, UNREAD)]
    if intake:
        width = len(headings) if any(one.unread for one in intake) else len(headings) - 1
        rows = [tuple(map(str, row))[:width] for row in intake]
        table.show(headings[:width], rows, range(1, width))
        click.echo()
    if found is None:
        return
    table.show(
        [text.in_(lang) for text in (KIND, COUNT, DETAILS)],
        [
            (
                schema.KINDS[kind].plural.in_(lang),
                str(row["nodes"]),
                _parts(kind, row["subkinds"], lang),
            )
            for kind, row in found["kinds"].items()
        ],
        [1],
    )
    click.echo()
    table.show(
        [text.in_(lang) for text in (RELATION, COUNT, ASSERTIONS, DETAILS)],
        [
            (
                schema.RELATIONS[name].label.in_(lang),
                str(row["edges"]),
                str(row["assertions"]),
                _said(row["modalities"], lang),
            )
            for name, row in found["relations"].items()
        ],
        [1, 2],
    )
    click.echo()
    for sentence in description.sentences(found):
        click.echo(inert(sentence.in_(lang)))


def _said(modalities: dict[str, int], lang: Language) -> str:
    return ", ".join(f"{schema.MODALITIES[m].in_(lang)} {n}" for m, n in modalities.items())


def _parts(kind: str, subkinds: dict[str, int], lang: Language) -> str:
    """How many there are of each subkind; not of what is called as its kind is."""
    called = {name: schema.subkind_label(kind, name) for name in subkinds}
    return ", ".join(
        f"{called[name].in_(lang)} {n}"
        for name, n in subkinds.items()
        if called[name] != schema.KINDS[kind].label
    )
