"""The words for effects of somebody leaving, by what they do to what."""

from __future__ import annotations

from typing import NamedTuple

from graphtool.language import Text


class Told(NamedTuple):
    """What has to be said of a loss beside what it does; names of nodes."""

    gone: tuple[str, ...]
    """Those that leave, as they were asked for."""
    absent: tuple[str, ...]
    """Those that were asked for and are not there on the day."""
    along: tuple[str, ...]
    """Those that act for none but those who leave, whether they leave too or stay."""
    goes_on: bool
    """Whether a chain of dependencies goes on beyond the longest that was followed."""


TOLD = "told"
"""Where the rows carry it: among the table's `attrs`."""

EFFECTS = {
    "orphaned": Text("ingen svarer for det lenger", "ingen svarer for det lenger", "orphaned"),
    "stopped": Text(
        "ingen igjen som driver det", "ingen att som driv det", "nobody carries it out"
    ),
    "unserved": Text("mister alle tiltakene", "mistar alle tiltaka", "loses all its measures"),
    "unmet": Text(
        "mister det som det avhenger av",
        "mistar det som det er avhengig av",
        "loses what it depends on",
    ),
    "exposed": Text(
        "hviler på noe som hører til den som går",
        "kviler på noko som høyrer til den som går",
        "rests on what belongs to who leaves",
    ),
    "uprooted": Text(
        "det som det er del av, er borte, direkte eller lenger opp",
        "det som det er del av, er borte, direkte eller lenger oppe",
        "what it is part of is gone, directly or further up",
    ),
    "groundless": Text(
        "mister noe det gjennomfører eller bygger på",
        "mistar noko det gjennomfører eller byggjer på",
        "loses what it carries out or builds on",
    ),
    "unfunded": Text("mister finansiering", "mistar finansiering", "loses funding"),
    "weakened": Text("svakere ansvar", "svakare ansvar", "answered for less well"),
    "less served": Text("mister tiltak", "mistar tiltak", "loses measures"),
    "cut off": Text(
        "mister kontakten med andre", "mistar kontakten med andre", "cut off from others"
    ),
    "apart": Text("mister samarbeid", "mistar samarbeid", "loses collaboration"),
    "delayed": Text("kan bli forsinket", "kan bli forseinka", "may be delayed"),
}
"""What a loss does, the gravest first, and what delay does."""

DONE_TO = {
    "orphaned": Text(
        "{what} har ingen ansvarlig lenger",
        "{what} har ingen ansvarleg lenger",
        "nobody answers for {what} any more",
    ),
    "stopped": Text(
        "{what} har ingen igjen som driver arbeidet",
        "{what} har ingen att som driv arbeidet",
        "nobody is left to carry out {what}",
    ),
    "unserved": Text(
        "{what} står uten tiltak", "{what} står utan tiltak", "no measure is left for {what}"
    ),
    "unmet": Text(
        "{what} mister en forutsetning",
        "{what} mistar ein føresetnad",
        "a condition is lost for {what}",
    ),
    "exposed": Text(
        "{what} hviler på noe som hører til der",
        "{what} kviler på noko som høyrer til der",
        "what belongs there is a condition for {what}",
    ),
    "uprooted": Text(
        "det som {what} er del av, er borte, direkte eller lenger opp",
        "det som {what} er del av, er borte, direkte eller lenger oppe",
        "what holds {what} as a part is gone, directly or further up",
    ),
    "groundless": Text(
        "{what} mister noe å gjennomføre eller bygge på",
        "{what} mistar noko å gjennomføre eller byggje på",
        "something to carry out or build on is lost for {what}",
    ),
    "unfunded": Text(
        "{what} mister finansiering", "{what} mistar finansiering", "funding is lost for {what}"
    ),
    "weakened": Text(
        "ansvaret for {what} blir svakere",
        "ansvaret for {what} blir svakare",
        "responsibility for {what} is weakened",
    ),
    "less served": Text(
        "{what} mister noen av tiltakene",
        "{what} mistar nokre av tiltaka",
        "some of the measures are lost for {what}",
    ),
    "cut off": Text(
        "{what} mister kontakten med de andre",
        "{what} mistar kontakten med dei andre",
        "{what} would be cut off from the others",
    ),
    "apart": Text(
        "{what} mister noen å samarbeide med",
        "{what} mistar nokon å samarbeide med",
        "somebody to work with is lost for {what}",
    ),
    "delayed": Text(
        "{what} kan bli forsinket", "{what} kan bli forseinka", "{what} may be delayed"
    ),
}
"""What a loss does to so many of this kind and that, as a clause."""
FROM_EACH_OTHER = Text(
    "{what} mister kontakten med hverandre",
    "{what} mistar kontakten med kvarandre",
    "{what} would be cut off from each other",
)
"""The same of all that hung together, where no part of it is the largest."""
AMONG_PARTIES = ("cut off", "apart")
