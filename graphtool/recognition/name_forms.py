"""What a name is by its form: a person, an office, a company, a board, a forum."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from graphtool import municipalities, spellings
from graphtool.recognition import wording, words
from graphtool.recognition.wording import MANY


@lru_cache(maxsize=MANY)
def may_be_person(name: str) -> bool:
    """Whether a name has a person's form: two to four words in capitals, none of them a body's.

    >>> [may_be_person(name) for name in ("Kari Nordmann", "Visit Numedal", "NHO Viken", "Rådet")]
    [True, False, False, False]
    """
    several = wording.plain(name).replace("-", " ").split()
    if not 2 <= len(several) <= 5 or not all(word.istitle() and word.isalpha() for word in several):
        return False
    return not is_bodys(name)


def has_first_name(name: str) -> bool:
    """Whether a name begins with a given name that is common.

    >>> has_first_name("Kari Nordmann"), has_first_name("Nordic Crisis")
    (True, False)
    """
    return wording.plain(name).casefold().partition(" ")[0] in words.cells("first_names")


def is_bodys(name: str) -> bool:
    """Whether a word of a name ends as those of organisations do.

    >>> is_bodys("Turlaget i Vinje"), is_bodys("Kari Nordmann")
    (True, False)
    """
    several = wording.plain(name).replace("-", " ").casefold().split()
    return any(word.endswith(tuple(words.cells("bodies"))) for word in several)


def may_be_body(name: str) -> bool:
    """Whether a name is an organisation's by its own form: «NAV», «Turlaget», and not «HR».

    >>> [may_be_body(name) for name in ("NAV", "Turlaget", "Vei AS", "HR", "Rådmannen", "plan")]
    [True, True, True, False, False, False]
    """
    if words.is_one("offices", name):
        return False
    is_short = len(name) > len("HR") and name.isupper() and name.isalpha()
    return is_short or is_company(name) or (name[:1].isupper() and is_bodys(name))


def is_company(name: str) -> bool:
    """Whether a name ends as companies' do, by their form of organisation.

    >>> [is_company(name) for name in ("Vinje Kraft AS", "Renovest iks", "Tinn", "AS")]
    [True, True, False, False]
    """
    before, _, last = wording.plain(name).rstrip(".").rpartition(" ")
    return bool(before) and last.casefold() in spellings.FORMS


@lru_cache(maxsize=MANY)
def one_name(name: str) -> str:
    """The name that a body is known by, of one that has several; any other as it stands.

    >>> one_name("Sámediggi"), one_name("Finnmark fylkeskommune - Finnmárkku fylkkagielda")
    ('Sametinget', 'Finnmark fylkeskommune')
    >>> one_name("Østfold County Council"), one_name("Kent County Council")
    ('Østfold fylkeskommune', 'Kent County Council')
    """
    county = _COUNTY.fullmatch(wording.plain(name))
    if county and municipalities.is_county(county[1]):
        return f"{county[1]} fylkeskommune"
    parts = {
        _same().get(wording.key(part), "") for part in re.split(r"\s[-–]\s", wording.plain(name))
    }
    return parts.pop() or name if len(parts) == 1 else name


@lru_cache(maxsize=1)
def _same() -> dict[str, str]:
    return {
        wording.key(one): name
        for name, many in words.lists("same").items()
        for one in (name, *many)
    }


@lru_cache(maxsize=MANY)
def office(name: str) -> str:
    """The office that a name is, or several of which it names: one of them; empty for another.

    >>> office("Ordførerne"), office("Rådmannen"), office("Styret")
    ('Ordføreren', 'Rådmannen', '')
    """
    said = wording.plain(name)
    one = next((one for several, one in _office_pairs() if several == wording.key(said)), "")
    if one:
        return one.capitalize() if said[:1].isupper() else one
    return said if words.is_one("offices", said) else ""


@lru_cache(maxsize=1)
def _office_pairs() -> list[tuple[str, str]]:
    pairs = cast("list[list[str]]", words.table()["cells"]["offices_of_several"])
    return [(wording.key(several), one) for several, one in pairs]


def is_board(name: str) -> bool:
    """Whether a name is that of people who sit together, or of an office that there is one of.

    >>> [is_board(name) for name in ("Regionrådet", "Formannskapet", "Budsjett", "Kari Nordmann")]
    [True, True, False, False]
    """
    if words.is_one("offices", name):
        return True
    return wording.plain(name).casefold().endswith(tuple(words.cells("boards")))


def is_forum(name: str) -> bool:
    """Whether a name is that of a body in which several municipalities or others work together.

    >>> [is_forum(name) for name in ("Klimanettverket", "Barnevernsforum", "Ungdomsråd")]
    [True, True, False]
    """
    return wording.plain(name).casefold().endswith(tuple(words.cells("forums")))


@lru_cache(maxsize=MANY)
def forum(name: str) -> str:
    """What sort of body a name is that several sit or work together in; empty for no such.

    >>> [forum(name) for name in ("Regionrådet", "Arbeidsgruppe plan", "Forum for næring")]
    ['council', 'network', 'network']
    >>> [forum(name) for name in ("Møte i regionrådet", "Ny buss", "Studietur næringsforum")]
    ['', '', '']
    >>> [forum(name) for name in ("Råd og veiledning", "Bosetting", "Målgruppe barn", "Dashboard")]
    ['', '', '', '']
    """
    several = wording.plain(name).casefold().split()
    begins = tuple(words.cells("gatherings"))
    if any(part.startswith(begins) for word in several for part in word.split("-")):
        return ""
    are_beside = [words.is_one("between", word) for word in several]
    for subkind, ends in words.lists("forum_kinds").items():
        is_a = [f" {word}".endswith(tuple(ends)) for word in several]
        is_bare = bool(several) and several[0] in map(str.strip, ends)
        if is_a[:1] == [True] and (len(several) == 1 or not is_bare or are_beside[1]):
            return subkind
        if is_a[-1:] == [True] and not any(are_beside):
            return subkind
    return ""


_COUNTY = re.compile(r"(.+?) county (?:council|municipality|authority)", re.IGNORECASE)
