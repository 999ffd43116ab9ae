"""Every command with its short help, and what is said where none is given."""

from __future__ import annotations

from graphtool.language import Text

COMMANDS = {
    "describe": Text(
        "Antall av hver type og sammenheng, perioden, og hvor mye som har kilde.",
        "Tal på kvar type og samanheng, perioden, og kor mykje som har kjelde.",
        "Counts by kind and relation, the period, how much of it is sourced.",
    ),
    "check": Text(
        "Alle problemer på én gang, med fil og rad; sitater mot dokumentene sine.",
        "Alle problem på éin gong, med fil og rad; sitat mot dokumenta sine.",
        "Every problem at once, with file and row; quotes against their documents.",
    ),
    "queries": Text(
        "Alle spørsmål som kan stilles, med navnet og det de kalles på språket ditt.",
        "Alle spørsmål som kan stillast, med namnet og det dei blir kalla på språket ditt.",
        "The list of queries, by name and by what they are called in your language.",
    ),
    "query": Text(
        "Still et spørsmål; svaret som tabell, CSV, JSON, Markdown eller Excel.",
        "Still eit spørsmål; svaret som tabell, CSV, JSON, Markdown eller Excel.",
        "Ask a query; rows as a table, CSV, JSON, Markdown or Excel.",
    ),
    "impact": Text(
        "Hva som rammes om noen går ut, opphører eller blir forsinket: hva det gjør med hva, og"
        " langs hvilken vei.",
        "Kva som blir råka om nokon går ut, tek slutt eller blir forseinka: kva det gjer med kva,"
        " og langs kva veg.",
        "What breaks if some nodes leave, end or are delayed: what it does to what, by which path.",
    ),
    "changes": Text(
        "Hva i svaret på et spørsmål som er endret mellom to dager eller to datasett.",
        "Kva i svaret på eit spørsmål som er endra mellom to dagar eller to datasett.",
        "What of a query's answer changed between two days or two datasets.",
    ),
    "compare": Text(
        "Hva som er endret mellom to datasett eller to dager: kommet til, falt bort, flyttet, hvem"
        " som svarer, og hvor godt.",
        "Kva som er endra mellom to datasett eller to dagar: kome til, falle bort, flytta, kven som"
        " svarer, og kor godt.",
        "What changed between two datasets or two days: added, gone, moved, who answers, how well.",
    ),
    "map": Text(
        "Det interaktive kartet som én fil uten nett, eller et bilde eller lysbilde av en visning.",
        "Det interaktive kartet som éi fil utan nett, eller eit bilete eller lysbilete av ei"
        " vising.",
        "The interactive map as one offline HTML file, or a picture or slide of a view.",
    ),
    "report": Text(
        "Alt til et møte i én mappe: funn, tabeller, kart, lysbilder og hva som må avklares.",
        "Alt til eit møte i éi mappe: funn, tabellar, kart, lysbilete og kva som må avklarast.",
        "One offline folder for a meeting: findings, tables, map, slides, what to settle.",
    ),
    "open": Text(
        "Rapporten i nettleseren, lest på nytt hver gang kilden lagres, til Ctrl-C.",
        "Rapporten i nettlesaren, lesen på nytt kvar gong kjelda blir lagra, til Ctrl-C.",
        "The report in the browser, read anew whenever the source is saved, until Ctrl-C.",
    ),
    "slides": Text(
        "PowerPoint-lysbilder som kan redigeres, med et funn som tittel på hvert.",
        "PowerPoint-lysbilete som kan redigerast, med eit funn som tittel på kvart.",
        "PowerPoint slides, editable, a finding as each title.",
    ),
    "load": Text(
        "Grafen inn i Neo4j, hel, og trygt om igjen.",
        "Grafen inn i Neo4j, heil, og trygt om att.",
        "The graph into Neo4j, whole, and again without harm.",
    ),
    "unload": Text(
        "Grafen ut av Neo4j; andre data der blir.",
        "Grafen ut av Neo4j; andre data der blir verande.",
        "The graph out of Neo4j; other data there stays.",
    ),
    "cypher": Text(
        "Et spørsmål som Cypher, klart til å limes inn i Neo4j Browser.",
        "Eit spørsmål som Cypher, klart til å limast inn i Neo4j Browser.",
        "A query as Cypher, ready to paste into Neo4j Browser.",
    ),
    "export": Text("Grafen som {written}.", "Grafen som {written}.", "The graph as {written}."),
    "demo": Text(
        "Eksempeldata å prøve alt på: to regioner og en handlingsplan, i en ny mappe.",
        "Eksempeldata å prøve alt på: to regionar og ein handlingsplan, i ei ny mappe.",
        "Example data to try everything on: two regions and an action plan, in a new folder.",
    ),
    "new": Text(
        "Et datasett å begynne med: regionens kommuner, med det som er offisielt kjent.",
        "Eit datasett å byrje med: kommunane i regionen, med det som er offisielt kjent.",
        "A dataset to start from: the region's municipalities, with what is officially known.",
    ),
    "template": Text(
        "En Excel-arbeidsbok å fylle ut, tom eller med det som en kilde inneholder.",
        "Ei Excel-arbeidsbok å fylle ut, tom eller med det som ei kjelde inneheld.",
        "An Excel workbook to fill in, empty or with what a source holds.",
    ),
}
"""Every command and its short help (`files` fills it in); its module here has its name."""
FIRST_STEPS = Text(
    """\
graphtool viser hvem som eier hva, hvem som arbeider med hvem, og hva som avhenger av hva.

Har du en arbeidsbok, en CSV-fil eller en mappe med slike:
  graphtool check plan.xlsx            hva som ble forstått, og hva som må rettes
  graphtool open plan.xlsx             rapporten i nettleseren, oppdatert hver gang du lagrer
  graphtool report plan.xlsx -o møte   alt til møtet i én mappe: funn, tabeller, kart, lysbilder
  graphtool query orphaned-goals plan.xlsx   mål som ingen svarer for

Har du ingen ennå:
  graphtool template -o plan.xlsx      en arbeidsbok å fylle ut
  graphtool new plan.xlsx --region Agder   en med kommunene i fylket
  graphtool demo                       to regioner og en plan å prøve alt på

Alle kommandoer: graphtool --help    Alle spørsmål: graphtool queries""",
    """\
graphtool viser kven som eig kva, kven som arbeider med kven, og kva som er avhengig av kva.

Har du ei arbeidsbok, ei CSV-fil eller ei mappe med slike:
  graphtool check plan.xlsx            kva som blei forstått, og kva som må rettast
  graphtool open plan.xlsx             rapporten i nettlesaren, oppdatert kvar gong du lagrar
  graphtool report plan.xlsx -o møte   alt til møtet i éi mappe: funn, tabellar, kart, lysbilete
  graphtool query orphaned-goals plan.xlsx   mål som ingen svarer for

Har du inga enno:
  graphtool template -o plan.xlsx      ei arbeidsbok å fylle ut
  graphtool new plan.xlsx --region Agder   ei med kommunane i fylket
  graphtool demo                       to regionar og ein plan å prøve alt på

Alle kommandoar: graphtool --help    Alle spørsmål: graphtool queries""",
    """\
graphtool shows who owns what, who works with whom, and what depends on what.

With a workbook, a CSV file or a folder of such:
  graphtool check plan.xlsx            what was understood, and what has to be mended
  graphtool open plan.xlsx             the report in the browser, kept up to date as you save
  graphtool report plan.xlsx -o meeting   all for the meeting in one folder
  graphtool query orphaned-goals plan.xlsx   goals that nobody answers for

With none yet:
  graphtool template -o plan.xlsx      a workbook to fill in
  graphtool new plan.xlsx --region Agder   one with the county's municipalities
  graphtool demo                       two regions and a plan to try everything on

All commands: graphtool --help    All questions: graphtool queries""",
)
"""What `graphtool` alone says: what to do next."""
