"""Words of pictures in three languages, where the map has none of its own."""
# ruff: noqa: E501 - a table, read by its rows

from __future__ import annotations

from graphtool.language import Language, Text

# fmt: off
LISTED = Text("Navn som ikke fikk plass", "Namn som ikkje fekk plass", "Names without room on the map")
MORE = Text("og {n} navn til, som verken har plass på kartet eller her", "og {n} namn til, som korkje har plass på kartet eller her",
            "and {n} more names, with no room on the map or here")
CONTINUED = Text("Resten av navnene", "Resten av namna", "The other names")
COVERED = (Text("{n} sammenheng er dekket av tegnene", "{n} samanheng er dekt av teikna", "{n} relation lies under the signs"),
           Text("{n} sammenhenger er dekket av tegnene", "{n} samanhengar er dekte av teikna", "{n} relations lie under the signs"))
WEAKER = (Text("{n} sammenheng i en svakere linje er ikke tegnet", "{n} samanheng i ei svakare linje er ikkje teikna",
               "{n} relation in a weaker line is not drawn"),
          Text("{n} sammenhenger i svakere linjer er ikke tegnet", "{n} samanhengar i svakare linjer er ikkje teikna",
               "{n} relations in weaker lines are not drawn"))
WAITING = (Text("{n} er ikke tegnet, for at de andre kan følges", "{n} er ikkje teikna, for at dei andre kan følgjast",
                "{n} is not drawn, so that the others can be followed"),
           Text("{n} er ikke tegnet, for at de andre kan følges", "{n} er ikkje teikna, for at dei andre kan følgjast",
                "{n} are not drawn, so that the others can be followed"))
GATHERED = (Text("linjen mellom to grupper står for {n}", "linja mellom to grupper står for {n}", "the line between two groups stands for {n}"),
            Text("linjene mellom gruppene samler {n}, tallet på linjen sier hvor mange", "linjene mellom gruppene samlar {n}, talet på linja seier kor mange",
                 "lines between groups gather {n}, the number on a line says how many"))
FOLDED = (Text("{n} til er foldet sammen", "{n} til er falda saman", "{n} more is folded"),
          Text("{n} til er foldet sammen", "{n} til er falda saman", "{n} more are folded"))
WITHIN = (Text("{n} er innenfor gruppene", "{n} er innanfor gruppene", "{n} lies within the groups"),
          Text("{n} er innenfor gruppene", "{n} er innanfor gruppene", "{n} lie within the groups"))
PART = Text("Del {n} av {of}: rad {a}–{b} av {rows}, kolonne {c}–{d} av {columns}", "Del {n} av {of}: rad {a}–{b} av {rows}, kolonne {c}–{d} av {columns}",
            "Part {n} of {of}: rows {a}–{b} of {rows}, columns {c}–{d} of {columns}")
ONE_PART = Text("matrisen er for stor til å leses på ett ark: bildet viser den fylteste av {n} deler; en .pdf har alle, en side hver, og --size A3 gir færre",
                "matrisa er for stor til å lesast på eitt ark: biletet viser den fyltaste av {n} delar; ein .pdf har alle, ei side kvar, og --size A3 gir færre",
                "the matrix is too large to be read on one sheet: the picture shows the fullest of {n} parts; a .pdf has all, a page each, and --size A3 makes fewer")
IN_PARTS = Text("matrisen er delt på {n} bilder, så navnene kan leses: {files}; --size A3 gir færre, og en .pdf har alle i én fil",
                "matrisa er delt på {n} bilete, så namna kan lesast: {files}; --size A3 gir færre, og ein .pdf har alle i éi fil",
                "the matrix is shared out over {n} pictures, so that its names can be read: {files}; --size A3 makes fewer, a .pdf has all in one file")
LEFT_OVER = Text("er en del av et tidligere bilde, og kan ikke fjernes: {why}", "er ein del av eit tidlegare bilete, og kan ikkje fjernast: {why}",
                 "is a part of an earlier picture, and cannot be removed: {why}")
GONE = Text("filer med tidligere deler av bildet er fjernet: {files}", "filer med tidlegare delar av biletet er fjerna: {files}",
            "files with earlier parts of the picture are removed: {files}")
