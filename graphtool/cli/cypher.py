"""`graphtool cypher NAME`, and what Neo4j Browser is given beside: questions, captions, colours."""

from __future__ import annotations

import json
from pathlib import Path

import click

from graphtool.cli.counting import counted
from graphtool.cli.helping import option
from graphtool.cli.options import spoken_option
from graphtool.cli.parameters import Output
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import talk
from graphtool.errors import GraphtoolError, UnknownName
from graphtool.language import Said, Text, together

_ONE_OF = Text(
    "ventet navnet på et spørsmål (graphtool queries), --explore eller --style",
    "venta namnet på eit spørsmål (graphtool queries), --explore eller --style",
    "expected the name of a query (graphtool queries), --explore or --style",
)
_NO_CYPHER = Text(
    "{query} har ingen Cypher: svaret regnes ut her, av det som serveren har av {held}",
    "{query} har ingen Cypher: svaret blir rekna ut her, av det som tenaren har av {held}",
    "{query} has no Cypher: it is computed here, from what the server holds of {held}",
)

TIME = ("as_of", "successors")
"""Options that Cypher is given as numbers instead."""
SUFFIXES = (".cypher", ".grass")
FIRST = Text(
    "I Neo4j Browser, kjør linjene :param først og så setningen alene: av flere på én gang viser"
    " den ingen rader",
    "I Neo4j Browser, køyr linjene :param først og så setninga åleine: av fleire på éin gong viser"
    " han inga rad",
    "In Neo4j Browser, run the lines :param first and then the statement alone: of several at once"
    " it shows no rows",
)


MORE = Text(
    "Valgene står først, som parametere med verdiene de har til vanlig: kjør disse linjene, så"
    " setningen. Dag 0 er all tid, med 'ever' som `since` og `until`; for en dag som tall"
    " (20181231) er `since` 'since', og `until` er 'until' der etterfølgere fører videre det som"
    " var, 'kept' der det beholdes. `constraints` skriver ut det som databasen må ha før en"
    " innlasting, `indexes` det som en innlasting lager etterpå. Med --explore, spørsmål å lime inn"
    " ett for ett, eller å kjøre med `graphtool query FIL.cypher`; ett av dem skrives ut med navnet"
    " sitt. Med --style, et stilark til å slippe på vinduet til Browser som fil (-o plan.grass).",
    "Vala står først, som parametrar med verdiane dei har til vanleg: køyr desse linjene, så "
    "setninga. Dag 0 er all tid, med 'ever' som `since` og `until`; for ein dag som tal "
    "(20181231) er `since` 'since', og `until` er 'until' der etterfølgjarar fører vidare det "
    "som var, 'kept' der det blir halde på. `constraints` skriv ut det som databasen må ha før "
    "ei innlasting, `indexes` det som ei innlasting lagar etterpå. Med --explore, spørsmål å "
    "lime inn eitt for eitt, eller å køyre med `graphtool query FIL.cypher`; eitt av dei blir "
    "skrive ut med namnet sitt. Med --style, eit stilark til å sleppe på vindauget til Browser "
    "som fil (-o plan.grass).",
    "Its options stand first, as parameters with their defaults: run these lines, then the "
    "statement. Day 0 is all of time, with 'ever' as `since` and `until`; for a day as a number "
    "(20181231) `since` is 'since', and `until` is 'until' where successors carry on what was, "
    "'kept' where it is kept. `constraints` prints what the database must hold before a load, "
    "`indexes` what a load makes after it. With --explore, questions to paste one by one, or to "
    "run with `graphtool query FILE.cypher`; one of them is printed by its name. With --style, "
    "a sheet to be dropped onto Browser's window as a file (-o plan.grass).",
)


@make("graphtool cypher orphaned-goals", MORE)
@click.argument("name", required=False)
@option(
    "--explore",
    is_flag=True,
    help=Text(
        "Ti spørsmål for den som ser seg om der.",
        "Ti spørsmål for den som ser seg om der.",
        "Ten questions for those who look around there.",
    ),
)
@option(
    "--style",
    is_flag=True,
    help=Text(
        "Et stilark: kartets farger, og navn som tekst på nodene.",
        "Eit stilark: fargane på kartet, og namn som tekst på nodane.",
        "A style sheet: the map's colours, names as captions.",
    ),
)
@option(
    "-o",
    "--output",
    type=Output(SUFFIXES),
    help=Text("Skriv til denne filen.", "Skriv til denne fila.", "Write to this file."),
)
@spoken_option
def command(*, name: str | None, explore: bool, style: bool, output: str | None) -> None:
    """Prints the Cypher of a query, or what is given to Neo4j Browser beside."""
    from graphtool import atomic

    if (name is not None) + explore + style != 1:
        raise click.UsageError(Said(_ONE_OF))
    if output:
        atomic.require_suffix(output, [".grass" if style else ".cypher"])
    text = _explored() if explore else _style() if style else _text(name or "")
    if output:
        atomic.write(Path(output), text)
        talk([together([f"{output}: ", counted(len(text.splitlines()), "line")])])
    else:
        click.echo(text, nl=False)
        if ":param" in text:
            talk([Said(FIRST)])


def _explored() -> str:
    from graphtool.database import statements

    return "\n".join(f"{text.rstrip().rstrip(';')};\n" for text in statements.explored().values())


def _style() -> str:
    from graphtool.database import model
    from graphtool.maps import grass

    fact, document = model.SHORT[model.FACT], model.SHORT[model.DOCUMENT]
    captions = {document: "{title}", fact: "{property} {value}", model.GRAPH: "{name}"}
    return grass.sheet(captions, dict.fromkeys(model.DERIVED, "structure"))


def _text(name: str) -> str:
    """The Cypher of that name, with what it is asked with."""
    from graphtool import engine, queries
    from graphtool.database import statements

    explored = statements.explored()
    if found := explored.get(name.replace("-", "_")):
        return found
    if name in statements.RULES:
        return statements.text(name) or ""
    try:
        query = queries.find(name)
    except UnknownName:
        ours = (word.replace("_", "-") for word in explored)
        raise UnknownName("query", name, [*queries.QUERIES, *ours, *statements.RULES]) from None
    text = statements.text(query.function.__name__)
    if text is None:
        raise GraphtoolError(Said(_NO_CYPHER, query=query.name, held=", ".join(query.relations())))
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    options = {name: value for name, value in defaults.items() if name not in TIME}
    lines = [
        f":param {option} => {json.dumps(value)};\n"
        for option, value in (options | engine.in_time(**defaults)).items()
    ]
    return "".join([*lines, text])
