"""The measures of `centralities`: what each is called, what it means, how it is defined."""

from __future__ import annotations

from typing import NamedTuple

from graphtool.language import Text


class Position(NamedTuple):
    """A measure of where somebody stands in a network, in words."""

    label: Text
    meaning: Text
    definition: Text
    """A formula, its source, and what other programs call it."""
    directed: bool | None = None
    """Whether it needs a network with a direction, or one without; None for either."""
    least_first: bool = False
    """Whether the least has the first place."""
    of_activities: Text | None = None
    """What it means besides in the weighted network of shared activities."""
    of_whole: Text | None = None
    """What is so besides where the whole network is measured, not each part."""


POSITIONS = {
    "in_degree": Position(
        Text("inn", "inn", "in-degree"),
        Text(
            "hvor mange som relasjonen går fra, hit",
            "kor mange som relasjonen går frå, hit",
            "from how many the relation runs here",
        ),
        Text(
            "kolonnesummene i 0/1-matrisen; UCINET InDegree; ORA In-Degree Centrality, "
            "uskalert; networkx in_degree; igraph degree(in)",
            "kolonnesummane i 0/1-matrisa; UCINET InDegree; ORA In-Degree Centrality, "
            "uskalert; networkx in_degree; igraph degree(in)",
            "column sums of the 0/1 matrix; UCINET InDegree; ORA In-Degree Centrality, "
            "unscaled; networkx in_degree; igraph degree(in)",
        ),
        directed=True,
    ),
    "out_degree": Position(
        Text("ut", "ut", "out-degree"),
        Text(
            "hvor mange som relasjonen går til, herfra",
            "kor mange som relasjonen går til, herfrå",
            "to how many the relation runs from here",
        ),
        Text(
            "radsummene i 0/1-matrisen; UCINET OutDegree; ORA Out-Degree Centrality, "
            "uskalert; networkx out_degree; igraph degree(out)",
            "radsummane i 0/1-matrisa; UCINET OutDegree; ORA Out-Degree Centrality, "
            "uskalert; networkx out_degree; igraph degree(out)",
            "row sums of the 0/1 matrix; UCINET OutDegree; ORA Out-Degree Centrality, "
            "unscaled; networkx out_degree; igraph degree(out)",
        ),
        directed=True,
    ),
    "degree": Position(
        Text("antall", "tal", "degree"),
        Text(
            "hvor mange forbindelser den har; med retning: inn og ut lagt sammen",
            "kor mange samband han har; med retning: inn og ut lagt saman",
            "how many ties it has; where they have a direction, in and out together",
        ),
        Text(
            "ikke normalisert; Freeman 1978; UCINET Degree; ORA Total Degree Centrality, "
            "uskalert, av 0/1-forbindelser; networkx degree; igraph degree",
            "ikkje normalisert; Freeman 1978; UCINET Degree; ORA Total Degree Centrality, "
            "uskalert, av 0/1-samband; networkx degree; igraph degree",
            "not normalised; Freeman 1978; UCINET Degree; ORA Total Degree Centrality, "
            "unscaled, of 0/1 links; networkx degree; igraph degree",
        ),
    ),
    "strength": Position(
        Text("styrke", "styrke", "strength"),
        Text(
            "hvor mye forbindelsene veier til sammen",
            "kor mykje sambanda veg til saman",
            "how much its ties weigh together",
        ),
        Text(
            "summen av vektene til forbindelsene; Newman 2001; UCINET Degree av data med "
            "verdier; ORA Total Degree Centrality, uskalert; networkx degree(weight); "
            "igraph strength",
            "summen av vektene til sambanda; Newman 2001; UCINET Degree av data med "
            "verdiar; ORA Total Degree Centrality, uskalert; networkx degree(weight); "
            "igraph strength",
            "sum of the weights of its ties; Newman 2001; UCINET Degree of valued data; "
            "ORA Total Degree Centrality, unscaled; networkx degree(weight); igraph "
            "strength",
        ),
        directed=False,
        of_activities=Text(
            "antall aktiviteter den deler med noen",
            "tal på aktivitetar han deler med nokon",
            "the number of activities that it shares",
        ),
    ),
    "betweenness": Position(
        Text("mellomposisjon", "mellomposisjon", "betweenness"),
        Text(
            "hvor stor del av de korteste veiene mellom andre som går gjennom den",
            "kor stor del av dei kortaste vegane mellom andre som går gjennom han",
            "the share of the shortest ways between others that run through it",
        ),
        Text(
            "hver forbindelse ett ledd, over parene av andre; Freeman 1977; UCINET Freeman "
            "betweenness (n); ORA Betweenness Centrality; networkx betweenness_centrality; "
            "igraph betweenness over parene",
            "kvart samband eitt ledd, over para av andre; Freeman 1977; UCINET Freeman "
            "betweenness (n); ORA Betweenness Centrality; networkx betweenness_centrality; "
            "igraph betweenness over para",
            "each tie one step, over the pairs of others; Freeman 1977; UCINET Freeman "
            "betweenness (n); ORA Betweenness Centrality; networkx betweenness_centrality; "
            "igraph betweenness over the pairs",
        ),
    ),
    "weighted_betweenness": Position(
        Text("vektet mellomposisjon", "vekta mellomposisjon", "weighted betweenness"),
        Text(
            "det samme, der en sterk forbindelse er en kort vei",
            "det same, der eit sterkt samband er ein kort veg",
            "the same, where a strong tie is a short way",
        ),
        Text(
            "en forbindelse er 1/vekt lang; veier som er like på 1e-9 av lengden, er like "
            "korte; Brandes 2001, Newman 2001; networkx "
            "betweenness_centrality(weight=1/w); igraph betweenness(weights=1/w) over "
            "parene",
            "eit samband er 1/vekt langt; vegar som er like på 1e-9 av lengda, er like "
            "korte; Brandes 2001, Newman 2001; networkx "
            "betweenness_centrality(weight=1/w); igraph betweenness(weights=1/w) over para",
            "a tie is 1/weight long; ways alike to 1e-9 of their length are equally short; "
            "Brandes 2001, Newman 2001; networkx betweenness_centrality(weight=1/w); "
            "igraph betweenness(weights=1/w) over the pairs",
        ),
        directed=False,
    ),
    "closeness": Position(
        Text("nærhet (WF)", "nærleik (WF)", "closeness (WF)"),
        Text(
            "hvor kort det er til dem den når, ganget med hvor stor del av de andre det er",
            "kor kort det er til dei han når, gonga med kor stor del av dei andre det er",
            "how short it is to those that it reaches, times their share of all others",
        ),
        Text(
            "(r/(n-1)) * (r/summen av avstandene) til de r den når, langs pilene; "
            "Wasserman og Faust 1994, 5.22; der alle når alle, UCINET og ORA Closeness "
            "Centrality; networkx closeness_centrality(wf_improved), av den snudde grafen "
            "der det er retning",
            "(r/(n-1)) * (r/summen av avstandane) til dei r han når, langs pilene; "
            "Wasserman og Faust 1994, 5.22; der alle når alle, UCINET og ORA Closeness "
            "Centrality; networkx closeness_centrality(wf_improved), av den snudde grafen "
            "der det er retning",
            "(r/(n-1)) * (r/sum of distances) to the r that it reaches, along the arcs; "
            "Wasserman & Faust 1994, 5.22; where all reach all UCINET and ORA Closeness "
            "Centrality; networkx closeness_centrality(wf_improved), of the reversed graph "
            "where directed",
        ),
    ),
    "harmonic": Position(
        Text("nærhet", "nærleik", "harmonic closeness"),
        Text(
            "hvor nær den er alle andre i snitt: 1 er direkte, 0 er uten vei",
            "kor nær han er alle andre i snitt: 1 er direkte, 0 er utan veg",
            "how near it is to all others on average: 1 is directly, 0 is no way",
        ),
        Text(
            "gjennomsnittet av 1/avstand til alle andre, langs pilene; Marchiori og Latora "
            "2000; ORA Inverse Closeness; networkx harmonic_centrality delt på n-1, av den "
            "snudde grafen der det er retning; igraph harmonic_centrality(out)",
            "gjennomsnittet av 1/avstand til alle andre, langs pilene; Marchiori og Latora "
            "2000; ORA Inverse Closeness; networkx harmonic_centrality delt på n-1, av den "
            "snudde grafen der det er retning; igraph harmonic_centrality(out)",
            "mean of 1/distance to all others, along the arcs; Marchiori & Latora 2000; "
            "ORA Inverse Closeness; networkx harmonic_centrality over n-1, of the reversed "
            "graph where directed; igraph harmonic_centrality(out)",
        ),
    ),
    "eigenvector": Position(
        Text("egenvektor", "eigenvektor", "eigenvector"),
        Text(
            "om den er sterkt knyttet til dem som selv er sterkt knyttet",
            "om han er sterkt knytt til dei som sjølve er sterkt knytte",
            "whether it is strongly tied to those who are strongly tied themselves",
        ),
        Text(
            "for den største egenverdien til vektene, lengde 1; "
            "Bonacich 1972; UCINET Eigenvector; ORA Eigenvector Centrality, "
            "uskalert; networkx eigenvector_centrality(weight) av et sammenhengende "
            "nettverk; igraph eigenvector_centrality delt på lengden",
            "for den største eigenverdien til vektene, lengd 1; "
            "Bonacich 1972; UCINET Eigenvector; ORA Eigenvector Centrality, "
            "uskalert; networkx eigenvector_centrality(weight) av eit samanhengande "
            "nettverk; igraph eigenvector_centrality delt på lengda",
            "of the largest eigenvalue of the weights, length 1; "
            "Bonacich 1972; UCINET Eigenvector; ORA Eigenvector Centrality, "
            "unscaled; networkx eigenvector_centrality(weight) of a connected network; "
            "igraph eigenvector_centrality over its length",
        ),
        directed=False,
        of_whole=Text(
            "0 utenfor den sterkeste delen",
            "0 utanfor den sterkaste delen",
            "0 outside the strongest part",
        ),
    ),
    "pagerank": Position(
        Text("PageRank", "PageRank", "PageRank"),
        Text(
            "hvor ofte en som følger forbindelsene etter vekt, kommer innom",
            "kor ofte ein som følgjer sambanda etter vekt, kjem innom",
            "how often somebody comes by who follows the ties by their weights",
        ),
        Text(
            "demping 0,85, sum 1; Brin og Page 1998; networkx pagerank; igraph pagerank",
            "demping 0,85, sum 1; Brin og Page 1998; networkx pagerank; igraph pagerank",
            "damping 0.85, sums to 1; Brin & Page 1998; networkx pagerank; igraph pagerank",
        ),
    ),
    "katz": Position(
        Text("Katz", "Katz", "Katz"),
        Text(
            "hvor mange veier av alle lengder som fører hit, de lange med mindre vekt",
            "kor mange vegar av alle lengder som fører hit, dei lange med mindre vekt",
            "how many walks of any length lead here, the long ones counting less",
        ),
        Text(
            "x = 1 + a A'x, uvektet, a = 0,85 / største grad inn, lengde 1; Katz 1953; "
            "networkx katz_centrality_numpy(alpha=a, weight=None)",
            "x = 1 + a A'x, uvekta, a = 0,85 / største grad inn, lengd 1; Katz 1953; "
            "networkx katz_centrality_numpy(alpha=a, weight=None)",
            "x = 1 + a A'x, unweighted, a = 0.85 / largest in-degree, length 1; Katz 1953; "
            "networkx katz_centrality_numpy(alpha=a, weight=None)",
        ),
    ),
    "constraint": Position(
        Text("bundethet", "bundenskap", "constraint"),
        Text(
            "hvor mye av kontakten som går til dem som også har hverandre; lite er stor frihet,"
            " og den minste er først",
            "kor mykje av kontakten som går til dei som også har kvarandre; lite er stor fridom, og"
            " den minste er først",
            "how much of its contact goes to those who have each other too; little is freedom, and"
            " the least is first",
        ),
        Text(
            "summen over kontakter j av (p_ij + sum p_iq p_qj)^2, vektet; Burt 1992, 2.4; "
            "UCINET Structural Holes: Constraint; ORA Constraint (Burt); networkx "
            "constraint(weight); igraph constraint(weights)",
            "summen over kontaktar j av (p_ij + sum p_iq p_qj)^2, vekta; Burt 1992, 2.4; "
            "UCINET Structural Holes: Constraint; ORA Constraint (Burt); networkx "
            "constraint(weight); igraph constraint(weights)",
            "sum over contacts j of (p_ij + sum p_iq p_qj)^2, weighted; Burt 1992, 2.4; "
            "UCINET Structural Holes: Constraint; ORA Constraint (Burt); networkx "
            "constraint(weight); igraph constraint(weights)",
        ),
        least_first=True,
    ),
    "effective_size": Position(
        Text("ulike kontakter", "ulike kontaktar", "effective size"),
        Text(
            "hvor mange kontakter den har når de som også har hverandre, teller mindre",
            "kor mange kontaktar han har når dei som også har kvarandre, tel mindre",
            "how many contacts it has where those who have each other too count less",
        ),
        Text(
            "summen over kontakter j av 1 - sum p_iq m_jq, vektet; Burt 1992, 2.2; UCINET "
            "Structural Holes: EffSize; ORA Effective Network Size (Burt); networkx "
            "effective_size(nodes, weight)",
            "summen over kontaktar j av 1 - sum p_iq m_jq, vekta; Burt 1992, 2.2; UCINET "
            "Structural Holes: EffSize; ORA Effective Network Size (Burt); networkx "
            "effective_size(nodes, weight)",
            "sum over contacts j of 1 - sum p_iq m_jq, weighted; Burt 1992, 2.2; UCINET "
            "Structural Holes: EffSize; ORA Effective Network Size (Burt); networkx "
            "effective_size(nodes, weight)",
        ),
    ),
    "core": Position(
        Text("kjernetall", "kjernetal", "core number"),
        Text(
            "den største k der den er i en gruppe der alle har minst k forbindelser innbyrdes",
            "den største k der han er i ei gruppe der alle har minst k samband innbyrdes",
            "the largest k for which it is in a group where all have k ties or more among them",
        ),
        Text(
            "piler som forbindelser; Seidman 1983; UCINET K-cores; networkx core_number; "
            "igraph coreness",
            "piler som samband; Seidman 1983; UCINET K-cores; networkx core_number; igraph "
            "coreness",
            "arcs as ties; Seidman 1983; UCINET K-cores; networkx core_number; igraph coreness",
        ),
    ),
    "clustering": Position(
        Text("lukkethet", "lukkaheit", "local clustering"),
        Text(
            "hvor stor del av kontaktparene som selv er knyttet sammen; ikke definert for færre"
            " enn to kontakter",
            "kor stor del av kontaktpara som sjølve er knytte saman; ikkje definert for færre enn"
            " to kontaktar",
            "the share of pairs of its contacts that are tied; not defined for fewer than two",
        ),
        Text(
            "piler som forbindelser; Watts og Strogatz 1998; UCINET og ORA Clustering "
            "Coefficient; networkx clustering; igraph transitivity_local_undirected",
            "piler som samband; Watts og Strogatz 1998; UCINET og ORA Clustering "
            "Coefficient; networkx clustering; igraph transitivity_local_undirected",
            "arcs as ties; Watts & Strogatz 1998; UCINET and ORA Clustering Coefficient; "
            "networkx clustering; igraph transitivity_local_undirected",
        ),
    ),
}
