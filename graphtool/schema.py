"""The vocabulary: which kinds of things a plan graph holds and how they may be related.

This one table is what validation, help, legends, colours, docs and templates are derived from.
To add a kind or a relation, add a row here.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple, TypeAlias, get_args

from graphtool.errors import UnknownName
from graphtool.language import Text, spelled

Modality = Literal["stated", "planned", "aspiration", "derived"]
Status = Literal["met", "pending", "unknown"]

MODALITIES: dict[str, Text] = {
    "stated": Text("sagt som fakta", "sagt som fakta", "stated as fact"),
    "planned": Text("planlagt", "planlagt", "planned"),
    "aspiration": Text("ønsket", "ønskt", "aspired to"),
    "derived": Text("utledet", "utleidd", "derived"),
}
"""How a source says it: as a fact, as a plan («skal», «vil»), as a wish, or only by inference."""
BEST_SAID_FIRST = ("stated", "derived", "planned", "aspiration")
"""The modalities in the order in which one of several assertions of the same is chosen."""

STATUSES: dict[str, Text] = {
    "met": Text("oppfylt", "oppfylt", "met"),
    "pending": Text("gjenstår", "står att", "pending"),
    "unknown": Text("ukjent", "ukjend", "unknown"),
}
"""Where a dependency stands."""

assert tuple(MODALITIES) == get_args(Modality)
assert sorted(MODALITIES) == sorted(BEST_SAID_FIRST)
assert tuple(STATUSES) == get_args(Status)


class Kind(NamedTuple):
    """A kind of node."""

    name: str
    file: str
    """Stem of its file in a dataset folder, its sheet in a workbook."""
    label: Text
    plural: Text
    meaning: Text
    subkinds: dict[str, Text]
    """Known refinements; others are allowed, with a warning that offers the nearest."""
    shape: str
    """Its shape on a map, told apart without colour; a vis-network shape."""
    colour: str
    """From the palette of Okabe and Ito (2008), safe for colour-blind readers."""


class Line(NamedTuple):
    """How the edges of a relation are drawn; no two have the same dash and arrow."""

    family: str
    """Use of colour, by which a map's themes give it one: relations of one family share it."""
    width: float
    """In pixels."""
    arrow: str
    """Name of its arrowhead on a map."""
    dash: tuple[int, ...] = ()
    """Dash pattern in pixels; empty is a full line."""


class Parent(NamedTuple):
    """Which end of a relation the other stands under on a map, and how strongly that is meant."""

    end: Literal["source", "target"]
    order: int
    """Of several relations the one with the lowest decides."""
    gathers: bool = False
    """Whether who has several under it by this relation heads a group."""


class Relation(NamedTuple):
    """A kind of edge, read from its source to its target."""

    name: str
    endpoints: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Allowed (kinds of source, kinds of target), any source of a pair with any of its targets."""
    label: Text
    """Read forwards: source *owns* target."""
    inverse: Text
    """Read backwards: target *is owned by* source. Computed, never stored."""
    role: str
    """What the source is to the target, a column in the target's file: `owner`."""
    meaning: Text
    line: Line
    parent: Parent | None = None
    """Which end the other stands under on a map; none places nobody."""
    undirected: bool = False
    same_kind: bool = False
    """Source and target must be of one kind (a municipality is not succeeded by a plan)."""
    letter: Text | None = None
    """Stands for it in a matrix of who has which role; None for what is no role."""

    def allows(self, source: str, target: str) -> bool:
        """Whether an edge may run from one kind to another.

        >>> relation("OWNS").allows("Actor", "Goal"), relation("OWNS").allows("Goal", "Actor")
        (True, False)
        """
        if self.same_kind and source != target:
            return False
        return (source, target) in _pairs(self.endpoints)

    @property
    def sources(self) -> frozenset[str]:
        """Every kind that may stand at its beginning."""
        return _every(self.endpoints, 0)

    @property
    def targets(self) -> frozenset[str]:
        """Every kind that may stand at its end."""
        return _every(self.endpoints, 1)


Endpoints: TypeAlias = tuple[tuple[frozenset[str], frozenset[str]], ...]


@lru_cache(maxsize=128)
def _every(endpoints: Endpoints, end: Literal[0, 1]) -> frozenset[str]:
    return frozenset().union(*(pair[end] for pair in endpoints))


