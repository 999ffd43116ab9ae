"""Words of the slides in three languages, where they belong to no query or finding."""
# ruff: noqa: E501 - a table, read by its rows

from __future__ import annotations

from graphtool.language import Text, number, same

# fmt: off
SUBTITLE = Text("Hvem svarer for hva, hvem samarbeider, og hva avhenger av hva",
                "Kven svarer for kva, kven samarbeider, og kva er avhengig av kva",
                "Who answers for what, who works together, and what depends on what")
LINES_IN_PARTS = Text("Linjene er delt på {n} lysbilder.", "Linjene er delte på {n} lysbilete.",
                      "The lines are shared out over {n} slides.")
IN_SHORT = Text("Kort sagt: {what}", "Kort sagt: {what}", "In short: {what}")
CONTINUED = Text("{title} ({n} av {total})", "{title} ({n} av {total})", "{title} ({n} of {total})")
ANSWERING = Text("Ansvar", "Ansvar", "Responsibility")
TOGETHER = Text("Samarbeid", "Samarbeid", "Working together")
DEPENDING = Text("Avhengighet", "Avhengnad", "Dependencies")
BASIS = Text("Det kartet bygger på", "Det kartet byggjer på", "What the map rests on")

LEGEND = Text("Tegnforklaring", "Teiknforklaring", "Legend")
SHOWN_OF = Text("Viser {n} av {total}; {rest} i notatene.",
                "Viser {n} av {total}; {rest} i notata.",
                "Showing {n} of {total}; {rest} in the notes.")
REST = (Text("den andre står", "den andre står", "the other is"),
        Text("de andre står", "dei andre står", "the others are"))
NOT_SHOWN = Text("Ikke vist på lysbildet:", "Ikkje vist på lysbiletet:", "Not shown on the slide:")
QUOTES = Text("Det kildene sier:", "Det kjeldene seier:", "What the sources say:")
WHOLE = Text("Hele setningen: {text}", "Heile setninga: {text}", "The whole sentence: {text}")
WHOLE_NAMES = Text("Hele navnene:", "Heile namna:", "The whole names:")
TABLE = Text("Tabell: {title}", "Tabell: {title}", "Table: {title}")

GOAL = Text("Mål", "Mål", "Goal")
PART_OF = Text("Del av", "Del av", "Part of")
NEAREST = Text("Nærmeste svar", "Næraste svar", "Nearest answer")
MEASURES = Text("Tiltak", "Tiltak", "Measures")
SOURCE = Text("Kilde", "Kjelde", "Source")
OWNED_OF = Text("{n} med ansvarlig", "{n} med ansvarleg", "{n} with somebody")
COORDINATED_BY = Text("samordnes av {who}", "blir samordna av {who}", "coordinated by {who}")
TO_BE_COORDINATED_BY = Text("skal samordnes av {who}", "skal samordnast av {who}", "to be coordinated by {who}")

CHAIN = Text("Ingen svarer for «{goal}»", "Ingen svarer for «{goal}»", "Nobody answers for “{goal}”")
WEAK_CHAIN = Text("Ingen navngitt part svarer direkte for «{goal}»",
                  "Ingen namngitt part svarer direkte for «{goal}»",
                  "No named party answers directly for “{goal}”")
CHAIN_CAPTION = Text("Fra plan til hvem som svarer, lest fra venstre.",
                     "Frå plan til kven som svarer, lese frå venstre.",
                     "From the plan to who answers, read from the left.")
CHAIN_LEFT_OUT = Text("{n} tiltak til er samlet i én boks.", "{n} tiltak til er samla i éin boks.",
                      "{n} more measures are gathered in one box.")
LEVELS_LEFT_OUT = Text("{n} nivåer over er utelatt.", "{n} nivå over er utelatne.",
                       "{n} levels above are left out.")
ONE_LEVEL_LEFT_OUT = Text("Ett nivå over er utelatt.", "Eitt nivå over er utelate.",
                          "One level above is left out.")
