"""`graphtool query NAME SOURCE`: a command a query, options derived from its signature."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from graphtool.cli import asking, helping
from graphtool.cli.commands import COMMANDS
from graphtool.cli.groups import Suggesting
from graphtool.cli.options import spoken_option
from graphtool.cli.parameters import Command, Words
from graphtool.cli.sources import read
from graphtool.language import Said, Text, listed, same, together

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphtool.engine import Answer
    from graphtool.language import Language
    from graphtool.queries import Query
    from graphtool.queries.signature import Parameter

EXAMPLE_SOURCE = "data/kristiansandsregionen"
EXAMPLE_NODES = ("Vennesla", "Kristiansand")
"""Whom an example asks about where a query is about certain nodes."""
NUMBERS = {int: click.IntRange(min=1), float: click.FloatRange(min=0, min_open=True)}


MORE = Text(
    "I stedet for navnet på et spørsmål, en fil FIL.cypher med et spørsmål av ditt eget, til en"
    " server.",
    "I staden for namnet på eit spørsmål, ei fil FIL.cypher med eit spørsmål av ditt eige, til ein"
    " tenar.",
    "Instead of a query's name, a file FILE.cypher with a question of your own, to a server.",
)
AS_MATRIX = Text(
    "En matrise i stedet, til å se på eller skrive ut: en rad og en kolonne for hver.",
    "Ei matrise i staden, til å sjå på eller skrive ut: ei rad og ein kolonne for kvar.",
    "A matrix instead, to look at or print: a row and a column each.",
)
_SEVERAL = Text(
    "{help}; kan gjentas  [standard: {shown}]",
    "{help}; kan gjentakast  [standard: {shown}]",
    "{help}; may be repeated  [default: {shown}]",
)
_ALL = Text("alle", "alle", "all")
_ABOUT = Text(
    "si hvem eller hva det gjelder, med {options}",
    "sei kven eller kva det gjeld, med {options}",
    "say who or what is meant, with {options}",
)


class Queries(Suggesting):
    """One command a query."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The queries' names, sorted."""
        from graphtool import queries

        return sorted(queries.QUERIES)

    def other_names(self) -> list[str]:
        """What the queries are called, in three languages."""
        from graphtool import queries

        return [word for word, name in queries.titles.words().items() if name in queries.QUERIES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a query, made from what the query says of itself, or of a file."""
        from graphtool import queries
        from graphtool.cli import own

        if cmd_name.endswith(own.SUFFIX):
            return own.command(cmd_name)

        found = queries.QUERIES.get(queries.titles.resolve(cmd_name))
        return _command(found) if found else None


@click.group(
    cls=Queries,
    name="query",
    short=COMMANDS["query"],
    more=MORE,
    example=f"graphtool query orphaned-goals {EXAMPLE_SOURCE}",
)
@spoken_option
def command() -> None:
    """The queries, each a command of its own."""


def _command(query: Query) -> click.Command:
    from graphtool.queries import further

    taken = [*further(query), *query.parameters]

    def answer(
        *,
        source: str,
        form: str | None,
        output: str | None,
        lang: Language,
        matrix: bool = False,
        **options: Any,
    ) -> None:
        form = asking.form_of(form, output)
        require_about(query, options)
        found = asked(query, source, **{p.name: _given(p, options[p.name]) for p in taken})
        found = found.as_matrix() if matrix else found
        asking.write(found, form, output, lang)

    made: Any = Command(
        query.name,
        callback=answer,
        short=query.answers,
        more=together([defined(query), _columns(query)], "\n\n").text,
        example=_example(query),
    )
    if query.matrix:
        made = helping.option("--matrix", is_flag=True, help=AS_MATRIX)(made)
    for parameter in reversed(taken):
        made = option(query, parameter)(made)
    return asking.options(made)


def _example(query: Query) -> str:
    """A question that can be asked as it stands."""
    about = zip(query.lacking({}), EXAMPLE_NODES, strict=False)
    words = [f"{_flag(parameter)} {node}" for parameter, node in about]
    return " ".join(["graphtool query", query.name, EXAMPLE_SOURCE, *words])


def require_about(query: Query, options: Mapping[str, Any]) -> None:
    """Refuses a query that is about certain nodes, and is told none: it would answer nothing."""
    if lacking := query.lacking(options):
        flags = [same(f"{_flag(parameter)} NODE") for parameter in lacking]
        raise click.UsageError(Said(_ABOUT, options=listed(flags)))


def asked(query: Query, source: str, **options: Any) -> Answer:
    """The answer of the data at a source, be that files or a server."""
    from graphtool import database, engine
    from graphtool.language import with_options

    with ExitStack() as stack:
        server = database.is_address(source)
        graph = stack.enter_context(engine.server(source)) if server else read(source)
        rows = engine.rows(query.name, graph, **options)
        return engine.noted(rows, graph, say=with_options)


def defined(query: Query) -> Text:
    """How it is defined, each paragraph on a line of its own, as click wraps them."""
    return Text(
        *(
            "\n\n".join(" ".join(part.split()) for part in words.split("\n\n"))
            for words in query.definition
        )
    )


def _columns(query: Query) -> Text:
    """What each column means, a line each."""
    lines = (together([f"\n  {field.name}: ", field.column.meaning]) for field in query.fields)
    return together(["\b\n", helping.COLUMNS, ":", *lines]).text


def option(query: Query, parameter: Parameter) -> Any:
    """The option of a command that a parameter of a query, or of its wider one, is."""
    flag = _flag(parameter)
    if parameter.type is bool:
        return helping.option(
            flag,
            parameter.name,
            is_flag=True,
            default=parameter.default,
            help=parameter.help.begun(),
        )
    called = _called(query, parameter)
    kind: Any = Words(parameter.choices, called) if parameter.choices else None
    if kind is None:
        kind = NUMBERS.get(parameter.type, str)
    if parameter.multiple:
        shown = same(", ".join(parameter.default)) if parameter.default else _ALL
        said = _SEVERAL.format(help=parameter.help, shown=shown)
        return helping.option(
            flag, parameter.name, type=kind, multiple=True, metavar="NAME", help=said.begun()
        )
    named = {"metavar": "DATE"} if parameter.name == "as_of" else {}
    return helping.option(
        flag,
        parameter.name,
        type=kind,
        default=parameter.default,
        help=parameter.help.begun(),
        show_default=parameter.default is not None,
        **named,
    )


def _called(query: Query, parameter: Parameter) -> dict[str, Text]:
    """What the values of an option are called in the answer of the query that has it."""
    from graphtool.queries import find

    return (query if parameter in query.parameters else find(query.wider)).called(parameter)


def _flag(parameter: Parameter) -> str:
    return f"--{parameter.name.strip('_').replace('_', '-')}"  # from_ is --from


def _given(parameter: Parameter, value: Any) -> Any:
    # An option that may be repeated and was not given is its default, not nothing.
    return parameter.default if parameter.multiple and not value else value
