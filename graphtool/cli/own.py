"""`graphtool query FILE.cypher SOURCE`: a question of one's own, to a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphtool.cli import asking
from graphtool.cli.helping import option
from graphtool.cli.options import database_option
from graphtool.cli.parameters import Command
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from graphtool.language import Language

_TWICE = Text(
    "--param er oppgitt to ganger for {names}",
    "--param er oppgitt to gonger for {names}",
    "--param is given twice for {names}",
)
_NO_SERVER = Text(
    "med Cypher spør en en server; last dataene dit med graphtool load KILDE neo4j://host:7687 og"
    " oppgi den, eller bruk et spørsmål med navn (graphtool queries)",
    "med Cypher spør ein ein tenar; last dataa dit med graphtool load KJELDE neo4j://host:7687 og"
    " oppgi han, eller bruk eit spørsmål med namn (graphtool queries)",
    "Cypher is asked of a server; load it there with graphtool load SOURCE neo4j://host:7687 and"
    " name that, or ask a query by name (graphtool queries)",
)

SUFFIX = ".cypher"
"""What a file ends with that `graphtool query` takes instead of a query's name."""
SHORT = Text(
    "Ett spørsmål av ditt eget, i Cypher, stilt til plangrafen på en server.",
    "Eitt spørsmål av ditt eige, i Cypher, stilt til plangrafen på ein tenar.",
    "One statement of your own, in Cypher, asked of the plan graph on a server.",
)
MORE = Text(
    "Det kan bare spørre: serveren avviser det hvis det ville skrive. Radene kommer i den"
    " rekkefølgen som den gir dem i; i JSON er noder, sammenhenger og veier objekter, ellers det de"
    " kalles. Det som det kaller $navn, oppgis som --param navn=VERDI, en verdi slik JSON har den"
    " eller ellers en tekst som den står; linjer `:param navn => verdi` i filen sier hva det er når"
    " det ikke oppgis.",
    "Det kan berre spørje: tenaren avviser det om det ville skrive. Radene kjem i den rekkjefølgja"
    " som han gir dei i; i JSON er nodar, samanhengar og vegar objekt, elles det dei blir kalla."
    " Det som det kallar $namn, blir oppgitt som --param namn=VERDI, ein verdi slik JSON har han"
    " eller elles ein tekst som han står; linjer `:param namn => verdi` i fila seier kva det er når"
    " det ikkje blir oppgitt.",
    "It may only ask: the server refuses it if it would write. Rows come in the order in which it"
    " returns them; in JSON nodes, relationships and paths are objects, elsewhere what they are"
    " called. What it names $name is given as --param name=VALUE, a value as JSON has it or else a"
    " text as it stands; lines `:param name => value` in the file say what it is when it is not"
    " given.",
)


def command(path: str) -> click.Command:
    """The command of a file; whether it can be read is seen when it is called."""

    @option(
        "--param",
        "said",
        multiple=True,
        metavar="NAME=VALUE",
        help=Text(
            "Hva et $navn i spørringen skal være; kan gjentas.",
            "Kva eit $namn i spørjinga skal vere; kan gjentakast.",
            "What a $name in it is to be; may be repeated.",
        ),
    )
    @database_option
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
        short=SHORT,
        more=MORE,
        example="graphtool query cypher/explore/whose_goals.cypher neo4j://localhost:7687",
    )(answer)
    return asking.options(made)