THE_GOAL_ITSELF = Text("Målet selv", "Målet sjølv", "The goal itself")
NOBODY = Text("Ingen", "Ingen", "Nobody")
ANSWERS = Text("Svarer for det", "Svarer for det", "Answers for it")
MORE_MEASURES = Text("{n} tiltak til", "{n} tiltak til", "{n} more measures")
NO_OWNER_OF = Text("ingen svarer for det", "ingen svarer for det", "nobody answers for it")
FIRM = Text("sagt som fakta eller utledet", "sagt som fakta eller utleidd", "stated as a fact or derived")
LOOSE = Text("bare planlagt eller ønsket", "berre planlagt eller ønskt", "only planned or wished for")
WEAK = Text("svarer, men ikke som navngitt part her og nå", "svarer, men ikkje som namngitt part her og no",
            "answers, but not as a named party here and now")
NONE_ANSWERS = Text("ingen svarer", "ingen svarer", "nobody answers")
GATHERED = Text("står for flere", "står for fleire", "stands for several")

TOGETHER_CAPTION = Text("Til venstre hvem, til høyre hva de er sammen om.",
                        "Til venstre kven, til høgre kva dei er saman om.",
                        "Who on the left, what they share on the right.")
OF_ALL = Text("Regnet for hele grafen, med det som er utelatt her:", "Rekna for heile grafen, med det som er utelate her:",
              "Counted in the whole graph, with what is left out here:")
SHARED_BY = Text("{names} er sammen med {others} om {things}.", "{names} er saman med {others} om {things}.",
                 "{names} and {others} are together in {things}.")
SHARED_BY_THEM = Text("Ingen andre er med i det som {names} har sammen: {things}.", "Ingen andre er med i det som {names} har saman: {things}.",
                      "Nobody else takes part in what {names} share: {things}.")
OTHERS = (Text("én annen part", "éin annan part", "one other party"), Text("{n} andre parter", "{n} andre partar", "{n} other parties"))
THINGS_SHARED = (Text("én ting", "éin ting", "one thing"), Text("{n} ting", "{n} ting", "{n} things"))
GATHERED_CAPTION = Text("De som er med i det samme, står i én boks; den som er med i mer, har også en egen.",
                        "Dei som er med i det same, står i éin boks; den som er med i meir, har også ein eigen.",
                        "Those that take part in the same stand in one box; who takes part in more has another.")
WHO = Text("Hvem", "Kven", "Who")
SHARED = Text("Sammen om", "Saman om", "Together in")
TAKE_PART = Text("{n} parter er med", "{n} partar er med", "{n} parties take part")
TIED = Text("Samarbeider ifølge kilden", "Samarbeider ifølgje kjelda", "Work together, as the source says")
MUNICIPALITIES = Text("{n} kommuner: {names}", "{n} kommunar: {names}", "{n} municipalities: {names}")
PARTIES = Text("{n} parter: {names}", "{n} partar: {names}", "{n} parties: {names}")
CROWDED = Text("Viser de {n} flest er sammen om, av {total}; {rest} i notatene.",
               "Viser dei {n} flest er saman om, av {total}; {rest} i notata.",
               "Showing the {n} that most share, of {total}; {rest} in the notes.")
PARTIES_LEFT_OUT = (Text("Én til er med i noe av dette, og står i notatene.",
                         "Éin til er med i noko av dette, og står i notata.",
                         "One more takes part in some of this, and is in the notes."),
                    Text("{n} til er med i noe av dette; de står i notatene.",
                         "{n} til er med i noko av dette; dei står i notata.",
                         "{n} more take part in some of this; they are in the notes."))
ROLES_CAPTION = Text("Rollene hver har i det de er sammen om, og det bare én av dem har en rolle i.",
                     "Rollene kvar har i det dei er saman om, og det berre éin av dei har ei rolle i.",
                     "The roles each has in what they share, and what only one of them has a role in.")
