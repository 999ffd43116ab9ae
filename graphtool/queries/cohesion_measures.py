"""The measures of `cohesion`: what each is called, what it means, how it is defined."""

from __future__ import annotations

from typing import NamedTuple

from graphtool.language import Text, same


class Measure(NamedTuple):
    """A measure of a whole network, in words."""

    label: Text
    meaning: Text
    definition: Text
    """A formula, its source, and what other programs call it."""


MEASURES = {
    "parties": Measure(
        Text("parter", "partar", "parties"),
        Text(
            "hvor mange som er med i nettet",
            "kor mange som er med i nettet",
            "how many are in the network",
        ),
        same("n"),
    ),
    "ties": Measure(
        Text("forbindelser", "samband", "ties"),
        Text(
            "hvor mange par som er knyttet sammen; med retning: hvor mange piler",
            "kor mange par som er knytte saman; med retning: kor mange piler",
            "how many pairs are tied; where it has a direction, how many arrows",
        ),
        same("m"),
    ),
    "density": Measure(
        Text("tetthet", "tettleik", "density"),
        Text(
            "hvor stor del av de mulige forbindelsene som finnes: 0 ingen, 1 alle med alle",
            "kor stor del av dei moglege sambanda som finst: 0 ingen, 1 alle med alle",
            "the share of possible ties that are there: 0 none, 1 everybody with everybody",
        ),
        Text(
            "m / (n(n−1)/2), med retning m / (n(n−1)); Wasserman og Faust 1994, 4.3; "
            "networkx density",
            "m / (n(n−1)/2), med retning m / (n(n−1)); Wasserman og Faust 1994, 4.3; "
            "networkx density",
            "m / (n(n−1)/2), directed m / (n(n−1)); Wasserman & Faust 1994, 4.3; networkx density",
        ),
    ),
    "components": Measure(
        Text("deler", "delar", "components"),
        Text(
            "i hvor mange deler nettet faller; ingen vei går fra den ene til den andre",
            "i kor mange delar nettet fell; ingen veg går frå den eine til den andre",
            "into how many parts the network falls; no way leads from one to another",
        ),
        Text(
            "svakt sammenhengende komponenter; networkx weakly_connected_components",
            "svakt samanhengande komponentar; networkx weakly_connected_components",
            "weakly connected components; networkx weakly_connected_components",
        ),
    ),
    "isolates": Measure(
        Text("uten forbindelser", "utan samband", "isolates"),
        Text(
            "hvor mange som ikke er knyttet til noen",
            "kor mange som ikkje er knytte til nokon",
            "how many are tied to nobody",
        ),
        Text(
            "grad 0; networkx isolates", "grad 0; networkx isolates", "degree 0; networkx isolates"
        ),
    ),
    "largest_component": Measure(
        Text("største del", "største del", "largest component"),
        Text(
            "hvor stor del av partene som er i den største delen",
            "kor stor del av partane som er i den største delen",
            "the share of the parties that are in the largest part",
        ),
        Text(
            "noder i den største svake komponenten / n",
            "nodar i den største svake komponenten / n",
            "nodes of the largest weak component / n",
        ),
    ),
    "average_distance": Measure(
        Text("gjennomsnittlig avstand", "gjennomsnittleg avstand", "average distance"),
        Text(
            "hvor mange ledd det i snitt er mellom to som kan nå hverandre: 1 er direkte",
            "kor mange ledd det i snitt er mellom to som kan nå kvarandre: 1 er direkte",
            "how many steps lie between two that reach each other, on average: 1 is directly",
        ),
        Text(
            "gjennomsnittet av korteste vei over par med en vei, langs pilene; igraph "
            "mean_distance",
            "gjennomsnittet av kortaste veg over par med ein veg, langs pilene; igraph "
            "mean_distance",
            "mean shortest path over pairs with a path, along the arcs; igraph mean_distance",
        ),
    ),
    "diameter": Measure(
        Text("lengste avstand", "lengste avstand", "diameter"),
        Text(
            "hvor mange ledd det er mellom de to som er lengst fra hverandre",
            "kor mange ledd det er mellom dei to som er lengst frå kvarandre",
            "how many steps lie between the two that are farthest apart",
        ),
        Text(
            "den lengste av de korteste veiene over par med en vei; igraph diameter",
            "den lengste av dei kortaste vegane over par med ein veg; igraph diameter",
            "longest shortest path over pairs with a path; igraph diameter",
        ),
    ),
    "degree_centralisation": Measure(
        Text("sentralisering, partnere", "sentralisering, partnarar", "degree centralisation"),
        Text(
            "om partnerne er samlet hos én: 0 alle har like mange, 1 én er knyttet til alle, de"
            " andre bare til den ene",
            "om partnarane er samla hos éin: 0 alle har like mange, 1 éin er knytt til alle, dei"
            " andre berre til den eine",
            "whether one has the partners: 0 all have as many, 1 one is tied to all, the others"
            " only to that one",
        ),
        same(
            "Σ(max−d) / ((n−1)(n−2)); Freeman 1978, Social Networks 1, 215; UCINET centralization"
        ),
    ),
    "in_centralisation": Measure(
        Text("sentralisering, inn", "sentralisering, inn", "in-degree centralisation"),
        Text(
            "om pilene går til én: 0 alle får like mange, 1 alle går til samme part",
            "om pilene går til éin: 0 alle får like mange, 1 alle går til same part",
            "whether the arrows go to one: 0 all get as many, 1 all go to the same party",
        ),
        Text(
            "Σ(max−d) / (n−1)²; Freeman 1978; Wasserman og Faust 1994, 5.3",
            "Σ(max−d) / (n−1)²; Freeman 1978; Wasserman og Faust 1994, 5.3",
            "Σ(max−d) / (n−1)²; Freeman 1978; Wasserman & Faust 1994, 5.3",
        ),
    ),
    "out_centralisation": Measure(
        Text("sentralisering, ut", "sentralisering, ut", "out-degree centralisation"),
        Text(
            "om pilene kommer fra én: 0 alle gir like mange, 1 alle kommer fra samme part",
            "om pilene kjem frå éin: 0 alle gir like mange, 1 alle kjem frå same part",
            "whether the arrows come from one: 0 all give as many, 1 all come from one party",
        ),
        Text(
            "Σ(max−d) / (n−1)²; Freeman 1978; Wasserman og Faust 1994, 5.3",
            "Σ(max−d) / (n−1)²; Freeman 1978; Wasserman og Faust 1994, 5.3",
            "Σ(max−d) / (n−1)²; Freeman 1978; Wasserman & Faust 1994, 5.3",
        ),
    ),
    "closeness_centralisation": Measure(
        Text("sentralisering, nærhet", "sentralisering, nærleik", "closeness centralisation"),
        Text(
            "om én er mye nærmere de andre enn resten er: 0 alle like nær, 1 som i en stjerne;"
            " bare der alle kan nå alle",
            "om éin er mykje nærare dei andre enn resten er: 0 alle like nær, 1 som i ei stjerne;"
            " berre der alle kan nå alle",
            "whether one is much nearer to others than the rest: 0 all as near, 1 as in a star;"
            " only where all reach all",
        ),
        Text(
            "Σ(max−C) / ((n−1)(n−2)/(2n−3)), C = (n−1)/Σavstand; Freeman 1978",
            "Σ(max−C) / ((n−1)(n−2)/(2n−3)), C = (n−1)/Σavstand; Freeman 1978",
            "Σ(max−C) / ((n−1)(n−2)/(2n−3)), C = (n−1)/Σdistance; Freeman 1978",
        ),
    ),
    "betweenness_centralisation": Measure(
        Text(
            "sentralisering, mellomposisjon",
            "sentralisering, mellomposisjon",
            "betweenness centralisation",
        ),
        Text(
            "om veiene mellom de andre går gjennom én: 0 ingen skiller seg ut, 1 alle gjennom"
            " samme part",
            "om vegane mellom dei andre går gjennom éin: 0 ingen skil seg ut, 1 alle gjennom same"
            " part",
            "whether the ways between others run through one: 0 nobody stands out, 1 all through"
            " the same party",
        ),
        Text(
            "Σ(max−B) / (n−1), B normalisert; Freeman 1978; UCINET network centralization index",
            "Σ(max−B) / (n−1), B normalisert; Freeman 1978; UCINET network centralization index",
            "Σ(max−B) / (n−1), B normalised; Freeman 1978; UCINET network centralization index",
        ),
    ),
    "transitivity": Measure(
        Text("transitivitet", "transitivitet", "transitivity"),
        Text(
            "hvor ofte to som har en felles partner, også er knyttet til hverandre",
            "kor ofte to som har ein felles partnar, også er knytte til kvarandre",
            "how often two that have a partner in common are tied to each other too",
        ),
        Text(
            "3 × trekanter / par av forbindelser som møtes; piler regnet som forbindelser; "
            "networkx transitivity",
            "3 × trekantar / par av samband som møtest; piler rekna som samband; networkx "
            "transitivity",
            "3 × triangles / pairs of ties that meet; arcs taken as ties; networkx transitivity",
        ),
    ),
    "clustering": Measure(
        Text("klynging", "klynging", "clustering"),
        Text(
            "det samme for hver part, i snitt over alle",
            "det same for kvar part, i snitt over alle",
            "the same for each party, on average over all",
        ),
        Text(
            "gjennomsnittet over partene av forbundne par av partnere / par, 0 under to; "
            "Watts og Strogatz 1998; networkx average_clustering",
            "gjennomsnittet over partane av par av partnarar med samband / par, 0 under "
            "to; Watts og Strogatz 1998; networkx average_clustering",
            "mean of each party's tied pairs of partners / pairs, 0 below two; Watts & "
            "Strogatz 1998; networkx average_clustering",
        ),
    ),
    "dyad_reciprocity": Measure(
        Text("gjensidige par", "gjensidige par", "reciprocity, pairs"),
        Text(
            "hvor stor del av parene med en pil som har piler begge veier",
            "kor stor del av para med ei pil som har piler begge vegar",
            "the share of pairs with an arrow that have arrows both ways",
        ),
        Text(
            "gjensidige / (gjensidige + enveis par); UCINET dyad-based reciprocity; igraph "
            "mode=ratio",
            "gjensidige / (gjensidige + einvegs par); UCINET dyad-based reciprocity; "
            "igraph mode=ratio",
            "mutual / (mutual + one-way pairs); UCINET dyad-based reciprocity; igraph mode=ratio",
        ),
    ),
    "arc_reciprocity": Measure(
        Text("besvarte piler", "svara piler", "reciprocity, arcs"),
        Text(
            "hvor stor del av pilene som har en pil tilbake",
            "kor stor del av pilene som har ei pil tilbake",
            "the share of arrows that have one back",
        ),
        Text(
            "piler med en pil tilbake / m; networkx overall_reciprocity; igraph reciprocity",
            "piler med ei pil tilbake / m; networkx overall_reciprocity; igraph reciprocity",
            "arcs with an arc back / m; networkx overall_reciprocity; igraph reciprocity",
        ),
    ),
    "connectedness": Measure(
        Text("sammenheng", "samanheng", "connectedness"),
        Text(
            "hvor stor del av alle par som henger sammen gjennom nettet: 1 alle",
            "kor stor del av alle par som heng saman gjennom nettet: 1 alle",
            "the share of all pairs that hang together through the network: 1 all",
        ),
        Text(
            "par med en vei den ene eller andre veien / par; Krackhardt 1994; sna connectedness",
            "par med ein veg den eine eller andre vegen / par; Krackhardt 1994; sna connectedness",
            "pairs with a path either way / pairs; Krackhardt 1994; sna connectedness",
        ),
    ),
    "hierarchy": Measure(
        Text("hierarki", "hierarki", "hierarchy"),
        Text(
            "hvor stor del av parene der den ene når den andre, der det bare går én vei",
            "kor stor del av para der den eine når den andre, der det berre går éin veg",
            "of the pairs where one reaches the other, the share where only one does",
        ),
        Text(
            "1 − par som når hverandre / par der den ene når den andre; Krackhardt 1994; "
            "sna hierarchy",
            "1 − par som når kvarandre / par der den eine når den andre; Krackhardt 1994; "
            "sna hierarchy",
            "1 − pairs that reach each other / pairs where one reaches the other; "
            "Krackhardt 1994; sna hierarchy",
        ),
    ),
    "efficiency": Measure(
        Text("sparsommelighet", "sparsemd", "efficiency"),
        Text(
            "1: bare de forbindelsene som må til for å henge sammen; 0: alle mulige, så ingen"
            " enkelt er nødvendig",
            "1: berre dei sambanda som må til for å henge saman; 0: alle moglege, så ikkje noko"
            " enkelt trengst",
            "1: just the ties needed to hang together; 0: all possible, so that none is needed",
        ),
        Text(
            "1 − Σ(m_c − (n_c−1)) / Σ(mulige_c − (n_c−1)) over komponenter; Krackhardt "
            "1994; sna efficiency",
            "1 − Σ(m_c − (n_c−1)) / Σ(moglege_c − (n_c−1)) over komponentar; Krackhardt "
            "1994; sna efficiency",
            "1 − Σ(m_c − (n_c−1)) / Σ(possible_c − (n_c−1)) over components; Krackhardt "
            "1994; sna efficiency",
        ),
    ),
    "upper_bound": Measure(
        Text("felles overordnet", "felles overordna", "least upper bound"),
        Text(
            "hvor stor del av parene som har en nærmeste felles part at begge kan nås fra",
            "kor stor del av para som har ein næraste felles part at begge kan nåast frå",
            "the share of pairs that have a nearest party in common from which both are reached",
        ),
        Text(
            "1 − par uten / Σ(n_c−1)(n_c−2)/2; Krackhardt 1994; sna lubness",
            "1 − par utan / Σ(n_c−1)(n_c−2)/2; Krackhardt 1994; sna lubness",
            "1 − pairs without / Σ(n_c−1)(n_c−2)/2; Krackhardt 1994; sna lubness",
        ),
    ),
    "core_periphery": Measure(
        Text("kjerne og utkant", "kjerne og utkant", "core and periphery"),
        Text(
            "hvor godt nettet passer med en kjerne som alle er knyttet til, og en utkant uten"
            " forbindelser seg imellom: 1 helt, 0 ikke",
            "kor godt nettet passar med ei kjerne som alle er knytte til, og ein utkant utan"
            " samband seg imellom: 1 heilt, 0 ikkje",
            "how well the network fits a core that all are tied to and a periphery without ties"
            " among itself: 1 wholly, 0 not at all",
        ),
        Text(
            "korrelasjon med idealmønsteret, kjernen 1 med alle, utkanten 0; Borgatti og "
            "Everett 1999, Social Networks 21, 375",
            "korrelasjon med idealmønsteret, kjerna 1 med alle, utkanten 0; Borgatti og "
            "Everett 1999, Social Networks 21, 375",
            "correlation with the ideal pattern, core 1 with all, periphery 0; Borgatti & "
            "Everett 1999, Social Networks 21, 375",
        ),
    ),
    "ei_municipality": Measure(
        Text("ut/inn, kommuner", "ut/inn, kommunar", "E-I, municipalities"),
        Text(
            "om forbindelsene går ut av kommunen eller blir innenfor: −1 alle innenfor, 1 alle ut",
            "om sambanda går ut av kommunen eller blir innanfor: −1 alle innanfor, 1 alle ut",
            "whether ties leave the municipality or stay inside: −1 all inside, 1 all leave",
        ),
        Text(
            "(ut − inn) / m; Krackhardt og Stern 1988, Social Psychology Quarterly 51, 123",
            "(ut − inn) / m; Krackhardt og Stern 1988, Social Psychology Quarterly 51, 123",
            "(external − internal) / m; Krackhardt & Stern 1988, Social Psychology "
            "Quarterly 51, 123",
        ),
    ),
    "ei_county": Measure(
        Text("ut/inn, fylker", "ut/inn, fylke", "E-I, counties"),
        Text(
            "om forbindelsene går ut av fylket eller blir innenfor: −1 alle innenfor, 1 alle ut",
            "om sambanda går ut av fylket eller blir innanfor: −1 alle innanfor, 1 alle ut",
            "whether ties leave the county or stay inside: −1 all inside, 1 all leave",
        ),
        Text(
            "(ut − inn) / m; Krackhardt og Stern 1988",
            "(ut − inn) / m; Krackhardt og Stern 1988",
            "(external − internal) / m; Krackhardt & Stern 1988",
        ),
    ),
    "ei_sector": Measure(
        Text("ut/inn, sektorer", "ut/inn, sektorar", "E-I, sectors"),
        Text(
            "om forbindelsene går til andre sektorer eller blir innenfor: −1 alle innenfor, 1"
            " alle ut",
            "om sambanda går til andre sektorar eller blir innanfor: −1 alle innanfor, 1 alle ut",
            "whether ties go to other sectors or stay inside: −1 all inside, 1 all leave",
        ),
        Text(
            "(ut − inn) / m; Krackhardt og Stern 1988",
            "(ut − inn) / m; Krackhardt og Stern 1988",
            "(external − internal) / m; Krackhardt & Stern 1988",
        ),
    ),
}


def defined(english: str) -> Text:
    """The definition that in English is this, as a reader has it.

    >>> defined("degree 0; networkx isolates").nn
    'grad 0; networkx isolates'
    """
    return _DEFINED[english]


_DEFINED = {measure.definition.en: measure.definition for measure in MEASURES.values()}