@lru_cache(maxsize=64)
def _pairs(endpoints: Endpoints) -> frozenset[tuple[str, str]]:
    """Every kind of source with every kind of target that it may have."""
    return frozenset(pair for one, other in endpoints for pair in product(one, other))


def _subkinds(*rows: tuple[str, str, str, str]) -> dict[str, Text]:
    return {name: Text(nb, nn, en) for name, nb, nn, en in rows}


# fmt: off
KINDS: dict[str, Kind] = {kind.name: kind for kind in (
    Kind("Region", "regions",
         Text("region", "region", "region"), Text("regioner", "regionar", "regions"),
         Text("et geografisk eller avtalt område, også et fylke",
              "eit geografisk eller avtalt område, også eit fylke",
              "a geographical or agreed area, counties included"),
         _subkinds(("region", "region", "region", "region"), ("county", "fylke", "fylke", "county")),
         "hexagon", "#999999"),
    Kind("Municipality", "municipalities",
         Text("kommune", "kommune", "municipality"),
         Text("kommuner", "kommunar", "municipalities"),
         Text("en kommune", "ein kommune", "a municipality"),
         {}, "square", "#0072B2"),
    Kind("Actor", "actors",
         Text("aktør", "aktør", "actor"), Text("aktører", "aktørar", "actors"),
         Text("en organisasjon, et nettverk, en gruppe eller en person",
              "ein organisasjon, eit nettverk, ei gruppe eller ein person",
              "an organisation, a network, a group or a person"),
         _subkinds(
             ("organisation", "organisasjon", "organisasjon", "organisation"),
             ("council", "råd", "råd", "council"),
             ("department", "avdeling", "avdeling", "department"),
             ("ministry", "departement", "departement", "ministry"),
             ("company", "selskap", "selskap", "company"),
             ("association", "forening", "foreining", "association"),
             ("fund", "fond", "fond", "fund"),
             ("university", "universitet", "universitet", "university"),
             ("research_institute", "forskningsinstitutt", "forskingsinstitutt", "research institute"),
             ("network", "nettverk", "nettverk", "network"),
             ("group", "gruppe uten navn", "gruppe utan namn", "unnamed group"),
             ("person", "person", "person", "person"),
             ("position", "stilling uten navn", "stilling utan namn", "unnamed position"),
             ("unresolved", "uavklart navn", "uavklart namn", "unresolved name")),
         "dot", "#E69F00"),
    Kind("Programme", "programmes",
         Text("program", "program", "programme"), Text("programmer", "program", "programmes"),
         Text("et sett av prosjekter", "eit sett av prosjekt", "a set of projects"),
         _subkinds(("programme", "program", "program", "programme"), ("phase", "fase", "fase", "phase")),
         "hourglass", "#56B4E9"),
    Kind("Project", "projects",
         Text("prosjekt", "prosjekt", "project"), Text("prosjekter", "prosjekt", "projects"),
         Text("et avgrenset arbeid eller initiativ", "eit avgrensa arbeid eller initiativ",
              "a bounded piece of work, or an initiative"),
         _subkinds(("project", "prosjekt", "prosjekt", "project"),
                   ("initiative", "initiativ", "initiativ", "initiative")),
         "triangleDown", "#56B4E9"),
    Kind("Plan", "plans",
         Text("plan", "plan", "plan"), Text("planer", "planar", "plans"),
         Text("et plandokument eller grunnlaget for det", "eit plandokument eller grunnlaget for det",
              "a planning document, or what it rests on"),
         _subkinds(
             ("strategy_plan", "strategiplan", "strategiplan", "strategy plan"),
             ("action_plan", "handlingsplan", "handlingsplan", "action plan"),
             ("economic_plan", "økonomiplan", "økonomiplan", "economic plan"),
             ("zoning_plan", "arealplan", "arealplan", "zoning plan"),
             ("analysis", "analyse", "analyse", "analysis")),
         "book", "#000000"),
    Kind("Need", "needs",
         Text("behov", "behov", "need"), Text("behov", "behov", "needs"),
         Text("det som mangler, eller en utfordring som planen vil møte",
              "det som manglar, eller ei utfordring som planen vil møte",
              "what is lacking, or a challenge that the plan is to meet"),
         _subkinds(("need", "behov", "behov", "need"),
                   ("challenge", "utfordring", "utfordring", "challenge")),
         "bowl", "#D55E00"),
    Kind("FocusArea", "focus_areas",
         Text("satsingsområde", "satsingsområde", "focus area"),
         Text("satsingsområder", "satsingsområde", "focus areas"),
         Text("et prioritert område i en plan", "eit prioritert område i ein plan",
              "a priority area of a plan"),
         {}, "star", "#D55E00"),
    Kind("Strategy", "strategies",
         Text("strategi", "strategi", "strategy"), Text("strategier", "strategiar", "strategies"),
         Text("veien til målene", "vegen til måla", "the way towards the goals"),
         {}, "cross", "#D55E00"),
    Kind("Goal", "goals",
         Text("mål", "mål", "goal"), Text("mål", "mål", "goals"),
         Text("det som skal oppnås", "det som skal oppnåast", "what is to be achieved"),
         _subkinds(("vision", "visjon", "visjon", "vision"),
                   ("overall", "overordnet mål", "overordna mål", "overall goal"),
                   ("main", "hovedmål", "hovudmål", "main goal"),
                   ("sub", "delmål", "delmål", "sub-goal")),
         "triangle", "#009E73"),
    Kind("Measure", "measures",
         Text("tiltak", "tiltak", "measure"), Text("tiltak", "tiltak", "measures"),
         Text("det som skal gjøres", "det som skal gjerast", "what is to be done"),
         _subkinds(("measure", "tiltak", "tiltak", "measure"),
                   ("area", "tiltaksområde", "tiltaksområde", "area of measures"),
                   ("instrument", "virkemiddel", "verkemiddel", "instrument")),
         "diamond", "#CC79A7"),
    Kind("Effect", "effects",
         Text("effekt", "effekt", "effect"), Text("effekter", "effektar", "effects"),
         Text("det som endrer seg når det lykkes, eller tallet som viser det",
              "det som endrar seg når det lykkast, eller talet som viser det",
              "what changes when it succeeds, or the figure that shows it"),
         _subkinds(("effect", "effekt", "effekt", "effect"),
                   ("result", "resultat", "resultat", "result"),
                   ("indicator", "indikator", "indikator", "indicator")),
         "chevron", "#009E73"),
    Kind("Resource", "resources",
         Text("ressurs", "ressurs", "resource"), Text("ressurser", "ressursar", "resources"),
         Text("en avtale, et anlegg, en tomt, penger eller en stilling",
              "ein avtale, eit anlegg, ei tomt, pengar eller ei stilling",
              "an agreement, infrastructure, a site, money or a position"),
         _subkinds(
             ("agreement", "avtale", "avtale", "agreement"),
             ("infrastructure", "infrastruktur", "infrastruktur", "infrastructure"),
             ("site", "tomt", "tomt", "site"),
             ("funding", "finansiering", "finansiering", "funding"),
             ("position", "stilling", "stilling", "position")),
         "database", "#F0E442"),
)}
"""Every kind by name, in the order in which tables and legends show them."""

