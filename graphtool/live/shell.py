"""The page around the report: how far it is, what is wrong in the source, and where to drop one."""

from __future__ import annotations

import json
from pathlib import Path

import jinja2

from graphtool.language import Language, Text

PAGE = Path(__file__).with_name("page")
SCRIPT, STYLE = PAGE / "live.js", PAGE / "live.css"
TEXTS = {
    "title": Text("Åpen rapport", "Open rapport", "Open report"),
    "reading": Text("Leser {source} …", "Les {source} …", "Reading {source} …"),
    "pages": Text("Regner ut svarene …", "Reknar ut svara …", "Working out the answers …"),
    "map": Text(
        "Tegner kartet og lysbildene …",
        "Teiknar kartet og lysbileta …",
        "Drawing the map and the slides …",
    ),
    "ready": Text("{source} er lest", "{source} er lesen", "{source} has been read"),
    "failed": Text(
        "{source} kan ikke leses slik den er nå",
        "{source} kan ikkje lesast slik ho er no",
        "{source} cannot be read as it is now",
    ),
    "stale": Text(
        "Rapporten under er fra den forrige lesingen.",
        "Rapporten under er frå den førre lesinga.",
        "The report below is of the reading before.",
    ),
    "gone": Text(
        "graphtool er avsluttet. Rapporten oppdateres ikke lenger.",
        "graphtool er avslutta. Rapporten blir ikkje oppdatert lenger.",
        "graphtool has ended. The report is no longer kept up to date.",
    ),
    "one": Text("1 ting å rette i kilden", "1 ting å rette i kjelda", "1 thing to mend"),
    "many": Text("{n} ting å rette i kilden", "{n} ting å rette i kjelda", "{n} things to mend"),
    "none": Text(
        "Ingenting å rette i kilden", "Ingenting å rette i kjelda", "Nothing to mend in the source"
    ),
    "more": Text(
        "og {n} til: graphtool check viser alle",
        "og {n} til: graphtool check viser alle",
        "and {n} more: graphtool check lists all",
    ),
    "row": Text("rad {n}", "rad {n}", "row {n}"),
    "drop": Text(
        "Slipp en arbeidsbok her for å se den i stedet. Den forlater ikke maskinen.",
        "Slepp ei arbeidsbok her for å sjå ho i staden. Ho forlèt ikkje maskina.",
        "Drop a workbook here to see it instead. It does not leave this machine.",
    ),
    "refused": Text(
        "Denne filen kan ikke leses her: {why}",
        "Denne fila kan ikkje lesast her: {why}",
        "This file cannot be read here: {why}",
    ),
    "error": Text("feil", "feil", "error"),
    "warning": Text("advarsel", "åtvaring", "warning"),
    "report": Text("Rapporten", "Rapporten", "The report"),
}


def shell(lang: Language) -> str:
    """The page in a language; its words travel as data, which nothing runs.

    >>> "Slipp en arbeidsbok her" in shell("nb")
    True
    """
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(PAGE), autoescape=True)
    words = {key: text.in_(lang) for key, text in TEXTS.items()}
    return made.get_template("shell.html").render(lang=lang, words=words, data=json.dumps(words))
