"""`graphtool check SOURCE`."""

from __future__ import annotations

from typing import Unpack

import click

from graphtool.cli import ruling, settling, telling
from graphtool.cli.helping import option
from graphtool.cli.options import as_of_option, language_option, source_argument
from graphtool.cli.parameters import Input, Output
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import examine, talk
from graphtool.language import Language, Said, Text

_JUDGED_LATER = Text(
    "regler vurderes når problemene over er rettet",
    "reglar blir vurderte når problema over er retta",
    "rules are judged once the problems above are mended",
)
_ABOUT_RULES = Text(
    "--baseline, --as-of, sarif og junit gjelder --rules; oppgi regler",
    "--baseline, --as-of, sarif og junit gjeld --rules; oppgi reglar",
    "--baseline, --as-of, sarif and junit are about --rules; name some",
)

FORMS = ("table", "json", "sarif", "junit")


MORE = Text(
    "For tabeller som ikke er et datasetts egne, kommer det først hva de ble oppfattet som: "
    "raden med overskriftene, hva hver kolonne inneholder, og hva som ble av radene.\n\n"
    "Sluttkode 0 når det ikke er noe å si, 1 når det er feil eller advarsler, 2 når kilden ikke "
    "kan leses i det hele tatt. Et dokument som ikke ligger i mappene, nevnes, og sitatene fra "
    "det vurderes ikke.\n\n"
    "Med --rules også hvor planen bryter en av reglene (på en dag med --as-of); --format sarif "
    "og junit er for byggeservere, og har bare det som bryter en regel.",
    "For tabellar som ikkje er eit datasett sine eigne, kjem det først kva dei blei oppfatta "
    "som: rada med overskriftene, kva kvar kolonne inneheld, og kva som blei av radene.\n\n"
    "Sluttkode 0 når det ikkje er noko å seie, 1 når det er feil eller åtvaringar, 2 når kjelda "
    "ikkje kan lesast i det heile. Eit dokument som ikkje ligg i mappene, blir nemnt, og sitata "
    "frå det blir ikkje vurderte.\n\n"
    "Med --rules også kvar planen bryt ein av reglane (på ein dag med --as-of); --format sarif "
    "og junit er for byggjetenarar, og har berre det som bryt ein regel.",
    "Of tables that are none of a dataset's own, what they were taken for comes first: the row "
    "of the headings, what each column holds, and what came of the rows.\n\n"
    "Exit code 0 where there is nothing to say, 1 where there are errors or warnings, 2 where "
    "the source cannot be read at all. A document that is not in the folders is named, its "
    "quotes are not judged.\n\n"
    "With --rules, where the plan breaks one of them (on a day with --as-of); --format sarif "
    "and junit are for build servers, and hold what breaks a rule alone.",
)


@make("graphtool check data/kongsbergregionen", MORE)
@source_argument
@option(
    "--documents",
    "directories",
    type=Input(),
    multiple=True,
    metavar="DIR",
    help=Text(
        "Sammenlign også hvert sitat med linjen sin i dokumentet sitt i denne mappen; kan gjentas.",
        "Samanlikn også kvart sitat med linja si i dokumentet sitt i denne mappa; kan gjentakast.",
        "Also compare every quote with its line of its document in this folder; may be repeated.",
    ),
)
@settling.meaning_options
@option(
    "--accept",
    is_flag=True,
    help=Text(
        "Gjør til ett det som meldes som nesten samme navn. Lagres som --alias.",
        "Gjer til eitt det som blir meldt som nesten same namn. Blir lagra som --alias.",
        "Make one whatever is reported as nearly the same name. Kept as --alias is.",
    ),
)
@ruling.rule_options
@option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="table",
    help=Text("Hvordan det skrives.", "Korleis det blir skrive.", "How it is written."),
)
@option(
    "-o",
    "--output",
    type=Output((".xlsx",)),
    help=Text(
        "Skriv problemene også til denne arbeidsboken, med en kopi av arkene der hver celle med"
        " feil er merket og sier hva som er galt.",
        "Skriv problema også til denne arbeidsboka, med ein kopi av arka der kvar celle med feil"
        " er merkt og seier kva som er gale.",
        "Write the problems to this workbook too, with a copy of the sheets in which each bad"
        " cell is marked and says what is wrong.",
    ),
)
@as_of_option
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    source: str,
    directories: tuple[str, ...],
    accept: bool,
    rules: tuple[str, ...],
    baseline: str | None,
    write_baseline: str | None,
    form: str,
    output: str | None,
    as_of: str | None,
    lang: Language,
    **meanings: Unpack[settling.Meanings],
) -> None:
    """Tells every problem, and keeps what is said of columns and names."""
    if not rules and (baseline or write_baseline or as_of or form in ("sarif", "junit")):
        raise click.UsageError(Said(_ABOUT_RULES))
    settling.keep(source, meanings)
    reading, problems, intake = examine(source)
    if accept and reading and reading.near:
        settling.keep_names(
            source, [(s.spelling, s.name, f"{s.score} of 100") for s in reading.near]
        )
        reading, problems, intake = examine(source)
    talked, misquoted = telling.compared(reading, directories, accept)
    problems = [*problems, *misquoted]
    understood = [table for one in intake for table in one.understood]
    if rules and form != "table":
        talk([problem.said for problem in problems])  # stdout is the rules' alone
    else:
        telling.report(problems, understood, form, lang)
    if output:
        talked.append(telling.listed(output, source, problems, understood, lang))
    broken = False
    if rules and reading:
        broken = ruling.check(
            reading.graph,
            rules,
            form=form,
            lang=lang,
            as_of=as_of,
            known=baseline,
            to_write=write_baseline,
        )
    elif rules:
        talked.append(Said(_JUDGED_LATER))
    talk(talked)
    ctx.exit(1 if problems or broken else 0)