PARTIES = ("Municipality", "Actor")
"""Only a party can own, lead, answer for something or collaborate."""
PLACES = ("Municipality", "Region")
"""What other things lie in or concern."""
COLLECTIVE = "group"
"""Subkind of an actor that names nobody («alle aktører», «den enkelte kommune»)."""
PERSON = "person"
"""Subkind of an actor that is one human being."""
POSITION = "position"
"""Subkind of an actor that is an office, whoever holds it («rådgiver i kommunen»)."""
STAFF = (PERSON, POSITION)
"""Subkinds of actors that count for whom they are affiliated with, and are needed as resources."""
UNRESOLVED = "unresolved"
"""Subkind of an actor that stands for a name which matches no known party."""
FORUMS = ("network", "council", "association")
"""Subkinds of an actor in which its members work together."""


def _relation(name: str, ends: str, label: Text, inverse: Text, role: str, meaning: Text, line: Line,
              parent: Parent | None = None, undirected: bool = False,
              same_kind: bool = False, letter: Text | None = None) -> Relation:
    """A relation whose ends are written as `A B -> C D; E -> F`; `party` means both kinds."""
    def kinds(words: str) -> frozenset[str]:
        return frozenset(words.replace("party", " ".join(PARTIES)).split())

    pairs = (pair.split("->") for pair in ends.split(";"))
    endpoints = tuple((kinds(sources), kinds(targets)) for sources, targets in pairs)
    return Relation(name, endpoints, label, inverse, role, meaning, line, parent, undirected, same_kind,
                    letter)


