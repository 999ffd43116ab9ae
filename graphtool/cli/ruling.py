"""`graphtool check --rules FILE`: what the options do."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphtool.cli.counting import counted
from graphtool.cli.helping import option, option_group
from graphtool.cli.parameters import Input, Output
from graphtool.cli.sources import talk
from graphtool.cli.speaking import inert
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.language import Language

_WRITTEN = Text("{path}: {n} kjente", "{path}: {n} kjende", "{path}: {n} known")
_UNTOLD = Text("{n} kjente er ikke med", "{n} kjende er ikkje med", "{n} known and not told")
_TOTAL = Text(
    "mot reglene: {errors}, {warnings}",
    "mot reglane: {errors}, {warnings}",
    "against the rules: {errors}, {warnings}",
)


rule_options = option_group(
    option(
        "--rules",
        "rules",
        type=Input(),
        multiple=True,
        metavar="FILE",
        help=Text(
            "Vurder også planen etter reglene i denne filen, eller etter «regional», som følger"
            " med; kan gjentas.",
            "Vurder også planen etter reglane i denne fila, eller etter «regional», som følgjer"
            " med; kan gjentakast.",
            "Also judge the plan by the rules of this file, or by «regional», which is in the"
            " package; may be repeated.",
        ),
    ),
    option(
        "--baseline",
        type=Input(),
        metavar="FILE",
        help=Text(
            "Utelat det som bryter en regel og står i denne filen.",
            "Utelat det som bryt ein regel og står i denne fila.",
            "Leave out what breaks a rule and stands in this file.",
        ),
    ),
    option(
        "--write-baseline",
        type=Output((".json",)),
        metavar="FILE",
        help=Text(
            "Skriv det som bryter en regel nå, til denne filen (.json), og meld ikke noe av det.",
            "Skriv det som bryt ein regel no, til denne fila (.json), og meld ikkje noko av det.",
            "Write what breaks a rule now to this file (.json), and tell nothing of it.",
        ),
    ),
)
"""Which rules to judge a plan by, and what is known to break them."""


def check(
    graph: PlanGraph,
    sources: Sequence[str],
    *,
    form: str,
    lang: Language,
    as_of: str | None,
    known: str | None,
    to_write: str | None,
) -> bool:
    """Judges the graph by these files of rules, and tells; whether there is anything to tell."""
    from graphtool import rules
    from graphtool.rules import baseline, telling

    read = [rule for source in sources for rule in rules.read(source)]
    today = datetime.date.today().isoformat()
    found = rules.judge(graph, read, as_of=as_of, today=today)
    if to_write:
        baseline.write(Path(to_write), found)
        talk([Said(_WRITTEN, path=to_write, n=len(found))])
        return False
    left = baseline.new(found, baseline.read(Path(known))) if known else found
    files = dict(zip(graph.documents["id"], graph.documents["file"], strict=True))
    told = telling.FORMATS[form](left, read, files, lang)
    for line in told.splitlines():
        click.echo(inert(line))
    if form == "table":
        errors = sum(one.rule.severity == "error" for one in left)
        counts = [counted(errors, "error"), counted(len(left) - errors, "warning")]
        click.echo(Said(_TOTAL, errors=counts[0], warnings=counts[1]).in_(lang))
    if len(left) < len(found):
        talk([Said(_UNTOLD, n=len(found) - len(left))])
    return bool(left)