ALONE = Text("Bare denne", "Berre denne", "This one only")

SHARED_THING = Text("Det kommunene deler", "Det kommunane deler", "What the municipalities share")
WHICH = Text("Kommuner", "Kommunar", "Municipalities")
COUNT = Text("Antall", "Tal", "Number")
NO_DEPENDENCY = Text("Å være i samme region eller nettverk er ingen avhengighet. Dette deler de i stedet.",
                     "Å vere i same region eller nettverk er ingen avhengnad. Dette deler dei i staden.",
                     "Belonging to one region or network is no dependency. This is what they share instead.")
NOTHING_SHARED = Text("Heller ingen kilde sier at to eller flere av kommunene deltar i det samme, eller eier det.",
                      "Heller inga kjelde seier at to eller fleire av kommunane deltek i det same, eller eig det.",
                      "Nor does any source say that two or more of them take part in the same, or own it.")
OWNED_TOGETHER = Text("{name} (eies sammen)", "{name} (eigd saman)", "{name} (owned together)")
NO_BORDERS = Text("Avhengighet på tvers av kommunegrenser", "Avhengnad på tvers av kommunegrenser",
                  "Dependencies across municipal borders")
LANES_CAPTION = Text("Hver kommune har sin bane. Linjer går fra det som venter, til det det hviler på.",
                     "Kvar kommune har si bane. Linjer går frå det som ventar, til det det kviler på.",
                     "Each municipality has its lane. Lines run from what waits to what it rests on.")
SHARED_LEFT_OUT = (Text("Ett par som trenger det samme hos en tredje, står i notatene.",
                        "Eitt par som treng det same hos ein tredje, står i notata.",
                        "One pair that needs the same thing of a third's is in the notes."),
                   Text("{n} par som trenger det samme hos en tredje, står i notatene.",
                        "{n} par som treng det same hos ein tredje, står i notata.",
                        "{n} pairs that need the same thing of a third's are in the notes."))
EACH_OF_THEM = Text("Hver av dem", "Kvar av dei", "Each of them")
WHY = Text("Hvorfor", "Kvifor", "Why")
DEPENDENT = Text("Kommune", "Kommune", "Municipality")
RESTS_ON = Text("Avhenger av", "Avhengig av", "Depends on")
NEEDED = Text("Det som trengs", "Det som trengst", "What is needed")
STATUS = Text("Status", "Status", "Status")
MATRIX = Text("{share} er avhengige av en annen", "{share} er avhengige av ein annan", "{share} depend on another")
ONE_IN_MATRIX = Text("{share} er avhengig av en annen", "{share} er avhengig av ein annan", "{share} depends on another")
MATRIX_CAPTION = Text("Rad avhenger av kolonne; tallet er hvor mange ting det gjelder.",
                      "Rad er avhengig av kolonne; talet er kor mange ting det gjeld.",
                      "The row depends on the column; the number is of how many things.")
LOOSE_TOO = Text("Også det som bare er planlagt eller ønsket, er talt med.",
                 "Også det som berre er planlagt eller ønskt, er talt med.",
                 "What is only planned or wished for is counted too.")

MAP_CAPTION = Text("Viser {n} av {total} noder.", "Viser {n} av {total} nodar.", "Showing {n} of {total} nodes.")
FOLDED = (Text("Én til er talt med i boksen den henger på (+1), og står i notatene.",
               "Éin til er talt med i boksen han heng på (+1), og står i notata.",
               "One more is counted in the box that it hangs on (+1), and is in the notes."),
          Text("{n} til er talt med i boksene de henger på (+n), og står i notatene.",
               "{n} til er talde med i boksane dei heng på (+n), og står i notata.",
               "{n} more are counted in the boxes that they hang on (+n), and are in the notes."))