_ACTIVITIES = "Programme Project Plan Goal Measure"
_ANSWERABLE = "Programme Project Plan FocusArea Strategy Goal Measure"
_DEPENDABLE = f"Region Municipality Actor {_ANSWERABLE} Effect Resource"

RELATIONS: dict[str, Relation] = {relation.name: relation for relation in (
    _relation("PART_OF",
              "Municipality Region -> Region; FocusArea Plan -> Plan; Strategy -> FocusArea Plan;"
              "Goal -> Strategy FocusArea Plan Project Programme Goal;"
              "Measure -> Goal Strategy FocusArea Plan Project Programme Measure;"
              "Project -> Programme Plan; Programme -> Programme;"
              "Need Effect -> FocusArea Plan Project Programme; Need -> Need; Effect -> Effect",
              Text("er del av", "er del av", "is part of"),
              Text("består av", "består av", "consists of"), "parts",
              Text("struktur; ansvar arves oppover langs den",
                   "struktur; ansvar blir arva oppover langs han",
                   "structure; responsibility is inherited along it"),
              Line("structure", 1.2, "none"), Parent("target", 10, gathers=True)),
    _relation("MEMBER_OF", "party -> Actor",
              Text("er medlem av", "er medlem av", "is a member of"),
              Text("har medlem", "har medlem", "has as member"), "members",
              Text("medlem av nettverk, råd eller forening", "medlem av nettverk, råd eller foreining",
                   "membership of a network, council or association"),
              Line("taking_part", 1.3, "ball", (2, 3)), Parent("target", 150, gathers=True),
              letter=Text("M", "M", "M")),
    _relation("AFFILIATED_WITH", "Actor -> party",
              Text("er knyttet til", "er knytt til", "is affiliated with"),
              Text("er representert ved", "er representert ved", "is represented by"), "people",
              Text("en person arbeider for eller representerer", "ein person arbeider for eller representerer",
                   "a person works for or represents"),
              Line("taking_part", 1.2, "bar", (1, 4)), Parent("target", 40)),
    _relation("LEADS", "party -> Actor Project Programme Plan",
              Text("leder", "leier", "leads"), Text("ledes av", "blir leidd av", "is led by"), "leader",
              Text("leder arbeidet", "leier arbeidet", "leads the work"),
              Line("answering", 1.4, "triangle", (12, 3)), Parent("source", 70),
              letter=Text("L", "L", "L")),
    _relation("HOSTS", "party -> Actor Project Programme Plan",
              Text("er vert for", "er vert for", "hosts"), Text("har som vert", "har som vert", "is hosted by"),
              "host", Text("huser, har i sin regi", "husar, har i sin regi", "houses, runs under its roof"),
              Line("answering", 1.4, "square", (12, 3, 2, 3)), Parent("source", 90),
              letter=Text("V", "V", "H")),
    _relation("OWNS", f"party -> Actor Resource {_ANSWERABLE}",
              Text("eier", "eig", "owns"), Text("eies av", "blir eigd av", "is owned by"), "owner",
              Text("rettslig eller formelt eierskap; andel 0 til 1 der den er kjent",
                   "rettsleg eller formelt eigarskap; del 0 til 1 der han er kjend",
                   "legal or formal ownership; a share from 0 to 1 where known"),
              Line("answering", 2.2, "triangle"), Parent("source", 60),
              letter=Text("E", "E", "O")),
    _relation("RESPONSIBLE_FOR", f"party -> {_ANSWERABLE} Effect",
              Text("har ansvar for", "har ansvar for", "answers for"),
              Text("er ansvaret til", "er ansvaret til", "is answered for by"), "responsible",
              Text("svarer for at det skjer", "svarer for at det skjer", "answers for it"),
              Line("answering", 1.3, "barbed"), Parent("source", 100),
              letter=Text("A", "A", "A")),
    _relation("COORDINATES", f"party -> {_ANSWERABLE}",
              Text("samordner", "samordnar", "coordinates"),
              Text("samordnes av", "blir samordna av", "is coordinated by"), "coordinator",
              Text("holder det sammen", "held det saman", "keeps it together"),
              Line("answering", 1.4, "ball", (8, 4)), Parent("source", 110),
              letter=Text("Sa", "Sa", "C")),
    _relation("SUPPORTS", f"party Region -> {_ACTIVITIES}",
              Text("støtter", "støttar", "supports"), Text("støttes av", "får støtte frå", "is supported by"),
              "supporters", Text("støtter opp om", "støttar opp om", "lends support to"),
              Line("taking_part", 1.3, "slim", (4, 4)), Parent("target", 180),
              letter=Text("St", "St", "S")),
    _relation("PARTICIPATES_IN", f"party Region -> {_ACTIVITIES}",
              Text("deltar i", "deltek i", "takes part in"),
              Text("har som deltaker", "har som deltakar", "has as participant"), "participants",
              Text("er med i", "er med i", "takes part in"),
              Line("taking_part", 1.3, "triangle", (6, 2, 2, 2)), Parent("target", 170),
              letter=Text("D", "D", "P")),
    _relation("APPLIED_FOR", "party -> Programme Project",
              Text("er søker til", "er søkjar til", "applied for"),
              Text("har som søker", "har som søkjar", "has as applicant"), "applicants",
              Text("har søkt om å få være med eller om støtte, ofte på vegne av flere",
                   "har søkt om å få vere med eller om stønad, ofte på vegner av fleire",
                   "applied to take part or for support, often on behalf of several"),
              Line("taking_part", 1.4, "diamond", (4, 2, 1, 2)), Parent("target", 175),
              letter=Text("Sø", "Sø", "Ap")),
    _relation("FUNDS", "party -> party Programme Project Plan Goal Measure Resource",
              Text("finansierer", "finansierer", "funds"),
              Text("finansieres av", "blir finansiert av", "is funded by"), "funders",
              Text("betaler for, helt eller delvis", "betaler for, heilt eller delvis",
                   "pays for, wholly or in part"),
              Line("money", 2.0, "diamond", (10, 2, 2, 2, 2, 2)), Parent("source", 140),
              letter=Text("F", "F", "F")),
    _relation("ADOPTED", "party -> Plan",
              Text("har vedtatt", "har vedteke", "has adopted"),
              Text("er vedtatt av", "er vedteken av", "is adopted by"), "adopted_by",
              Text("formelt vedtak", "formelt vedtak", "formal decision"),
              Line("answering", 1.3, "bar", (14, 4)), Parent("source", 80),
              letter=Text("Vt", "Vt", "Ad")),
    _relation("COLLABORATES_WITH", "party -> party",
              Text("samarbeider med", "samarbeider med", "collaborates with"),
              Text("samarbeider med", "samarbeider med", "collaborates with"), "collaborators",
              Text("bare der en kilde sier det om de to; alt annet er utledet",
                   "berre der ei kjelde seier det om dei to; alt anna er utleidd",
                   "only where a source says so of the pair; all else is derived"),
              Line("taking_part", 2.0, "none", (1, 3)), undirected=True),
    _relation("CONTRIBUTES_TO",
              "Measure Goal Strategy FocusArea Project Programme Plan Effect"
              " -> Goal FocusArea Plan Effect",
              Text("bidrar til", "bidreg til", "contributes to"),
              Text("får bidrag fra", "får bidrag frå", "receives from"), "contributions",
              Text("virkning som er ment", "verknad som er meint", "intended effect"),
              Line("effect", 1.3, "triangle", (7, 3)), Parent("target", 30)),
    _relation("IMPLEMENTS", "Plan Programme Project Measure -> Plan Strategy Goal",
              Text("gjennomfører", "gjennomfører", "implements"),
              Text("gjennomføres av", "blir gjennomført av", "is implemented by"), "implemented_by",
              Text("setter en plan ut i livet, eller det som er satt som mål",
                   "set ein plan ut i livet, eller det som er sett som mål",
                   "puts a plan or a goal into effect"),
              Line("effect", 1.3, "square", (9, 3, 3, 3)), Parent("target", 20)),
    _relation("ADDRESSES", f"{_ANSWERABLE} -> Need",
              Text("møter", "møter", "addresses"),
              Text("møtes av", "blir møtt av", "is addressed by"), "addressed_by",
              Text("skal dekke et behov eller løse en utfordring",
                   "skal dekkje eit behov eller løyse ei utfordring",
                   "is to meet a need or solve a challenge"),
              Line("effect", 1.4, "slim", (13, 3, 1, 3)), Parent("source", 125)),
    _relation("INDICATES", "Effect -> Goal Effect Need Strategy FocusArea Plan Programme Project Measure",
              Text("måler", "måler", "indicates"),
              Text("måles ved", "blir målt ved", "is indicated by"), "indicators",
              Text("viser hvordan det går; for en effekt som er en indikator",
                   "viser korleis det går; for ein effekt som er ein indikator",
                   "shows how it stands; for an effect that is an indicator"),
              Line("effect", 1.2, "bar", (2, 2)), Parent("target", 15)),
    _relation("DEPENDS_ON", f"{_DEPENDABLE} -> {_DEPENDABLE}",
              Text("avhenger av", "er avhengig av", "depends on"),
              Text("er forutsetning for", "er føresetnad for", "is needed by"), "needed_by",
              Text("kan ikke lykkes uten", "kan ikkje lukkast utan", "cannot succeed without"),
              Line("needing", 1.5, "barbed", (5, 5)), Parent("source", 130)),
    _relation("BASED_ON", f"{_ANSWERABLE} -> Plan",
              Text("bygger på", "byggjer på", "is based on"),
              Text("er grunnlag for", "er grunnlag for", "is the basis of"), "basis_of",
              Text("har som grunnlag", "har som grunnlag", "has as its basis"),
              Line("effect", 1.2, "slim", (3, 6)), Parent("source", 120)),
    _relation("LOCATED_IN", "Actor Project Measure Resource -> Municipality Region",
              Text("ligger i", "ligg i", "is located in"), Text("huser", "husar", "is home to"), "located_here",
              Text("hører til på stedet", "høyrer til på staden", "has its place there"),
              Line("structure", 1.2, "ball", (1, 2)), Parent("target", 50)),
    _relation("SUCCEEDED_BY", "Municipality Region Actor Plan -> Municipality Region Actor Plan",
              Text("ble etterfulgt av", "blei etterfølgd av", "was succeeded by"),
              Text("etterfulgte", "etterfølgde", "succeeded"), "predecessors",
              Text("sammenslåing, deling eller nytt navn", "samanslåing, deling eller nytt namn",
                   "merger, split or renaming"),
              Line("structure", 1.4, "triangle", (3, 3, 9, 3)), Parent("target", 160), same_kind=True),
)}
"""Every relation by name, in the order in which tables and legends show them."""
# fmt: on

