"""What is said beside any centralities, in words: see `centralities_notes` for when which is."""

from __future__ import annotations

from graphtool.language import Text

SIZE = Text(
    "{parties}, {ties} av {possible}; {alone}.",
    "{parties}, {ties} av {possible}; {alone}.",
    "{parties}, {ties} of {possible}; {alone}.",
)
OTHERS_LEFT_OUT = Text(
    "parter som ikke deltar i noe her, er utelatt ({isolates} tar dem med)",
    "partar som ikkje deltek i noko her, er utelatne ({isolates} tek dei med)",
    "parties that take no part in anything here are left out ({isolates} lists them)",
)
ONE_ALONE = Text("1 er ikke knyttet til noen", "1 er ikkje knytt til nokon", "1 is tied to nobody")
NONE_ALONE = Text(
    "alle er knyttet til noen", "alle er knytte til nokon", "all are tied to somebody"
)
SOME_ALONE = Text(
    "{n} er ikke knyttet til noen", "{n} er ikkje knytte til nokon", "{n} are tied to nobody"
)
NEARLY_ALL = Text(
    "Blant de {n} som er knyttet til noen, er alle eller nesten alle knyttet til alle, så det meste"
    " rangerer lite. Spørsmålet «Det partene møtes i» (forums) viser hva hver av dem deltar i.",
    "Mellom dei {n} som er knytte til nokon, er alle eller nesten alle knytte til alle, så det"
    " meste rangerer lite. Spørsmålet «Det partane møtest i» (forums) viser kva kvar av dei deltek"
    " i.",
    "Among the {n} that are tied to anybody all or nearly all are tied to all, so that most of it"
    " ranks little. The query forums shows what each of them takes part in.",
)
MEASURED = Text(
    "{label}: {who}. Det er {meaning}. [{definition}]",
    "{label}: {who}. Det er {meaning}. [{definition}]",
    "{label}: {who}. That is {meaning}. [{definition}]",
)
FIRST = Text(
    "først {names} ({value}{shared})",
    "først {names} ({value}{shared})",
    "first {names} ({value}{shared})",
)
ALIKE = Text(
    "{all} likt ({value}), ingen vinner",
    "{all} likt ({value}), ingen vinnar",
    "{all} alike ({value}), no winner",
)
ONLY = Text(
    "bare én har en verdi ({value})",
    "berre éin har ein verdi ({value})",
    "only one has a value ({value})",
)
UNDIRECTED = Text(
    "Ikke regnet ut: {names}. Det krever et nett uten retning.",
    "Ikkje rekna ut: {names}. Det krev eit nett utan retning.",
    "Not worked out: {names}. That needs a network without a direction.",
)
DIRECTED = Text(
    "Ikke regnet ut: {names}. Det krever én relasjon, som har en retning.",
    "Ikkje rekna ut: {names}. Det krev éin relasjon, som har ei retning.",
    "Not worked out: {names}. That needs one relation, which has a direction.",
)
TOO_LARGE = Text(
    "Ikke regnet ut: {names}. Nettet er for stort; centrality anslår mellomposisjon.",
    "Ikkje rekna ut: {names}. Nettet er for stort; centrality anslår mellomposisjon.",
    "Not worked out: {names}. The network is too large; centrality estimates betweenness.",
)
NO_VALUE = Text(
    "Ingen har noen verdi etter {names}.",
    "Ingen har nokon verdi etter {names}.",
    "Nobody has a value by {names}.",
)
REDRAWN = Text(
    "Best og dårligst er plassene i 95 av 100 trekninger av forbindelsene (200, med"
    " tilbakelegging): så mye kan plassen skyldes hvilke forbindelser som tilfeldigvis er kjent.",
    "Best og dårlegast er plassane i 95 av 100 trekningar av sambanda (200, med tilbakelegging): så"
    " mykje kan plassen kome av kva samband som tilfeldigvis er kjende.",
    "Best and worst are the places in 95 of 100 draws of the ties (200, with replacement): so much"
    " may a place owe to which ties happen to be known.",
)