NOT_OURS = Text("her skulle en del av {name} stå, men graphtool har ikke skrevet filen slik den er; flytt den, eller velg et annet navn eller en annen mappe; --size A3 gir færre deler, og en .pdf har alle i én fil",
                "her skulle ein del av {name} stå, men graphtool har ikkje skrive fila slik ho er; flytt ho, eller vel eit anna namn eller ei anna mappe; --size A3 gir færre delar, og ein .pdf har alle i éi fil",
                "a part of {name} goes here, but graphtool did not write the file as it is; move it, or choose another name or folder; --size A3 makes fewer parts, a .pdf has all in one file")
NOT_OURS_THERE = Text("en fil med dette navnet skulle skrives, men graphtool har ikke skrevet den som ligger der, slik den er; flytt den, eller velg en annen mappe",
                      "ei fil med dette namnet skulle skrivast, men graphtool har ikkje skrive den som ligg der, slik ho er; flytt ho, eller vel ei anna mappe",
                      "a file of this name goes here, but graphtool did not write the file as it is; move it, or choose another folder")
HOLDS = Text("{n} noder", "{n} nodar", "{n} nodes")
SOURCES = Text("Kilder: {names}", "Kjelder: {names}", "Sources: {names}")
MORE_SOURCES = Text("{names} og {n} til", "{names} og {n} til", "{names} and {n} more")
NO_SOURCES = Text("Ingen kilde er oppgitt", "Inga kjelde er oppgitt", "No source is given")
ALL_TIME = Text("alle år", "alle år", "all years")
ON_DAY = Text("slik det var {day}", "slik det var {day}", "as it was on {day}")
LATEST = Text("nyeste kilde {day}", "nyaste kjelde {day}", "latest source {day}")
IN_YEAR = Text("året {year}", "året {year}", "the year {year}")

ONE_PICTURE = Text("en {suffix} har ett bilde; for flere {what}, oppgi en .pdf, eller en mappe og --format {format}",
                   "ein {suffix} har eitt bilete; for fleire {what}, oppgi ein .pdf, eller ei mappe og --format {format}",
                   "a {suffix} holds one picture; for several {what} name a .pdf, or a folder and --format {format}")
VIEWS = Text("visninger", "visingar", "views")
STEPS = Text("steg", "steg", "steps")
NO_DOTS = Text("--dpi sier hvor fin en {dotted} er; en {suffix} har ingen punkter",
               "--dpi seier kor fin ein {dotted} er; ein {suffix} har ingen punkt",
               "--dpi says how fine a {dotted} is; a {suffix} has no dots")
ONE_SIZE = Text("--size {size}: en {suffix} er 16:9; utelat --size", "--size {size}: ein {suffix} er 16:9; utelat --size",
                "--size {size}: a {suffix} is 16:9; leave --size out")
IS_FILE = Text("er en fil; oppgi en mappe, eller utelat --format", "er ei fil; oppgi ei mappe, eller utelat --format",
               "is a file; name a folder, or leave --format out")
ADVICE = Text("--size A3 gir mer plass; --focus, --municipality eller en annen --view viser en del",
              "--size A3 gir meir plass; --focus, --municipality eller ei anna --view viser ein del",
              "--size A3 gives more room; --focus, --municipality or another --view shows a part")
LOST = (Text("1 navn har ikke plass på kartet eller i listen; {advice}", "1 namn har ikkje plass på kartet eller i lista; {advice}",
             "1 name has room neither on the map nor in its list; {advice}"),
        Text("{n} navn har ikke plass på kartet eller i listen; {advice}", "{n} namn har ikkje plass på kartet eller i lista; {advice}",
             "{n} names have room neither on the map nor in its list; {advice}"))
SMALL = Text("navnene har bokstaver på {points} punkt; {advice}", "namna har bokstavar på {points} punkt; {advice}",
             "names are in letters of {points} points; {advice}")
LACKING = Text("skriftene som følger med, mangler {letters}, vist som {sign}; en .svg har dem",
               "skriftene som følgjer med, manglar {letters}, vist som {sign}; ein .svg har dei",
               "the shipped fonts lack {letters}, shown as {sign}; a .svg has them")
# fmt: on


def number(n: int, language: Language) -> str:
    """A number as the language writes it.

    >>> number(5826, "en"), number(5826, "nb").split()
    ('5,826', ['5', '826'])
    """
    return f"{n:,}" if language == "en" else f"{n:,}".replace(",", "\N{NO-BREAK SPACE}")