APART = (Text("Én uten sammenheng med disse står i notatene.", "Éin utan samanheng med desse står i notata.",
              "One that is tied to none of these is in the notes."),
         Text("{n} uten sammenheng med disse står i notatene.", "{n} utan samanheng med desse står i notata.",
              "{n} that are tied to none of these are in the notes."))
TIES_LEFT_OUT = (Text("Én linje til står i notatene.", "Éi linje til står i notata.", "One more line is in the notes."),
                 Text("{n} linjer til står i notatene.", "{n} linjer til står i notata.", "{n} more lines are in the notes."))
HELD = (Text("Én til er foldet inn i en boks med antall, og står bakerst.",
             "Éin til er falda inn i ein boks med antal, og står bakarst.",
             "One more is folded into a box with a count, and is at the end."),
        Text("{n} til er foldet inn i bokser med antall, og står én for én bakerst.",
             "{n} til er falda inn i boksar med antal, og står éin for éin bakarst.",
             "{n} more are folded into boxes with a count, and are at the end one by one."))
HELD_IN_NOTES = (Text("Én foldet til står i notatene.", "Éin falda til står i notata.", "One more folded is in the notes."),
                 Text("{n} foldede til står i notatene.", "{n} falda til står i notata.",
                      "{n} more folded are in the notes."))
HELD_CAPTION = Text("Det som er foldet sammen på kartet, ett for ett; kildene står i notatene.",
                    "Det som er falda saman på kartet, eitt for eitt; kjeldene står i notata.",
                    "What is folded on the map, one by one; the sources are in the notes.")
UNDER = Text("Under {names} ligger {what}", "Under {names} ligg {what}", "Under {names}: {what}")
FOLDED_ALONE = Text("{what} er foldet sammen på kartet", "{what} er falda saman på kartet",
                    "{what} folded on the map")
NOBODY_FOR = Text("{first}; {n} av {total} {what} mangler ansvarlig",
                  "{first}; {n} av {total} {what} manglar ansvarleg",
                  "{first}; {n} of {total} {what} with nobody")
BELOW, IN_THE_BOX = Text("Under", "Under", "Below"), Text("Boks", "Boks", "Box")
ANSWERED_OF = Text("{n} av {total} har ansvarlig", "{n} av {total} har ansvarleg", "{n} of {total} answered for")
HOLDS = Text("Innhold", "Innhald", "Holds")
IN_BOX = Text("I boksen «{name}»:", "I boksen «{name}»:", "In the box “{name}”:")
NOT_DRAWN = Text("Linjer som ikke er tegnet:", "Linjer som ikkje er teikna:", "Lines that are not drawn:")
GROUP_HOLDS = Text("{name} ({n} noder)", "{name} ({n} nodar)", "{name} ({n} nodes)")
COUNTED_IN = Text("{name} +{n}", "{name} +{n}", "{name} +{n}")

COUNTED_NAMES = Text("{what}: {names}", "{what}: {names}", "{what}: {names}")
ALIKE = Text("De som har omtrent de samme sammenhengene, står i én boks, med linjer for det som gjelder noen av dem.",
             "Dei som har om lag dei same samanhengane, står i éin boks, med linjer for det som gjeld nokre av dei.",
             "Those with much the same relations stand in one box, with lines for what holds of some of them.")
IN_BOXES = Text("De står i {n} bokser. {edges} sammenhenger mellom boksene er samlet i {lines} linjer; alle er i notatene.",
                "Dei står i {n} boksar. {edges} samanhengar mellom boksane er samla i {lines} linjer; alle er i notata.",
                "They stand in {n} boxes. {edges} relations between the boxes are gathered in {lines} lines; all are in the notes.")
THICKER = Text("sammenhenger; tykkere fra {several} og fra {many}", "samanhengar; tjukkare frå {several} og frå {many}",
               "relations; thicker from {several} and from {many}")
WITHOUT = Text("uten ansvarlig: {what}", "utan ansvarleg: {what}", "nobody answers: {what}")

