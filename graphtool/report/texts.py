"""The report's own words."""

from __future__ import annotations

from graphtool.language import Text

TEXTS = {
    "report": Text("Rapport", "Rapport", "Report"),
    "as_of": Text("Slik det var {day}", "Slik det var {day}", "As of {day}"),
    "all_time": Text(
        "Hele perioden som kildene dekker",
        "Heile perioden som kjeldene dekkjer",
        "The whole period that the sources cover",
    ),
    "contents": Text("Innhold", "Innhald", "Contents"),
    "open_map": Text("Åpne kartet", "Opne kartet", "Open the map"),
    "open_changes": Text(
        "Kartet over endringene", "Kartet over endringane", "The map of what changed"
    ),
    "whole_map": Text("Kartet", "Kartet", "The map"),
    "changes_map": Text(
        "Kartet over endringene", "Kartet over endringane", "What changed, as a map"
    ),
    "draw_map": Text("Vis kartet", "Vis kartet", "Show the map"),
    "no_script": Text(
        "Kartet vises når nettleseren får kjøre sidens skript.",
        "Kartet blir vist når nettlesaren får køyre skripta på sida.",
        "The map is shown where the browser may run the page's scripts.",
    ),
    "to_top": Text("Til toppen", "Til toppen", "To the top"),
    "workbook": Text(
        "Alle tabeller som regneark", "Alle tabellar som rekneark", "All tables as a workbook"
    ),
    "read": Text("Hva som er lest", "Kva som er lese", "What was read"),
    "table": Text("tabell", "tabell", "table"),
    "map": Text("på kartet", "på kartet", "on the map"),
    "tables": Text("Tabeller", "Tabellar", "Tables"),
    "tasks": Text("Før møtet", "Før møtet", "Before the meeting"),
    "no_tasks": Text(
        "Ingenting å avklare ble funnet.",
        "Fann ingenting å avklare.",
        "Nothing to settle was found.",
    ),
    "more": Text("og {n} til", "og {n} til", "and {n} more"),
    "in_table": Text("se tabellen", "sjå tabellen", "see the table"),
    "in_check": Text(
        "graphtool check viser alle", "graphtool check viser alle", "graphtool check lists all"
    ),
    "sources": Text("Kilder", "Kjelder", "Sources"),
    "no_sources": Text(
        "Ingen dokumenter er oppgitt.", "Ingen dokument er oppgitt.", "No documents are named."
    ),
    "back": Text("Til rapporten", "Til rapporten", "To the report"),
    "definition": Text("Slik er dette definert", "Slik er dette definert", "How this is defined"),
    "no_rows": Text("Ingen rader.", "Ingen rader.", "No rows."),
    "cut": Text(
        "De første {shown} av {total} rader; alle står i regnearket.",
        "Dei første {shown} av {total} rader; alle står i reknearket.",
        "The first {shown} of {total} rows; all are in the workbook.",
    ),
    "cut_book": Text(
        "Bare de første {shown} av {total} rader.",
        "Berre dei første {shown} av {total} rader.",
        "Only the first {shown} of {total} rows.",
    ),
    "made": Text(
        "Laget med graphtool. Siden henter ikke noe fra nettet.",
        "Laga med graphtool. Sida hentar ikkje noko frå nettet.",
        "Made with graphtool. The page fetches nothing from the network.",
    ),
    "slides": Text("Lysbilder (PowerPoint)", "Lysbilete (PowerPoint)", "Slides (PowerPoint)"),
    "missing": Text(
        "{name} kunne ikke lages: {why}",
        "{name} kunne ikkje lagast: {why}",
        "{name} could not be made: {why}",
    ),
    "rows": Text("{n} rader", "{n} rader", "{n} rows"),
    "row": Text("1 rad", "1 rad", "1 row"),
    "about": Text("Om tabellene", "Om tabellane", "About the tables"),
    "skip": Text("Til innholdet", "Til innhaldet", "To the contents"),
}
