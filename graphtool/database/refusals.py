"""Why a database is not loaded or not asked: what it holds, or who else is at work there."""

from __future__ import annotations

from graphtool.language import Text, number

NO_GRAPH = Text("har ingen plangraf", "har ingen plangraf", "holds no plan graph")
LOAD_ONE = Text(
    "har ingen plangraf; last inn en med graphtool load KILDE",
    "har ingen plangraf; last inn ein med graphtool load KJELDE",
    "holds no plan graph; load one with graphtool load SOURCE",
)
UNFINISHED = Text(
    "en innlasting av «{name}» er i gang eller ble ikke ferdig; vent til den er det, eller kjør"
    " den igjen for å gjøre den ferdig",
    "ei innlasting av «{name}» er i gang eller blei ikkje ferdig; vent til ho er det, eller køyr"
    " ho igjen for å gjere ho ferdig",
    "a load of {name!r} is under way, or was not finished; wait until it is, or run it again to"
    " complete it",
)
OTHER_FORMAT = Text(
    "«{name}» ble lastet inn av en annen versjon av graphtool (format {there}, her {here}); last"
    " den inn igjen med --replace, eller oppdater graphtool",
    "«{name}» blei lasta inn av ein annan versjon av graphtool (format {there}, her {here}); last"
    " han inn igjen med --replace, eller oppdater graphtool",
    "{name!r} was loaded by another version of graphtool (format {there}, here {here}); load it"
    " again with --replace, or update graphtool",
)
LOADED_ANEW = Text(
    "«{name}» ble lastet inn på nytt, eller lastes inn, mens den ble spurt; spør igjen",
    "«{name}» blei lasta inn på nytt, eller blir lasta inn, medan han blei spurd; spør igjen",
    "{name!r} was loaded anew, or is being loaded, while it was asked; ask again",
)
ALWAYS_LOADED = Text(
    "lastes inn igjen og igjen; prøv senere",
    "blir lasta inn igjen og igjen; prøv seinare",
    "is being loaded again and again; try later",
)
STAYS = Text(
    "en graf ble lastet inn der mens en ble tatt ut; den blir stående",
    "ein graf blei lasta inn der medan ein blei teken ut; han blir ståande",
    "a graph was loaded there while one was taken out; it stays",
)
TAKEN_OVER = Text(
    "en annen innlasting har tatt over der, siden denne ikke ga livstegn; denne stanset",
    "ei anna innlasting har teke over der, sidan denne ikkje gav livsteikn; denne stansa",
    "another load has taken over there, since this one showed no sign of life; this one stopped",
)
ANOTHER_LOAD = Text(
    "en annen innlasting av «{name}» er i gang der; ingenting av denne ble skrevet. Vent til den"
    " er ferdig, og kjør så denne om det fortsatt trengs",
    "ei anna innlasting av «{name}» er i gang der; ingenting av denne blei skrive. Vent til ho er"
    " ferdig, og køyr så denne om det framleis trengst",
    "another load of {name!r} is under way there; nothing of this one was written. Wait until it"
    " is done, then run this one if it is still wanted",
)
NOT_ALL = Text(
    "har {there} etter innlastingen, og grafen har {wanted}: noen andre skrev der samtidig. Kjør"
    " den igjen",
    "har {there} etter innlastinga, og grafen har {wanted}: nokon andre skreiv der samstundes."
    " Køyr ho igjen",
    "holds {there} after the load, and the graph has {wanted}: somebody else wrote there at the"
    " same time. Run it again",
)
ROWS = {
    "document": Text("dokumenter", "dokument", "documents"),
    "fact": Text("fakta", "fakta", "facts"),
    "node": Text("noder", "nodar", "nodes"),
    "assertion": Text("utsagn", "utsegner", "assertions"),
    "derived": Text("utledede relasjoner", "utleidde relasjonar", "derived relations"),
}
"""What the rows of a table are called."""
ROW = {
    "document": Text("1 dokument", "1 dokument", "1 document"),
    "fact": Text("1 faktum", "1 faktum", "1 fact"),
    "node": Text("1 node", "1 node", "1 node"),
    "assertion": Text("1 utsagn", "1 utsegn", "1 assertion"),
    "derived": Text("1 utledet relasjon", "1 utleidd relasjon", "1 derived relation"),
}
"""The same, of one."""
NO_BATCH = Text(
    "--batch {batch} går ikke; ventet 1 eller mer",
    "--batch {batch} går ikkje; venta 1 eller meir",
    "a batch of {batch} rows cannot be; expected 1 or more",
)
STRANGERS = Text(
    "har {n} noder merket {node}, {document} eller {fact} som ikke hører til noen plangraf; gi"
    " etiketten et annet navn, eller oppgi en annen database med --database",
    "har {n} nodar merkte {node}, {document} eller {fact} som ikkje høyrer til nokon plangraf; gi"
    " etiketten eit anna namn, eller oppgi ein annan database med --database",
    "holds {n} nodes labelled {node}, {document} or {fact} that are of no plan graph; rename that"
    " label, or name another database with --database",
)
UNMARKED = Text(
    "har en plangraf der merket, noden {mark}, er borte; bruk --replace for å sette «{name}» i"
    " dens sted",
    "har ein plangraf der merket, noden {mark}, er borte; bruk --replace for å setje «{name}» i"
    " staden",
    "holds a plan graph whose mark, the node {mark}, is gone; to put {name!r} in its place use"
    " --replace",
)
MARK_IT_AGAIN = Text(
    "har en plangraf der merket, noden PlanGraph, er borte; last den inn igjen med graphtool load"
    " KILDE --replace",
    "har ein plangraf der merket, noden PlanGraph, er borte; last han inn igjen med graphtool load"
    " KJELDE --replace",
    "holds a plan graph whose mark, the node PlanGraph, is gone; load it again with graphtool load"
    " SOURCE --replace",
)
HOLDS_ANOTHER = Text(
    "har plangrafen «{there}», og en database har plass til én; bruk --replace for å sette"
    " «{name}» i dens sted, eller oppgi en annen database med --database",
    "har plangrafen «{there}», og ein database har plass til éin; bruk --replace for å setje"
    " «{name}» i staden, eller oppgi ein annan database med --database",
    "holds the plan graph {there!r}, and a database holds one; to put {name!r} in its place use"
    " --replace, or name another database with --database",
)
STILL_HELD = Text(
    "«{name}» er ikke lenger i kilden, men andre data der er knyttet til den med {relation}; fjern"
    " den relasjonen først. Ingenting ble endret",
    "«{name}» er ikkje lenger i kjelda, men andre data der er knytte til han med {relation}; fjern"
    " den relasjonen først. Ingenting blei endra",
    "{name!r} has left the source, but other data there is related to it by {relation}; remove"
    " that relation first. Nothing was changed",
)
NAME_TAKEN = Text(
    "en regel eller indeks der heter {name} og er ikke vår; slett den og lag den igjen med et"
    " annet navn, eller oppgi en annen database med --database",
    "ein regel eller indeks der heiter {name} og er ikkje vår; slett han og lag han igjen med eit"
    " anna namn, eller oppgi ein annan database med --database",
    "a constraint or index there is called {name} and is not ours; drop it and make it again under"
    " another name, or name another database with --database",
)
RELABELLED = Text(
    "noden «{name}» har {kinds}: noen har endret etikettene; last inn grafen igjen",
    "noden «{name}» har {kinds}: nokon har endra etikettane; last inn grafen igjen",
    "node {name!r} has {kinds}: somebody changed its labels; load the graph again",
)
NO_KIND = Text("ingen type", "ingen type", "no kind")
SEVERAL_KINDS = Text("flere typer", "fleire typar", "several kinds")
INDEXED = {
    "document": Text("dokumentets id", "id-en til dokumentet", "document id"),
    "node": Text("nodens id", "id-en til noden", "node id"),
    "name": Text("navnet", "namnet", "name"),
    "property": Text("egenskapen", "eigenskapen", "property of a fact"),
}
"""What may be too long for an index."""
TOO_LONG = Text(
    "{what} «{begin}»... er lengre enn de {longest} bytene som Neo4j kan ha i en indeks, og må"
    " kortes ned",
    "{what} «{begin}»... er lengre enn dei {longest} bytane som Neo4j kan ha i ein indeks, og må"
    " kortast ned",
    "the {what} {begin!r}... is longer than the {longest} bytes that Neo4j can hold in an index;"
    " make it shorter",
)


def counted(noun: str, n: int) -> Text:
    """How many rows of a table.

    >>> counted("node", 1).nb, counted("fact", 1).en, counted("assertion", 2).nn
    ('1 node', '1 fact', '2 utsegner')
    """
    words = ROWS[noun]
    return number(n, ROW[noun], Text(*(f"{{n}} {word}" for word in words)))
