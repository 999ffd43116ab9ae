"""`graphtool query FILE.cypher SOURCE`: a question of one's own, to a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphtool.cli import asking
from graphtool.cli.common import Command
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from graphtool.language import Language

_TWICE = Text(
    "--param er oppgitt to ganger for {names}",
    "--param er oppgitt to gonger for {names}",
    "--param is given twice for {names}",
)
_NO_SERVER = Text(
    "med Cypher spør en en server; last dataene dit med graphtool load SOURCE neo4j://host:7687 og"
    " oppgi den, eller bruk en spørring med navn (graphtool queries)",
    "med Cypher spør ein ein tenar; last dataa dit med graphtool load SOURCE neo4j://host:7687 og"
    " oppgi han, eller bruk ei spørjing med namn (graphtool queries)",
    "Cypher is asked of a server; load it there with graphtool load SOURCE neo4j://host:7687 and"
    " name that, or ask a query by name (graphtool queries)",
)

SUFFIX = ".cypher"
"""What a file ends with that `graphtool query` takes instead of a query's name."""
HELP = """One statement of your own, in Cypher, asked of the plan graph on a server.

It may only ask: the server refuses it if it would write. Rows come in the order in which it returns
them; in JSON nodes, relationships and paths are objects, elsewhere what they are called. What it
names $name is given as --param name=VALUE, a value as JSON has it or else a text as it stands;
lines `:param name => value` in the file say what it is when it is not given.
"""


def command(path: str) -> click.Command:
    """The command of a file; whether it can be read is seen when it is called."""

    @click.option("--param", "said", multiple=True, metavar="NAME=VALUE", help="May be repeated.")
    @click.option("--database", metavar="NAME", help="Which of the server's databases.")
    def answer(
        *,
        source: str,
        form: str | None,
        output: str | None,
        lang: Language,
        said: tuple[str, ...],
        database: str | None,
    ) -> None:
        from graphtool import engine, own_cypher
        from graphtool.database import is_address
        from graphtool.errors import GraphtoolError

        form = asking.form_of(form, output)
        statement = own_cypher.read(path)
        if not is_address(source):
            raise GraphtoolError.at(source, Said(_NO_SERVER))
        given = [own_cypher.parameter(one) for one in said]
        if twice := {name for name, _ in given if [n for n, _ in given].count(name) > 1}:
            raise click.UsageError(Said(_TWICE, names=", ".join(sorted(twice))))
        asked = statement.asked(dict(given))
        with engine.server(source, database) as server:
            found = own_cypher.answer(
                server, statement, asked, structured=form in ("json", "ndjson")
            )
        asking.write(found, form, output, lang)

    made = click.command(
        path,
        cls=Command,
        help=HELP,
        epilog="\b\nExample:\n  graphtool query cypher/explore/whose_goals.cypher"
        " neo4j://localhost:7687",
    )(answer)
    return asking.options(made)
