"""`graphtool check SOURCE`."""

from __future__ import annotations

import json

import click

from graphtool.cli.common import Input, examine, source_argument, talk
from graphtool.cli.common import command as make
from graphtool.errors import Problem, listing


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
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def command(ctx: click.Context, *, source: str, directories: tuple[str, ...], form: str) -> None:
    """Every problem at once, with file and row; quotes against their documents.

    Exit code 0 where there is nothing to say, 1 where there are errors or warnings, 2 where the
    source cannot be read at all. A document that is not in the folders is named, its quotes are
    not judged.
    """
    from graphtool import quotes

    reading, problems, _ = examine(source)
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
    _report(problems, form)
    talk(talked)
    ctx.exit(1 if problems else 0)


def _report(problems: list[Problem], form: str) -> None:
    if form == "json":
        rows = [problem._asdict() for problem in problems]
        click.echo(json.dumps({"problems": rows}, ensure_ascii=False, indent=2))
        return
    for severity in ("error", "warning"):
        for line in listing([p for p in problems if p.severity == severity]):
            click.echo(f"{severity}: {line}")
    errors = sum(problem.severity == "error" for problem in problems)
    click.echo(f"{_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
