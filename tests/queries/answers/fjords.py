"""A small region made by hand: every kind, relation, status and modality, and each sort of party.

Elvdal and Sund were merged into Nysund in 2018 and Foss was split in two, Lund lay under Heim from
2019 to 2021. Elvdal and Heim share a harbour company, which has a company of its own and hosts
the business network. The programme has no dates but those of its two phases. Each goal is there
for one grade, and what depends on what makes a chain of five, a circle of four and one of two.
"""

from __future__ import annotations

import re

from graphtool import PlanGraph
from tests.drawing import drawn

DAYS = ("2013", "2016-12", "2019", "2023")
"""Before anything is dated; before and after the merger and the split; after the splitting off."""

DOCUMENTS = [
    {"id": "plan", "title": "Fjordplanen", "date": "2015-06"},
    {"id": "søknad", "title": "Søknad til byprogrammet", "date": "2014-03-01"},
    {"id": "status", "title": "Status", "date": "2019"},
    {"id": "udatert", "title": "Et notat uten dato"},
]

DRAWING = """
    Region vest name=Vest subkind=county valid_to=2019 plan:1
    Region nyvest name=Nyvest subkind=county
    Region fjordane name=Fjordane subkind=region
    vest SUCCEEDED_BY nyvest valid_from=2020-01-01 status:1
    fjordane PART_OF vest plan:2

    Municipality elv name=Elvdal
    Municipality sund name=Sund
    Municipality nysund name=Nysund
    Municipality heim name=Heim
    Municipality lund name=Lund
    Municipality foss name=Foss valid_to=2018-06
    Municipality fossnord name="Foss nord"
    Municipality fossør name="Foss sør"
    Municipality ytre name=Ytre plan:3
    elv SUCCEEDED_BY nysund valid_from=2018-01-01 status:2
    sund SUCCEEDED_BY nysund valid_from=2018-01-01 status:2
    foss SUCCEEDED_BY fossnord valid_from=2018-07 status:3
    foss SUCCEEDED_BY fossør valid_from=2018-07 status:3
    lund SUCCEEDED_BY heim valid_from=2019 status:4
    heim SUCCEEDED_BY lund valid_from=2021 status:5
    elv PART_OF fjordane plan:2
    heim PART_OF fjordane plan:2
    foss PART_OF fjordane valid_from=2015 plan:2

    Actor havn name="Fjordhavn AS" subkind=company
    Actor kai name="Kaidrift AS" subkind=company
    Actor avd name=Planavdelingen subkind=department
    Actor vann name=Vannrådet subkind=council
    Actor nett name=Næringsnettet subkind=network
    Actor lag name=Bondelaget subkind=association
    Actor dep name=Departementet subkind=ministry valid_to=2016
    Actor fond name=Fjordfondet subkind=fund
    Actor uni name=Fjorduniversitetet subkind=university
    Actor inst name=Fjordforsk subkind=research_institute
    Actor org name=Kystforum subkind=organisation
    Actor alle name="alle aktører" subkind=group
    Actor kyst name=Kystrådet subkind=unresolved
    Actor leder name="Daglig leder" subkind=position
    Actor kari name=Kari subkind=person
    Actor ola name=Ola subkind=person
    Actor liv name=Liv
    Actor per name=Per subkind=person
    Actor pål name=Pål subkind=person

    kari AFFILIATED_WITH elv plan:10
    ola AFFILIATED_WITH heim plan:11
    ola AFFILIATED_WITH havn valid_from=2017 status:11
    liv AFFILIATED_WITH uni plan:12
    leder AFFILIATED_WITH havn plan:13
    per AFFILIATED_WITH pål plan:14
    pål AFFILIATED_WITH per plan:14
    uni AFFILIATED_WITH alle modality=planned
    elv OWNS havn share=0.6 plan:15
    heim OWNS havn share=0.4 valid_from=2015 plan:15
    havn OWNS kai share=1 plan:16
    elv OWNS org modality=planned plan:17
    kari OWNS lag document=plan line=18
    sund HOSTS avd plan:19
    heim HOSTS vann plan:20
    havn HOSTS nett plan:21

    elv MEMBER_OF vann plan:22
    sund MEMBER_OF vann plan:22
    foss MEMBER_OF vann plan:22
    elv MEMBER_OF nett plan:23
    heim MEMBER_OF nett plan:23
    lund MEMBER_OF nett plan:23
    kari MEMBER_OF nett plan:24
    liv MEMBER_OF nett plan:24
    alle MEMBER_OF nett plan:25
    kai MEMBER_OF nett modality=planned plan:26
    per MEMBER_OF lag valid_from=2015-04-16 plan:27
    ola LEADS nett plan:28
    uni COLLABORATES_WITH inst plan:29
    inst COLLABORATES_WITH uni søknad:29
    heim COLLABORATES_WITH foss modality=aspiration plan:30

    Programme by name=Byprogrammet subkind=programme
    Programme fase1 name="Fase 1" subkind=phase valid_from=2014 valid_to=2015
    Programme fase2 name="Fase 2" subkind=phase valid_from=2016-03 valid_to=2018
    fase1 PART_OF by søknad:1
    fase2 PART_OF by søknad:1
    Project bru name=Brua subkind=project valid_from=2016-05
    Project idé name=Ideen subkind=initiative
    elv APPLIED_FOR by søknad:3
    foss APPLIED_FOR by søknad:3
    sund LEADS by søknad:4
    dep FUNDS by amount=2000000 currency=NOK søknad:5
    dep RESPONSIBLE_FOR by søknad:5
    vest SUPPORTS by søknad:6
    fond FUNDS bru søknad:7
    fond FUNDS elv document=udatert
    fjordane PARTICIPATES_IN bru søknad:8
    avd PARTICIPATES_IN bru søknad:9
    leder PARTICIPATES_IN bru søknad:9
    kari LEADS bru modality=planned søknad:10
    inst PARTICIPATES_IN idé udatert:1
    idé IMPLEMENTS plan

    Plan plan name=Fjordplanen subkind=strategy_plan
    Plan gammel name="Gamle planen" subkind=strategy_plan
    Plan hp name=Handlingsplanen subkind=action_plan
    Plan øp name=Økonomiplanen subkind=economic_plan
    Plan areal name=Arealplanen subkind=zoning_plan
    Plan ana name=Analysen subkind=analysis
    gammel SUCCEEDED_BY plan valid_from=2015-06 plan:40
    elv ADOPTED plan valid_from=2015-06 plan:41
    sund ADOPTED plan valid_from=2015-06 plan:41
    foss ADOPTED gammel plan:42
    elv RESPONSIBLE_FOR plan plan:43
    hp IMPLEMENTS plan plan:44
    hp IMPLEMENTS tett udatert:2
    øp IMPLEMENTS plan plan:45
    plan BASED_ON ana plan:46
    Need mangel name="For få boliger" subkind=need
    Need utfordring name="Unge flytter" subkind=challenge
    utfordring PART_OF mangel plan:47
    FocusArea bo name=Boliger plan:48
    FocusArea vei name=Veier
    Strategy tett name=Fortetting
    bo PART_OF plan plan:48
    vei PART_OF plan plan:48
    tett PART_OF bo plan:49
    bo ADDRESSES mangel plan:50
    heim RESPONSIBLE_FOR bo plan:51

    Goal g1 name="Flere boliger" subkind=main plan:61
    Goal g2 name="Tette sentrum" subkind=main
    Goal g3 name="Trygge veier" subkind=overall
    Goal g4 name="Bedre buss" subkind=main
    Goal g5 name="Ren fjord"
    Goal g6 name="Levende kyst"
    Goal g7 name="Glade folk" subkind=vision plan:67
    Goal g8 name="Smarte byer" valid_from=2015 valid_to=2017
    Goal g9 name="Hus i sentrum" subkind=sub
    Goal g10 name="Hus på kaia" subkind=sub
    g1 PART_OF plan plan:61
    g2 PART_OF tett plan:62
    g3 PART_OF vei plan:63
    g4 PART_OF vei plan:64
    g8 PART_OF by søknad:11
    g9 PART_OF g2 plan:69
    g10 PART_OF g2 plan:70
    elv RESPONSIBLE_FOR g1 plan:71
    elv RESPONSIBLE_FOR g1 søknad:71
    sund OWNS g1 modality=planned plan:72
    alle RESPONSIBLE_FOR g3 plan:73
    sund OWNS g4 modality=planned plan:74
    avd COORDINATES g4 modality=planned plan:75
    foss RESPONSIBLE_FOR g5 valid_to=2016 plan:76
    foss COORDINATES g5 plan:76
    kyst RESPONSIBLE_FOR g6 plan:77
    vann COORDINATES g6 modality=derived udatert:3
    heim COORDINATES bo plan:78
    elv OWNS g10 valid_from=2022 status:70

    Measure m1 name="Bygge hus" subkind=measure
    Measure m2 name="Regulere tomt"
    Measure m3 name=Sykkelvei
    Measure m4 name=Busslomme subkind=area
    Measure m5 name=Bompenger subkind=instrument
    Measure m6 name=Rensing
    m1 PART_OF g1 plan:81
    m2 CONTRIBUTES_TO g2 plan:82
    m3 IMPLEMENTS g3 plan:83
    m4 PART_OF m3 plan:84
    m5 CONTRIBUTES_TO kø plan:85
    m6 PART_OF øp udatert:4
    m6 LOCATED_IN foss udatert:4
    kari RESPONSIBLE_FOR m1 plan:81
    inst SUPPORTS m1 modality=aspiration plan:86
    alle RESPONSIBLE_FOR m3
    uni OWNS m2 modality=derived udatert:5
    m2 ADDRESSES mangel plan:82
    Effect kø name="Mindre kø" subkind=effect
    Effect biler name="Biler i døgnet" subkind=indicator
    Effect luft name="Ren luft" subkind=result
    kø CONTRIBUTES_TO g4 plan:87
    luft PART_OF kø plan:88
    biler INDICATES kø plan:89
    org RESPONSIBLE_FOR kø plan:87
    Resource tomt name=Tomta subkind=site
    Resource kaia name=Kaia subkind=infrastructure
    Resource avtale name=Vannavtalen subkind=agreement
    Resource midler name=Midlene subkind=funding
    Resource stilling name=Næringssjefen subkind=position
    tomt LOCATED_IN sund plan:90
    bru LOCATED_IN heim søknad:12
    uni LOCATED_IN fjordane
    kai OWNS kaia share=1 plan:91
    vann OWNS avtale plan:92

    m1 DEPENDS_ON m2 status=pending plan:101
    m2 DEPENDS_ON areal status=met udatert:6
    areal DEPENDS_ON tomt plan:102
    tomt DEPENDS_ON avtale status=pending modality=aspiration status:6
    avtale DEPENDS_ON midler status=met modality=planned plan:103
    g3 DEPENDS_ON m3 plan:104
    m3 DEPENDS_ON vei status=unknown plan:105
    vei DEPENDS_ON idé plan:106
    idé DEPENDS_ON g3 plan:107
    g4 DEPENDS_ON m5 status=met plan:108
    m5 DEPENDS_ON g4 status=met modality=derived plan:109
    foss DEPENDS_ON tomt status=met søknad:13
    foss DEPENDS_ON tomt status=pending plan:110
    kai DEPENDS_ON avd status=pending status:7
    sund DEPENDS_ON kaia valid_from=2017 status:8
    heim DEPENDS_ON havn plan:111
    bru DEPENDS_ON by søknad:14
    avd DEPENDS_ON kari plan:112
"""


def fjords() -> PlanGraph:
    """The region as a graph; `plan:7` is line 7 of the plan, quoted."""
    quoted = re.sub(
        r"(?<= )(\w+):(\d+)$", r"document=\1 line=\2 quote='Linje \2.'", DRAWING, flags=re.MULTILINE
    )
    return drawn(quoted, documents=DOCUMENTS, name="fjordane")