PLACING: dict[str, Parent] = dict(
    sorted(
        ((name, row.parent) for name, row in RELATIONS.items() if row.parent),
        key=lambda item: item[1].order,
    )
)
"""By which relations a node stands under another on a map, the strongest, structure, first."""

ROLES: dict[str, str] = {relation.role: relation.name for relation in RELATIONS.values()}
"""Which relation a column of a kind's file makes, from the row's node seen as target."""


def kind(name: str) -> Kind:
    """The kind of that name, however it is spelled; raises `UnknownName` with the nearest ones.

    >>> kind("focus area").name
    'FocusArea'
    """
    try:
        return KINDS[spelled(name, KINDS)]
    except KeyError:
        raise UnknownName("kind", name, KINDS) from None


def relation(name: str) -> Relation:
    """The relation of that name, however it is spelled; raises `UnknownName` with the nearest ones.

    >>> relation("member of").name
    'MEMBER_OF'
    """
    try:
        return RELATIONS[spelled(name, RELATIONS)]
    except KeyError:
        raise UnknownName("relation", name, RELATIONS) from None


SUBKINDS = tuple(dict.fromkeys(word for kind in KINDS.values() for word in kind.subkinds))
"""Every known subkind of any kind."""


def subkind_label(kind: str, subkind: str) -> Text:
    """The words for a subkind, or the subkind itself where the vocabulary has none."""
    return KINDS[kind].subkinds.get(subkind) or Text(subkind, subkind, subkind)


def nearest_allowed(source: str, target: str) -> list[str]:
    """Relations that may run from one kind to another, in the vocabulary's order.

    >>> nearest_allowed("Municipality", "Region")
    ['PART_OF', 'DEPENDS_ON']
    >>> nearest_allowed("Goal", "Municipality")
    ['DEPENDS_ON']
    """
    return [r.name for r in RELATIONS.values() if r.allows(source, target)]
