"""What is said beside centralities, in words: see `centrality_notes` for when which is."""

from __future__ import annotations

from graphtool.language import Text

EXPLAINED = Text(
    "Hva hvert måltall betyr, med formel, kilde og navn i UCINET, ORA, NetworkX og igraph, sier"
    " spørsmålet centralities.",
    "Kva kvart måltal tyder, med formel, kjelde og namn i UCINET, ORA, NetworkX og igraph, seier"
    " spørsmålet centralities.",
    "What each measure means, with its formula, source and name in UCINET, ORA, NetworkX and"
    " igraph, the query centralities says.",
)
STRONGEST_ONLY = Text(
    ", og egenvektoren gjelder bare den sterkeste delen",
    ", og eigenvektoren gjeld berre den sterkaste delen",
    ", and the eigenvector concerns the strongest part only",
)
NETWORK = Text(
    "{parties}, {ties} av {possible} (tetthet {density}).",
    "{parties}, {ties} av {possible} (tettleik {density}).",
    "{parties}, {ties} of {possible} (density {density}).",
)
NEARLY_ALL = Text(
    "Blant de {n} som er knyttet til noen, er alle eller nesten alle knyttet til alle: partnere,"
    " mellomposisjon og nærhet rangerer lite. Spørsmålet «Det partene møtes i» (forums) viser hva"
    " hver av dem deltar i.",
    "Mellom dei {n} som er knytte til nokon, er alle eller nesten alle knytte til alle: partnarar,"
    " mellomposisjon og nærleik rangerer lite. Spørsmålet «Det partane møtest i» (forums) viser kva"
    " kvar av dei deltek i.",
    "Among the {n} that are tied to anybody all or nearly all are tied to all: degree, betweenness"
    " and closeness rank little. The query forums shows what each of them takes part in.",
)
ALL_TIED = Text(
    "Alle {n} er knyttet til alle: etter partnere, mellomposisjon og nærhet står alle likt{so}.",
    "Alle {n} er knytte til alle: etter partnarar, mellomposisjon og nærleik står alle likt{so}.",
    "All {n} are tied to all: by degree, betweenness and closeness everyone is equal{so}.",
)
BOTH_TIED = Text(
    "De to er knyttet til hverandre: etter partnere, mellomposisjon og nærhet står de likt{so}.",
    "Dei to er knytte til kvarandre: etter partnarar, mellomposisjon og nærleik står dei likt{so}.",
    "The two are tied to each other: by degree, betweenness and closeness they are equal{so}.",
)
SO_NOBODY = Text(
    ", og målt slik er ingen mer sentral",
    ", og målt slik er ingen meir sentral",
    ", and so measured nobody is more central",
)
BUT_STRENGTH = Text(
    "; det er styrken som skiller", "; det er styrken som skil", "; it is strength that tells"
)
SHARED_BY_ALL = Text(
    "Etter {labels} deler {all} førsteplassen: ingen vinner.",
    "Etter {labels} deler {all} førsteplassen: ingen vinnar.",
    "By {labels} {all} share the first place: no winner.",
)
FIRST_BY_ONE = Text(
    "Først etter {label}: {names} ({value}{shared}).",
    "Først etter {label}: {names} ({value}{shared}).",
    "First by {label}: {names} ({value}{shared}).",
)
FIRST_BY_SEVERAL = Text(
    "Først etter {labels}: {names}{shared}.",
    "Først etter {labels}: {names}{shared}.",
    "First by {labels}: {names}{shared}.",
)
IN_PARTS = Text(
    "Nettet består av {n} deler uten forbindelse; nærhet og mellomposisjon teller avstanden mellom"
    " dem som uendelig{only}.",
    "Nettet består av {n} delar utan samband; nærleik og mellomposisjon tel avstanden mellom dei"
    " som uendeleg{only}.",
    "The network is in {n} unconnected parts; closeness and betweenness take the distance between"
    " them as infinite{only}.",
)
EQUALLY_STRONG = Text(
    "{n} deler er like sterke, så egenvektoren er ikke entydig; alle får 0.",
    "{n} delar er like sterke, så eigenvektoren er ikkje eintydig; alle får 0.",
    "{n} parts are equally strong, so the eigenvector is not unique; all get 0.",
)
ESTIMATED = Text(
    "Mellomposisjon er anslått fra {k} av {n} parter (Brandes og Pich 2007, Int. J. Bifurcation and"
    " Chaos 17, 2303); feilen er høyst ± {error}, tre standardfeil, og holdt for 95 av de 100"
    " fremste da den ble prøvd. Der anslagene ikke skiller to parter, deler de plass; langt nede er"
    " de grovere enn feilen sier. Med {exact} regnes alt ut.",
    "Mellomposisjon er anslått frå {k} av {n} partar (Brandes og Pich 2007, Int. J. Bifurcation and"
    " Chaos 17, 2303); feilen er høgst ± {error}, tre standardfeil, og heldt for 95 av dei 100"
    " fremste då han blei prøvd. Der overslaga ikkje skil to partar, deler dei plass; langt nede er"
    " dei grovare enn feilen seier. Med {exact} blir alt rekna ut.",
    "Betweenness is estimated from {k} of {n} parties (Brandes and Pich 2007, Int. J. Bifurcation"
    " and Chaos 17, 2303); the error is at most ± {error}, three standard errors, and held for 95"
    " of the 100 foremost when it was tried. Where estimates do not tell two parties apart they"
    " share a place; far down they are coarser than the error says. With {exact} all is worked"
    " out.",
)
