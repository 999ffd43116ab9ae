"""Findings about who works with whom, in words: see `collaboration` for when which is said."""

from __future__ import annotations

from graphtool.language import Text

ACTIVITY = Text("aktivitet", "aktivitet", "activity")
ACTIVITIES = Text("aktiviteter", "aktivitetar", "activities")
ALL_IN_FORUM = Text(
    "{those} i {forum} er alle knyttet til hverandre, men bare ved at de er med der: målt slik er"
    " ingen mer sentral.",
    "{those} i {forum} er alle knytte til kvarandre, men berre ved at dei er med der: målt slik er"
    " ingen meir sentral.",
    "{those} in {forum} are all tied to each other, but only by taking part in it: so measured"
    " nobody is more central.",
)
NO_WORK = Text(
    "Kartet viser ikke noe samarbeid mellom {among}.",
    "Kartet viser ikkje noko samarbeid mellom {among}.",
    "The map shows no work together among {among}.",
)
TWO_TOGETHER = Text(
    "{names} arbeider sammen: ingen av dem er mer sentral enn den andre.",
    "{names} arbeider saman: ingen av dei er meir sentral enn den andre.",
    "{names} work together: neither is more central than the other.",
)
MOST_PARTNERS = Text(
    "{names} samarbeider med flest: {most} av {others} andre.",
    "{names} samarbeider med flest: {most} av {others} andre.",
    "{names} works with most: {most} of {others} others.",
)
TIED_TO_ALL = Text(
    "{these} er knyttet til alle{so}.",
    "{these} er knytte til alle{so}.",
    "{these} are tied to all{so}.",
)
TIED_TO_EACH_OTHER = Text(
    "{these} er alle knyttet til hverandre{so}.",
    "{these} er alle knytte til kvarandre{so}.",
    "{these} are all tied to each other{so}.",
)
ALL_ALIKE = Text(
    "{these} har like mange partnere, {most} av {others} mulige{so}.",
    "{these} har like mange partnarar, {most} av {others} moglege{so}.",
    "{these} have equally many partners, {most} of {others} possible{so}.",
)
SEVERAL_FIRST = Text(
    "{names} har flest partnere, {most} av {others} mulige hver{so}.",
    "{names} har flest partnarar, {most} av {others} moglege kvar{so}.",
    "{names} have most partners, {most} of {others} possible each{so}.",
)
MOST_AND_LEAST = Text(
    ", men {top} deler flest aktiviteter med andre ({most}) og {low} færrest ({least})",
    ", men {top} deler flest aktivitetar med andre ({most}) og {low} færrest ({least})",
    ", but {top} {share} most activities with others ({most}) and {low} fewest ({least})",
)
MORE_THAN = Text(
    ", men {top} deler flere aktiviteter med andre ({most}) enn {low} ({least})",
    ", men {top} deler fleire aktivitetar med andre ({most}) enn {low} ({least})",
    ", but {top} {share} more activities with others ({most}) than {low} ({least})",
)
THROUGH_ONE = Text(
    " gjennom {what}: målt slik er ingen mer sentral",
    " gjennom {what}: målt slik er ingen meir sentral",
    " through {what}: so measured nobody is more central",
)
EACH_ALIKE = Text(
    ", og hver deler {most} {activities} med andre: målt slik er ingen mer sentral",
    ", og kvar deler {most} {activities} med andre: målt slik er ingen meir sentral",
    ", and each shares {most} {activities} with others: so measured nobody is more central",
)
FIRST_ALIKE = Text(
    ", og hver deler {most} {activities} med andre: målt slik står de likt",
    ", og kvar deler {most} {activities} med andre: målt slik står dei likt",
    ", and each shares {most} {activities} with others: so measured they are equal",
)
