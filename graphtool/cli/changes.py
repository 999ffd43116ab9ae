"""`graphtool changes NAME SOURCE [OTHER]`: what of a query's answer changed."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphtool.cli import asking, helping, query
from graphtool.cli.commands import COMMANDS
from graphtool.cli.options import spoken_option
from graphtool.cli.parameters import Command, Input
from graphtool.cli.sources import read
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from graphtool.engine import Server
    from graphtool.graph import PlanGraph
    from graphtool.language import Language
    from graphtool.queries import Query

_TWO_DAYS = Text(
    "oppgi to dager (--from, --to) eller et annet datasett",
    "oppgi to dagar (--from, --to) eller eit anna datasett",
    "name two days (--from, --to) or another dataset",
)

MORE = Text(
    "Rader som er kommet til, falt bort og endret: i KILDE fra én dag til en annen, eller fra KILDE"
    " til ANNEN, et senere eller på annen måte ulikt datasett, da med eller uten dager.",
    "Rader som er komne til, falle bort og endra: i KJELDE frå éin dag til ein annan, eller frå"
    " KJELDE til ANNAN, eit seinare eller på annan måte ulikt datasett, då med eller utan dagar.",
    "Rows added, gone and changed: of SOURCE from one day to another, or from SOURCE to OTHER, a"
    " later or otherwise different dataset, then with or without days.",
)
_OF_ONE = Text(
    "Her står det i svaret som er endret: rader som er kommet til, falt bort eller blitt andre.",
    "Her står det i svaret som er endra: rader som er komne til, falle bort eller blitt andre.",
    "Shown is what of the answer changed: rows added, gone and changed.",
)
_FROM = Text(
    "Den tidligste dagen, som 2015-04-16, 2015-04 eller 2015; ellers all tid.",
    "Den tidlegaste dagen, som 2015-04-16, 2015-04 eller 2015; elles all tid.",
    "The earlier day, as 2015-04-16, 2015-04 or 2015; default: all time.",
)
_TO = Text(
    "Den seneste dagen; ellers all tid.",
    "Den seinaste dagen; elles all tid.",
    "The later day; default: all time.",
)

ASKED_OTHERWISE = ("as_of", "from_", "to")
"""Options of queries that are not those of `changes`: its days stand in their place."""


class Changes(query.Queries):
    """One command a query whose answers can be compared."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The queries' names, sorted, but for what has no answer unless two nodes are named."""
        from graphtool import queries

        return sorted(name for name, one in queries.QUERIES.items() if not _of_two_nodes(one))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a query."""
        from graphtool import queries

        name = queries.titles.resolve(cmd_name)
        return _command(queries.QUERIES[name]) if name in self.list_commands(ctx) else None


def _of_two_nodes(one: Query) -> bool:
    return not {*ASKED_OTHERWISE}.isdisjoint(one.needs)


@click.group(
    cls=Changes,
    name="changes",
    short=COMMANDS["changes"],
    more=MORE,
    example=f"graphtool changes owners {query.EXAMPLE_SOURCE} --from 2015 --to 2021",
)
@spoken_option
def command() -> None:
    """The queries whose answers can be compared, each a command of its own."""


def _command(one: Query) -> click.Command:
    def answer(
        *,
        source: str,
        other: str | None,
        since: str | None,
        until: str | None,
        form: str | None,
        output: str | None,
        lang: Language,
        **options: Any,
    ) -> None:
        from graphtool import changes

        form = asking.form_of(form, output)
        if other is None and since is None and until is None:
            raise click.UsageError(Said(_TWO_DAYS))
        query.require_about(one, options)
        given = {name: value for name, value in options.items() if value != ()}
        with ExitStack() as stack:
            before = _opened(stack, source)
            after = before if other is None else _opened(stack, other)
            called = _told_apart(source, other) if before.name == after.name and other else None
            found = changes.changes(
                one.name, before, after, from_=since, to=until, called=called, **given
            )
            asking.write(found, form, output, lang)

    made: Any = click.command(
        one.name,
        cls=Command,
        short=one.answers,
        more=_OF_ONE,
        example=f"graphtool changes {one.name} {query.EXAMPLE_SOURCE} --from 2015 --to 2021",
    )(answer)
    for flag, name, said in (("--from", "since", _FROM), ("--to", "until", _TO)):
        made = helping.option(flag, name, metavar="DATE", help=said)(made)
    for parameter in reversed(one.parameters):
        if parameter.name not in ASKED_OTHERWISE:
            made = query.option(one, parameter)(made)
    made = asking.options(made)
    return click.argument("other", type=Input(), required=False)(made)


def _told_apart(source: str, other: str) -> tuple[str, str] | None:
    """The ends of two paths, as long as it takes for them to differ; None where they never do.

    >>> _told_apart("2023/kommune/plan", "2024/kommune/plan")
    ('2023/kommune/plan', '2024/kommune/plan')
    """
    from graphtool import database

    if database.is_address(source) or database.is_address(other):
        return None
    one, two = Path(source).absolute().parts, Path(other).absolute().parts
    for length in range(1, 1 + min(len(one), len(two))):
        ends = "/".join(one[-length:]), "/".join(two[-length:])
        if ends[0] != ends[1]:
            return ends
    return None


def _opened(stack: ExitStack, source: str) -> PlanGraph | Server:
    """The data at a source, open until the answer is written."""
    from graphtool import database, engine

    if database.is_address(source):
        return stack.enter_context(engine.server(source))
    return read(source)
