"""Graphs of any size for the map's tests: regular enough to check, crooked enough to be real."""

from __future__ import annotations

import random
from typing import Any

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text, same

PLACES = (
    "Frøya",
    "Ørland",
    "Åfjord",
    "Steinkjer",
    "Rennebu",
    "Oppdal",
    "Osen",
    "Namsos",
    "Røros",
    "Hitra",
)
FIELDS = (
    "klima",
    "kompetanse",
    "areal",
    "folkehelse",
    "kultur",
    "samferdsel",
    "reiseliv",
    "bosetting",
)
BODIES = ("næringsforening", "museum", "bondelag", "havnevesen", "skogeierlag", "ungdomsråd")
DEEDS = ("Gang- og sykkelvei", "Kurs", "Nettverk", "Pilot", "Bredbånd", "Kartlegging", "Kampanje")


def region(size: int) -> PlanGraph:
    """Municipalities with actors, strategies with goals, and the measures that join them.

    Exactly `size` nodes (at least 20), about one and a half as many edges.
    """
    nodes: list[dict[str, Any]] = [{"id": "r", "kind": "Region", "name": "Midt-Trøndelag"}]
    edges: list[dict[str, Any]] = []

    def add(node: str, kind: str, name: str, *links: tuple[str, str, str]) -> None:
        nodes.append({"id": node, "kind": kind, "name": name})
        edges.extend({"source": s, "relation": r, "target": t} for s, r, t in links)

    towns, fields = max(3, size // 14), max(2, size // 60)
    for m in range(towns):
        name = PLACES[m % len(PLACES)] + (f" {m // len(PLACES) + 1}" if m >= len(PLACES) else "")
        add(f"m{m}", "Municipality", name, (f"m{m}", "PART_OF", "r"))
    for f in range(fields):
        add(f"s{f}", "Strategy", f"Strategi for {FIELDS[f % len(FIELDS)]} {f + 1}")
    actors = goals = measures = 0
    while len(nodes) < size:
        turn = len(nodes) % 5
        if turn == 0:
            town = (actors * 7) % towns
            add(
                f"a{actors}",
                "Actor",
                f"{nodes[1 + town]['name']} {BODIES[actors % len(BODIES)]}",
                (f"a{actors}", "LOCATED_IN", f"m{town}"),
            )
            actors += 1
        elif turn == 1 or not goals or not actors:
            field = goals % fields
            name = f"Styrke {FIELDS[field % len(FIELDS)]} mot {2030 + goals % 5 * 5}"
            add(f"g{goals}", "Goal", name, (f"g{goals}", "PART_OF", f"s{field}"))
            goals += 1
        else:
            goal, actor = (measures * 3) % goals, (measures * 5) % actors
            links = [
                (f"t{measures}", "CONTRIBUTES_TO", f"g{goal}"),
                (f"a{actor}", "RESPONSIBLE_FOR", f"t{measures}"),
            ]
            if measures % 4 == 3:
                links.append((f"t{measures}", "DEPENDS_ON", f"t{(measures * 2) // 3}"))
            name = (
                f"{DEEDS[measures % len(DEEDS)]} {FIELDS[goal % fields % len(FIELDS)]} {measures}"
            )
            add(f"t{measures}", "Measure", name, *links)
            measures += 1
    return PlanGraph.from_tables(nodes, edges, title=same("Samspill i Midt-Trøndelag"))


def ring(size: int) -> PlanGraph:
    """Municipalities in networks of six, of which each shares two members with the next.

    `size` municipalities in a quarter as many networks, the last beside the first.
    """
    nodes = [
        *({"id": f"k{at}", "kind": "Municipality", "name": f"Kommune {at}"} for at in range(size)),
        *(
            {"id": f"n{at}", "kind": "Actor", "subkind": "network", "name": f"Nettverk {at}"}
            for at in range(size // 4)
        ),
    ]
    edges = [
        {"source": f"k{member % size}", "relation": "MEMBER_OF", "target": f"n{at}"}
        for at in range(size // 4)
        for member in range(4 * at, 4 * at + 6)
    ]
    return PlanGraph.from_tables(nodes, edges)


def cities(size: int = 591, networks: int = 172) -> PlanGraph:
    """Cities in networks of four to fourteen, most of them near each other in the list.

    Every seventh member comes from anywhere, so that communities have much to do with others.
    """
    draw = random.Random(1)
    nodes = [
        *({"id": f"k{at}", "kind": "Municipality", "name": f"By {at}"} for at in range(size)),
        *(
            {"id": f"n{at}", "kind": "Actor", "subkind": "network", "name": f"Nettverk {at}"}
            for at in range(networks)
        ),
    ]
    joined = set()
    for network in range(networks):
        middle, members = draw.randrange(size), draw.choice((4, 5, 6, 8, 10, 12, 14))
        for _ in range(members):
            near = (middle + int(draw.gauss(0, 18))) % size
            joined.add((near if draw.random() < 0.85 else draw.randrange(size), network))
    edges = [
        {"source": f"k{city}", "relation": "MEMBER_OF", "target": f"n{network}"}
        for city, network in sorted(joined)
    ]
    return PlanGraph.from_tables(nodes, edges)


DOCUMENTS = [
    {
        "id": "plan",
        "title": "Strategisk næringsplan",
        "language": "nb",
        "date": "2015-04",
        "url": "https://example.org/plan",
    },
    {
        "id": "avis",
        "title": "Avisen",
        "language": "nn",
        "date": "2016",
        "url": "javascript:alert(1)",
    },
]


def coast() -> PlanGraph:
    """Søgne and Kristiansand, a plan with a goal, and who said what of them."""
    said = {"document": "plan", "line": "12"}
    nodes = [
        {"id": "r", "kind": "Region", "name": "Kristiansandsregionen"},
        {
            "id": "sogne",
            "kind": "Municipality",
            "name": "Søgne",
            "aliases": "Søgne kommune",
            "valid_to": "2019-12-31",
            "quote": "Søgne",
            **said,
        },
        {"id": "kristiansand", "kind": "Municipality", "name": "Kristiansand"},
        {"id": "karasjok", "kind": "Municipality", "name": "Kárášjohka"},
        {"id": "alesund", "kind": "Municipality", "name": "Ålesund"},
        {
            "id": "nett",
            "kind": "Actor",
            "subkind": "network",
            "name": "Næringsnettverket",
            "name_en": "Business network",
        },
        {"id": "snp", "kind": "Plan", "name": "Strategisk næringsplan"},
        {"id": "vekst", "kind": "Goal", "subkind": "main", "name": "Høy vekst i verdiskaping"},
        {"id": "alene", "kind": "Goal", "name": "Et mål uten noen"},
    ]
    edges = [
        {"source": "sogne", "relation": "PART_OF", "target": "r", "modality": "derived"},
        {"source": "kristiansand", "relation": "PART_OF", "target": "r"},
        {
            "source": "vekst",
            "relation": "PART_OF",
            "target": "snp",
            "quote": "Strategiens overordnede mål er høy vekst",
            **said,
        },
        {
            "source": "nett",
            "relation": "OWNS",
            "target": "snp",
            "modality": "planned",
            "quote": "skal eie og koordinere strategien",
            **said,
        },
        {
            "source": "nett",
            "relation": "OWNS",
            "target": "snp",
            "modality": "aspiration",
            "document": "avis",
            "line": "3",
            "quote": "ønskjer å eige",
            "note": "et utkast",
        },
        {"source": "nett", "relation": "COORDINATES", "target": "snp", "modality": "planned"},
        {"source": "sogne", "relation": "MEMBER_OF", "target": "nett"},
        {
            "source": "kristiansand",
            "relation": "MEMBER_OF",
            "target": "nett",
            "quote": "Kristiansand leder nettverket",
            "valid_from": "2015-04-16",
            **said,
        },
        {"source": "karasjok", "relation": "COLLABORATES_WITH", "target": "alesund"},
    ]
    facts = [
        {
            "node": "sogne",
            "property": "population",
            "value": "11259",
            "valid_from": "2015-01-01",
            "valid_to": "2015-01-01",
            "quote": "11 259",
            **said,
        }
    ]
    return PlanGraph.from_tables(
        nodes, edges, DOCUMENTS, facts, name="kysten", title=Text("Kysten", "Kysten", "The coast")
    )


HOSTILE = (
    "</script><script>window.owned=1</script>",
    "<img src=x onerror=window.owned=1>",
    '"><svg onload=window.owned=1>',
    "' onmouseover='window.owned=1",
    "javascript:window.owned=1",
    "{{ 7*7 }}{% raw %}",
    "line\u2028separator\u2029window.owned=1",
    "\u202eright to left\u202c",
    "<!--<script>window.owned=1",
    "]]></script><!DOCTYPE html>",
    "&lt;b&gt; &amp; &#x3c;",
    "\\u003cscript\\u003ewindow.owned=1//\\",
    "__proto__",
)


def hostile() -> PlanGraph:
    """Strings that mean harm in every field that takes text, each in nodes of its own."""
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    documents: list[dict[str, Any]] = []
    facts: list[dict[str, Any]] = []
    for at, text in enumerate(HOSTILE):
        bare = text.replace(";", "")  # which an id may not hold
        evidence = {"document": f"d{at}{bare}", "line": at + 1, "quote": text, "note": text}
        documents.append(
            {
                "id": f"d{at}{bare}",
                "title": text,
                "file": text,
                "publisher": text,
                "url": text if at % 2 else f"https://example.org/{text}",
            }
        )
        nodes.append(
            {
                "id": bare,
                "kind": "Actor",
                "name": text,
                "subkind": text,
                "name_nn": text + "!",
                "aliases": text,
                **evidence,
            }
        )
        nodes.append({"id": f"g{at}", "kind": "Goal", "name": text, **evidence})
        edges.append(
            {"source": bare, "relation": "RESPONSIBLE_FOR", "target": f"g{at}", **evidence}
        )
        facts.append({"node": bare, "property": text, "value": text, "unit": text, **evidence})
    return PlanGraph.from_tables(nodes, edges, documents, facts, title=same(HOSTILE[0]))


def hostile_everywhere() -> PlanGraph:
    """As `hostile`, with nodes of every kind and edges of every relation, so that all views show.

    Some edges end and some nodes begin in a year, so that there is a slider.
    """
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    facts: list[dict[str, Any]] = []
    documents: list[dict[str, Any]] = []
    ids = [text.replace(";", "") for text in HOSTILE]
    for at, text in enumerate(HOSTILE):
        said = {"document": f"d{ids[at]}", "line": at + 1, "quote": text, "note": text}
        documents.append(
            {
                "id": f"d{ids[at]}",
                "title": text,
                "file": text,
                "publisher": text,
                "url": text if at % 2 else f"https://example.org/{text}",
            }
        )
        for kind in schema.KINDS:
            node = f"{ids[at]} {kind}"
            nodes.append(
                {
                    "id": node,
                    "kind": kind,
                    "name": text,
                    "subkind": text,
                    "name_nb": text,
                    "name_nn": text,
                    "name_en": text,
                    "aliases": text,
                    **said,
                }
            )
            facts.append({"node": node, "property": text, "value": text, "unit": text, **said})
        for other in ids[at + 1 : at + 2]:
            for relation in schema.RELATIONS.values():
                sources, targets = relation.endpoints[0]
                source = min(sources)
                target = source if relation.same_kind else min(targets)
                edges.append(
                    {
                        "source": f"{ids[at]} {source}",
                        "relation": relation.name,
                        "target": f"{other} {target}",
                        "valid_from": f"{2010 + at}",
                        **said,
                    }
                )
    return PlanGraph.from_tables(
        nodes, edges, documents, facts, name=HOSTILE[1], title=same(HOSTILE[0])
    )
