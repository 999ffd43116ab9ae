"""How many dependencies across municipal borders there are, of which kinds, how well said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool import schema
from graphtool.language import Text, joined, same, setting
from graphtool.queries.border_kinds import KIND_WORDS, may_be_longer
from graphtool.queries.phrases import tally
from graphtool.queries.query import Options

if TYPE_CHECKING:
    import pandas as pd

NONE = Text(
    "Ingen kilde sier noe som gjør en kommune avhengig av en annen: ingenting som hører en til,"
    " avhenger av, gjennomføres, finansieres eller ledes av den andre eller trenger samme ressurs."
    " Å være i samme region eller nettverk er ingen avhengighet.",
    "Inga kjelde seier noko som gjer ein kommune avhengig av ein annan: ingenting som høyrer ein"
    " til, er avhengig av, blir gjennomført, finansiert eller leidd av den andre eller treng same"
    " ressurs. Å vere i same region eller nettverk er ingen avhengnad.",
    "No source says what would make a municipality depend on another: nothing of the one's"
    " depends on, or is carried out, funded or led by the other, or needs the same resource."
    " Belonging to one region or network is no dependency.",
)
NONE_ASKED = Text(
    "Ingen avhengighet mellom kommuner er slik det er spurt om: {asked}.",
    "Ingen avhengnad mellom kommunar er slik det er spurt om: {asked}.",
    "No dependency between municipalities is as asked for: {asked}.",
)
LONGER = Text(
    "Langs lengre veier finnes det noen: {setting}.",
    "Langs lengre vegar finst det nokre: {setting}.",
    "By longer paths there are some: {setting}.",
)
AS_FAR = (
    Text(
        "Bare veier på ett ledd er fulgt; {setting} følger lengre.",
        "Berre vegar på eitt ledd er følgde; {setting} følgjer lengre.",
        "Only paths of one step are followed; {setting} follows longer ones.",
    ),
    Text(
        "Bare veier på opptil {n} ledd er fulgt; {setting} følger lengre.",
        "Berre vegar på opptil {n} ledd er følgde; {setting} følgjer lengre.",
        "Only paths of up to {n} steps are followed; {setting} follows longer ones.",
    ),
)
ITSELF = "itself"
"""Under which the rows keep that both ends are one municipality, however named: in `attrs`."""
STEPS = "steps"
"""Under which they keep how long the shortest path is, where all are longer than was asked for."""
ONE_ALONE = Text(
    "Spurt om én og samme kommune ({name}): ingen er avhengig av seg selv på tvers av en grense.",
    "Spurt om éin og same kommune ({name}): ingen er avhengig av seg sjølv på tvers av ei grense.",
    "Asked of one and the same municipality ({name}): none depends on itself across a border.",
)
ONE = Text(
    "Én kommune er avhengig av én annen{reasons}: {kinds}.",
    "Éin kommune er avhengig av éin annan{reasons}: {kinds}.",
    "One municipality depends on one other{reasons}: {kinds}.",
)
MANY = Text(
    "I {n} tilfeller er en kommune avhengig av en annen{reasons}: {kinds}.",
    "I {n} tilfelle er ein kommune avhengig av ein annan{reasons}: {kinds}.",
    "In {n} cases a municipality depends on another{reasons}: {kinds}.",
)
REASONS = Text(". {n} grunner til det", ". {n} grunnar til det", ". {n} reasons for it")
SAID = Text(
    "Hvordan det er sagt: {said}.", "Korleis det er sagt: {said}.", "How it is said: {said}."
)
INFERRED = Text(
    "Alt annet enn «forutsetning» er sluttet ut fra hvem som eier, leder, svarer for, betaler for"
    " og er med i hva; veien viser hvordan.",
    "Alt anna enn «føresetnad» er slutta ut frå kven som eig, leier, svarer for, betaler for og er"
    " med i kva; vegen viser korleis.",
    "All but “prerequisite” is inferred from who owns, leads, answers for, pays for and takes part"
    " in what; the path shows how.",
)

WEAKEST = schema.BEST_SAID_FIRST[-1]


def counted(rows: pd.DataFrame) -> list[Text]:
    """How many pairs of municipalities, how many reasons of each kind, and how well said.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({
    ...     "municipality": ["a", "a"], "depends_on": ["b", "b"], "kind": ["stated", "hosted"],
    ...     "modality": ["stated", "derived"]})
    >>> counted(rows)[0].en
    'One municipality depends on one other. 2 reasons for it: prerequisite 1, run or led 1.'
    """
    pairs = len(rows[["municipality", "depends_on"]].drop_duplicates())
    form = ONE if pairs == 1 else MANY
    said = SAID.format(said=tally(rows["modality"], schema.MODALITIES))
    if (rows["kind"] != "stated").any():
        said = joined((said, INFERRED), " ")
    kinds = tally(rows["kind"], KIND_WORDS)
    return [form.format(n=pairs, reasons=reason_count(pairs, len(rows)), kinds=kinds), said]


def reason_count(pairs: int, rows: int) -> Text:
    """How many reasons there are, said where one depends on another for several.

    >>> reason_count(6, 18).nb, reason_count(6, 6).nb
    ('. 18 grunner til det', '')
    """
    return REASONS.format(n=rows) if rows > pairs else same("")


def none_of(asked: Options, *, itself: bool = False, steps: int | None = None) -> Text:
    """That there is none, or none of what was asked for, which was of one with `itself`.

    `steps` is how long the shortest path is where all are longer than was asked for.

    >>> from graphtool.language import with_names
    >>> asked = {"from_": "a", "to": None, "kind": (), "modality": "aspiration"}
    >>> "from a" in with_names(none_of(asked)).en
    True
    """
    one, other = asked["from_"], asked["to"]
    if itself:
        return ONE_ALONE.format(name=one)
    limits = [
        *(setting("kind", word) for word in asked["kind"]),
        *([setting("from", one)] if one else []),
        *([setting("to", other)] if other else []),
        *([setting("modality", asked["modality"])] if asked["modality"] != WEAKEST else []),
    ]
    if steps:
        limits.append(setting("max_steps", str(asked["max_steps"])))
    if not limits:
        return NONE
    said = NONE_ASKED.format(asked=same(", ".join(limits)))
    return further(said, steps) if steps else said


def further(said: Text, steps: int) -> Text:
    """What is said, and how far a path has to go for there to be one.

    >>> from graphtool.language import same, with_options
    >>> with_options(further(same("None."), 6)).en
    'None. By longer paths there are some: --max-steps 6.'
    """
    return joined((said, LONGER.format(setting=setting("max_steps", str(steps)))), " ")


def as_far(asked: Options) -> list[Text]:
    """How far paths are followed, where there may be longer ones than that.

    Whether there are is not told: that would take a search without an end to it.

    >>> from graphtool.language import with_options
    >>> [with_options(said).en for said in as_far({"kind": (), "max_steps": 4})]
    ['Only paths of up to 4 steps are followed; --max-steps follows longer ones.']
    >>> as_far({"kind": ("funded",), "max_steps": 4})
    []
    """
    if not may_be_longer(asked):
        return []
    most = asked["max_steps"]
    form = AS_FAR[0] if most == 1 else AS_FAR[1]
    return [form.format(n=most, setting=setting("max_steps"))]