STILL = Text("Gjelder fortsatt", "Gjeld framleis", "Still so")
NEW_SINCE = Text("Nytt", "Nytt", "New")
CHANGED_SINCE = Text("Gjelder fortsatt, men annerledes", "Gjeld framleis, men annleis", "Still so, but otherwise")
OVER_SINCE = Text("Gjelder ikke lenger", "Gjeld ikkje lenger", "No longer so")
N_NEW = Text("ett nytt funn", "eitt nytt funn", "one new finding"), Text("{n} nye funn", "{n} nye funn", "{n} new findings")
N_CHANGED = (Text("ett funn er endret", "eitt funn er endra", "one finding has changed"),
             Text("{n} funn er endret", "{n} funn er endra", "{n} findings have changed"))
N_OVER = (Text("ett funn gjelder ikke lenger", "eitt funn gjeld ikkje lenger", "one finding is no longer so"),
          Text("{n} funn gjelder ikke lenger", "{n} funn gjeld ikkje lenger", "{n} findings are no longer so"))

ONE_ROW = Text("Viser 1 av {rows}, og det den har en rolle i.", "Viser 1 av {rows}, og det ho har ei rolle i.",
               "Showing 1 of {rows}, and what it has a role in.")
N_ROWS = Text("1 rad", "1 rad", "1 row"), Text("{n} rader", "{n} rader", "{n} rows")
MATRIX_ROWS = Text("Viser {n} av {rows}, og det de har en rolle i.",
                   "Viser {n} av {rows}, og det dei har ei rolle i.",
                   "Showing {n} of {rows}, and what they have a role in.")
IN_BRACKETS = Text("i parentes: planlagt, ønsket eller utledet", "i parentes: planlagt, ønskt eller utleidd",
                   "in brackets: planned, wished for or derived")

SOURCES = Text("{n} kilder ligger bak", "{n} kjelder ligg bak", "{n} sources lie behind this")
ONE_SOURCE = Text("Én kilde ligger bak", "Éi kjelde ligg bak", "One source lies behind this")
DOCUMENT = Text("Dokument", "Dokument", "Document")
PUBLISHER = Text("Utgiver", "Utgjevar", "Publisher")
DATED = Text("Dato", "Dato", "Date")
ASSERTIONS = Text("Påstander", "Påstandar", "Assertions")
CALLED = Text("Kalt her", "Kalla her", "Called here")

ALL_TIME = Text("hele tidsrommet", "heile tidsrommet", "all of time")
DAY = Text("slik det var {day}", "slik det var {day}", "as of {day}")
FROM = Text("Kilder: {names}", "Kjelder: {names}", "Sources: {names}")
NO_DOCUMENTS = Text("Ingen kilder oppgitt", "Ingen kjelder oppgitte", "No sources given")
AND_MORE = Text("{first} og {n} til", "{first} og {n} til", "{first} and {n} more")
NODES = Text("1 node", "1 node", "1 node"), Text("{n} noder", "{n} nodar", "{n} nodes")
EDGES = (Text("1 sammenheng", "1 samanheng", "1 relation"),
         Text("{n} sammenhenger", "{n} samanhengar", "{n} relations"))
DOCUMENTS = (Text("1 dokument", "1 dokument", "1 document"),
             Text("{n} dokumenter", "{n} dokument", "{n} documents"))
# fmt: on


def shown_of(n: int, total: int, form: Text = SHOWN_OF) -> Text:
    """How many of how many a slide shows, and where the rest is; nothing where it shows all.

    >>> shown_of(8, 11).nb, shown_of(8, 9).en, shown_of(8, 8).nb
    ('Viser 8 av 11; de andre står i notatene.', 'Showing 8 of 9; the other is in the notes.', '')
    """
    if n == total:
        return same("")
    return form.format(n=n, total=total, rest=number(total - n, *REST))
