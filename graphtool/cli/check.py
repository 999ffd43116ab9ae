"""`graphtool check SOURCE`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from graphtool.cli.common import Input, examine, inert, source_argument, talk
from graphtool.cli.common import command as make
from graphtool.errors import Problem, listing

if TYPE_CHECKING:
    from graphtool.recognition import Understanding


@make("graphtool check data/kongsbergregionen")
@source_argument
@click.option(
    "--documents",
    "directories",
    type=Input(),
    multiple=True,
    metavar="DIR",
    help="Also compare every quote with its line of its document in this folder; may be repeated.",
)
@click.option(
    "--columns",
    multiple=True,
    metavar="HEADING=MEANING",
    help="What a column of your own sheets holds, as «Eining=responsible» or «Kode=not read»; may"
    " be repeated. Kept in mapping.toml beside the source.",
)
@click.option(
    "--header-row",
    "header_rows",
    multiple=True,
    metavar="SHEET=ROW",
    help="Which row of a sheet holds the headings; may be repeated. Kept as --columns is.",
)
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    metavar="SHEET",
    help="Read only these of your own sheets; may be repeated. Kept as --columns is.",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    source: str,
    directories: tuple[str, ...],
    columns: tuple[str, ...],
    header_rows: tuple[str, ...],
    sheets: tuple[str, ...],
    form: str,
) -> None:
    """Every problem at once, with file and row; quotes against their documents.

    Of tables that are none of a dataset's own, what they were taken for comes first: the row of
    the headings, what each column holds, and what came of the rows.

    Exit code 0 where there is nothing to say, 1 where there are errors or warnings, 2 where the
    source cannot be read at all. A document that is not in the folders is named, its quotes are
    not judged.
    """
    from graphtool import quotes

    if columns or header_rows or sheets:
        _keep(source, _pairs(columns), _pairs(header_rows), sheets)
    reading, problems, intake = examine(source)
    talked = []
    if directories and reading:
        found = quotes.check(reading.cited, reading.graph.documents, directories)
        problems = [*problems, *found.problems]
        talked.append(f"{found.quotes} quotes compared with their documents")
        talked += [
            f"{document} is not in {', '.join(directories)}: {count} quotes not compared"
            for document, count in found.elsewhere.items()
        ]
    elif directories:
        talked.append("quotes are compared once the problems above are mended")
    _report(problems, [table for one in intake for table in one.understood], form)
    talk(talked)
    ctx.exit(1 if problems else 0)


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    """`HEADING=MEANING` as what is meant by each; raises `UsageError` for what has no `=`."""
    for one in given:
        if "=" not in one:
            raise click.UsageError(f"{one!r} is to be two words with = between them")
    return {
        name.strip(): meant.strip() for name, _, meant in (one.rpartition("=") for one in given)
    }


def _keep(
    source: str, columns: dict[str, str], header_rows: dict[str, str], sheets: tuple[str, ...]
) -> None:
    """Writes down what is said of the source's sheets, with what was said before."""
    from graphtool import formats

    rows = {sheet: int(row) if row.isdecimal() else row for sheet, row in header_rows.items()}
    place = formats.settle(
        source, {"columns": columns, "header_rows": rows, "sheets": list(sheets)}
    )
    talk([f"kept in {place}"])


def _report(problems: list[Problem], understood: list[Understanding], form: str) -> None:
    if form == "json":
        found: dict[str, list[dict[str, object]]] = {"problems": [p._asdict() for p in problems]}
        if understood:
            found["understood"] = [table._asdict() for table in understood]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for table in understood:
        for line in table.lines():
            click.echo(inert(line))
    for severity in ("error", "warning"):
        for line in listing([p for p in problems if p.severity == severity]):
            click.echo(f"{severity}: {line}")
    errors = sum(problem.severity == "error" for problem in problems)
    click.echo(f"{_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
