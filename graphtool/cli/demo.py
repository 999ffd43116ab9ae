"""`graphtool demo [FOLDER]`."""

from __future__ import annotations

from pathlib import Path

import click

from graphtool.cli.options import language_option
from graphtool.cli.parameters import Output
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import talk
from graphtool.language import Language, Text

_NEXT = Text(
    """\
{folder} har nå to regioner og en handlingsplan. Prøv:
  graphtool report {region} -o møte   alt til møtet i én mappe: funn, tabeller, kart, lysbilder
  graphtool query orphaned-goals {region}   mål som ingen svarer for
  graphtool check {plan}   hva som ble forstått av en plan som ikke følger noen mal
  graphtool compare {other} --from 2015 --to 2021   hva kommunereformen endret
  graphtool open {plan}   rapporten i nettleseren, oppdatert hver gang du lagrer""",
    """\
{folder} har no to regionar og ein handlingsplan. Prøv:
  graphtool report {region} -o møte   alt til møtet i éi mappe: funn, tabellar, kart, lysbilete
  graphtool query orphaned-goals {region}   mål som ingen svarer for
  graphtool check {plan}   kva som blei forstått av ein plan som ikkje følgjer nokon mal
  graphtool compare {other} --from 2015 --to 2021   kva kommunereforma endra
  graphtool open {plan}   rapporten i nettlesaren, oppdatert kvar gong du lagrar""",
    """\
{folder} now holds two regions and an action plan. Try:
  graphtool report {region} -o meeting   all for the meeting in one folder
  graphtool query orphaned-goals {region}   goals that nobody answers for
  graphtool check {plan}   what was understood of a plan that follows no template
  graphtool compare {other} --from 2015 --to 2021   what the mergers of municipalities changed
  graphtool open {plan}   the report in the browser, kept up to date as you save""",
)


MORE = Text(
    "Uten MAPPE i graphtool-demo. Så sier den hva du kan prøve. Ingenting som finnes, skrives "
    "over.",
    "Utan MAPPE i graphtool-demo. Så seier han kva du kan prøve. Ingenting som finst, blir "
    "skrive over.",
    "Without FOLDER into graphtool-demo. Then it says what to try. Nothing that exists is "
    "written over.",
)


@make("graphtool demo eksempel", MORE)
@click.argument("folder", type=Output(dir_okay=True), default="graphtool-demo")
@language_option
def command(*, folder: str, lang: Language) -> None:
    """Writes the example data, and says what to try."""
    import shlex

    from graphtool import demonstration

    place = Path(folder)
    other, region, plan = (shlex.quote(str(place / name)) for name in demonstration.write(place))
    said = _NEXT.format(folder=folder, region=region, other=other, plan=plan)
    for line in said.in_(lang).splitlines():
        talk([line])
