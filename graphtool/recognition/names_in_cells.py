"""Who is named in a cell: one party, several, a group that names nobody, or nobody yet."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from graphtool.recognition import name_forms, wording, words
from graphtool.recognition.names import is_official

_HARD = re.compile(r"[;\n|•]|\s\s\*\s")
_SOFT = re.compile(
    r"(\s*(?:[,+&]|(?<![\s(][vV])/)\s*|\s+(?:og|and|samt|and/or|og/eller)\s+)", re.IGNORECASE
)
_TOGETHER = re.compile(
    r"\s*,?\s+(?:i (?:nært |tett )?samarbeid med|sammen med|saman med|i samråd med"
    r"|in cooperation with|together with)\s+",
    re.IGNORECASE,
)
_HOLDS_AND = re.compile(r"\sog\s")
_AND = re.compile(r"\s*&\s*|\s+(?:og|and|samt)\s+", re.IGNORECASE)

LONGEST = 8
"""Pieces that the name of one may be put together of."""
_BY = re.compile(
    r"(?P<body>.+?)\s*,?\s+(?:\((?:v/|ved\s|repr\. ved\s)\s*(?P<in>[^()]+)\)"
    r"|(?:v/|ved|repr\. ved)\s*(?P<person>.+))",
    re.IGNORECASE,
)
_BY_SIGN = re.compile(r"\sv/|\(v/", re.IGNORECASE)
"""What stands between a body and who represents it, and in no name."""
_BY_BEFORE = re.compile(r"(?:[\s,/–-]*v/[\s,]*)+", re.IGNORECASE)
"""The same before a person alone."""
_CHOICES = re.compile(r'\[\s*"(?P<inner>.*)"\s*\]')
"""Several choices as SharePoint exports them: `["Tinn","Rollag"]`."""
_LOOKED_UP = re.compile(r";#(?:\d+;#|\d+$)?")
"""What SharePoint writes between several that are looked up: `Tinn;#4;#Rollag;#7`."""
_DASH = re.compile(r"\s+[-–—]\s+")
"""Between municipalities of a list, unless it stands in the name of one."""
_BEHIND = re.compile(r"(?P<name>[^,()]+?)\s*(?:\((?P<in>[^()]+)\)|\s[-–—]\s+(?P<dash>.+))")
_IN_BRACKETS = re.compile(r"(?P<name>\S.*?)\s*\((?P<said>[^()]+)\)")
_MAY_BE_BEHIND = re.compile(r"[(–—]|\s-\s")
_BULLET = re.compile(r"^(?:[-*•–]|\d+[.)])\s+")
_OFFICES = (["kommune"], ["kommunes"], ["fylkeskommune"])
"""Last words of what shows that a name before it is of a person there, and no other party."""

Known = Callable[[str], bool]


class Named(NamedTuple):
    """What a part of a cell names."""

    name: str
    is_group: bool = False
    """It names a group and nobody in it: «alle kommunene»."""
    is_guess: bool = False
    """It holds a word that may part two names, and was kept whole or parted without knowing."""
    office: str = ""
    """Whom a person represents: «Kari Nordmann, Tinn kommune»."""
    is_with: bool = False
    """Another does it, and this one takes part: «Visit Numedal i samarbeid med Tinn»."""
    of: str = ""
    """Whose an office is: «Ordføreren i Tinn»."""
    person: str = ""
    """Who represents it: «Tinn kommune v/ Kari Nordmann»."""
    behind: str = ""
    """What stands behind «v/» and is neither a person's name nor a body's: «rådmannen»."""
    unsure: str = ""
    """What in brackets behind it says that it is not settled: «Tinn (avklares)»."""


class Parties(NamedTuple):
    """Everyone whom a cell names, in its order."""

    named: list[Named]
    nobody: list[str]
    """Parts that say that nobody is named yet."""


def parties(cell: str, known: Known) -> Parties:
    r"""Who is named in a cell; `known` says whether a name is somebody's.

    A name that is known stays whole, whatever it holds, also inside a list.

    >>> towns = {"rollag", "flesberg", "nore og uvdal"}
    >>> found = parties("Rollag, Nore og Uvdal, Flesberg", lambda name: name.casefold() in towns)
    >>> [one.name for one in found.named]
    ['Rollag', 'Nore og Uvdal', 'Flesberg']
    >>> parties("[Navn]", lambda _: False).nobody
    ['[Navn]']
    """
    out = Parties([], [])
    if cell[:1] == "[" and (choices := _CHOICES.fullmatch(cell.strip())):
        cell = ";".join(re.split(r'"\s*,\s*"', choices["inner"]))
    elif ";#" in cell:
        cell = _LOOKED_UP.sub(";", cell)
    text = cell if known(wording.plain(cell)) else None
    for part in [text] if text else _HARD.split(cell):
        for one in _with(_BULLET.sub("", wording.title(part)), known):
            if words.is_nobody_yet(one.name) or words.is_one("present", one.name):
                out.nobody.append(one.name)
            elif one.name:
                settled = _settled(one)
                is_group = words.names_everybody(settled.name)
                out.named.append(settled._replace(is_group=True) if is_group else settled)
    return out


def _settled(one: Named) -> Named:
    """One without what in brackets behind the name says that it is not settled.

    >>> _settled(Named("Tinn (avklares)"))[::8]
    ('Tinn', 'avklares')
    """
    found = _IN_BRACKETS.fullmatch(one.name) if one.name.endswith(")") else None
    if found is None:
        return one
    said = found["said"]
    is_unsure = words.is_nobody_yet(said) or words.is_one("hedges", said)
    return one._replace(name=found["name"], unsure=said) if is_unsure else one


def _with(text: str, known: Known) -> list[Named]:
    """The names in what no semicolon parts, and those with whom these do it."""
    first, *others = _TOGETHER.split(text) if " med " in text or " with " in text else [text]
    if not others or not first:
        return _part(text, known)
    beside = [one._replace(is_with=True) for other in others for one in _part(other, known)]
    return [*_part(first, known), *beside]


def _part(text: str, known: Known) -> list[Named]:
    """The names in what no semicolon and no line break parts."""
    text = text[found.end() :] if (found := _BY_BEFORE.match(text)) else text
    if not text or known(text) or words.is_nobody_yet(text) or words.names_everybody(text):
        return [Named(text)] if text else []
    if several := _dashed(text) or _represented(text, known) or _in_towns(text, known):
        return several
    pieces = _SOFT.split(text)
    if len(pieces) == 1 or words.is_one("offices", text):
        return [Named(text)]
    names, between = pieces[::2], pieces[1::2]
    if all(words.is_one("offices", name) for name in names):
        return [Named(name) for name in names]
    is_list = any("," in mark or "/" in mark or "+" in mark for mark in between)
    if is_list or any(_is_somebody(name, known) for name in names):
        several = _joined(pieces, known)
        is_by = _BY_SIGN.search(text) is not None
        return [
            own for one in several for own in (is_by and _represented(one.name, known)) or [one]
        ]
    return [Named(text, is_guess=not _ends_in_area(names[0], text, known))]


def _dashed(text: str) -> list[Named]:
    """The municipalities of a list with dashes between; [] for another cell.

    >>> [one.name for one in _dashed("Sirdal – Kvinesdal")], _dashed("Tinn – Anne Lie")
    (['Sirdal', 'Kvinesdal'], [])
    """
    several = _DASH.split(text)
    are_towns = len(several) > 1 and all(map(is_official, several))
    return [Named(town) for town in several] if are_towns else []


def _in_towns(text: str, known: Known) -> list[Named]:
    """The offices of each of the municipalities named, and who stands behind; [] for another cell.

    >>> known = ("Tinn", "Nore og Uvdal").__contains__
    >>> [one.name for one in _in_towns("Ordførerne i Tinn og Nore og Uvdal", known)]
    ['Ordføreren i Tinn', 'Ordføreren i Nore og Uvdal']
    >>> [one.name for one in _in_towns("Kommunene Tinn og Nore og Uvdal", known)]
    ['Tinn', 'Nore og Uvdal']
    """
    head, within, where = text.partition(" i ")
    office = name_forms.office(head) if within else ""
    towns = where if office else _said_to_be_towns(text)
    if not towns:
        return []
    is_plain = not office
    if office and (bare := _said_to_be_towns(where)):
        towns = bare
    found = _joined(_SOFT.split(towns), known)
    begin = next((at for at, one in enumerate(found) if not known(one.name)), len(found))
    if not begin or is_plain:
        return found if begin >= 2 or begin == len(found) else []
    # «Ordføreren i Tinn og Vinje» is one mayor, and a municipality.
    begin = begin if wording.plain(head) != office else 1
    return [
        one._replace(name=f"{office} i {one.name}", of=one.name) if at < begin else one
        for at, one in enumerate(found)
    ]


def _said_to_be_towns(text: str) -> str:
    """What stands behind «kommunene» or before «kommuner»; empty where neither is there.

    >>> _said_to_be_towns("Kommunene Tinn og Vinje"), _said_to_be_towns("Tinn og Vinje kommuner")
    ('Tinn og Vinje', 'Tinn og Vinje')
    """
    first, _, behind = text.partition(" ")
    if words.is_one("municipalities", first):
        return behind
    before, _, last = text.rpartition(" ")
    return before if words.is_one("municipalities_behind", last) else ""


def _represented(text: str, known: Known) -> list[Named]:
    """A body by a person, or a person with whom he or she represents behind; [] for another.

    What stands behind «v/» and is no person's full name is told as such: «Turlaget v/ leder».
    """
    if ("v" in text or "V" in text) and (found := _BY.fullmatch(text)):
        person = found["in"] or found["person"]
        *others, body = _part(found["body"], known) or [Named(found["body"])]
        if name_forms.may_be_person(person) and not known(person):
            return [*others, body._replace(person=person)]
        is_by = _BY_SIGN.search(text) or words.is_one("offices", person)
        return [*others, *_by_several(body.name, person, known)] if is_by else []
    found = _BEHIND.fullmatch(text) if _MAY_BE_BEHIND.search(text) else None
    if found and found["in"] and name_forms.has_first_name(found["name"]) and known(found["in"]):
        is_person = name_forms.may_be_person(found["name"]) and not known(found["name"])
        return [Named(found["name"], office=found["in"])] if is_person else []
    one = _of_office(found["name"], found["in"] or found["dash"], known) if found else None
    return [one] if one else []


def _by_several(body: str, rest: str, known: Known) -> list[Named]:
    """A body by several, or by no full name, and other bodies named behind: «og NAV».

    Who stands behind and is neither a person nor a body is no name: «rådmannen».

    >>> [one.name for one in _by_several("Vinje", "rådmannen og NAV", lambda name: False)]
    ['Vinje', 'NAV']
    >>> _by_several("Vinje", "rådmannen og NAV", lambda name: False)[0].behind
    'rådmannen'
    >>> [one.person for one in _by_several("NAV", "Kari Nordmann, Ola Hansen", lambda name: False)]
    ['Kari Nordmann', 'Ola Hansen']
    >>> [one.name for one in _by_several("Tinn", "avd. teknisk/plan", lambda name: False)]
    ['Tinn']
    """
    found: list[Named] = []
    unnamed: list[str] = []
    pieces = _SOFT.split(rest)[::2]
    for piece in pieces:
        one = _BY.fullmatch(piece) if _BY_SIGN.search(piece) else None
        if one:
            found += _represented(piece, known)
        elif known(piece) or name_forms.may_be_body(piece):
            found.append(Named(piece))
        elif name_forms.may_be_person(piece):
            before = found[-1].name if found else body
            found.append(Named(before, person=piece))
        else:
            unnamed.append(piece)
    if not any(one.name == body for one in found):
        found.insert(0, Named(body))
    at = next(at for at, one in enumerate(found) if one.name == body)
    behind = rest if unnamed == pieces else ", ".join(unnamed)
    found[at] = found[at]._replace(behind=behind)
    return found


def _of_office(name: str, office: str, known: Known) -> Named | None:
    """A person of a municipality; None where these are two names, or none is a person's.

    Whether it is one is sure of a given name that is common.
    """
    if known(name) or not name_forms.may_be_person(name):
        return None
    body = office if known(office) else office.rpartition(" i ")[2]
    if not known(body) or wording.key(body).split()[-1:] not in _OFFICES:
        return None
    return Named(name, is_guess=not name_forms.has_first_name(name), office=body)


def _ends_in_area(first: str, whole: str, known: Known) -> bool:
    """Whether a name ends in an area's that holds «og», and begins before it.

    >>> _ends_in_area("NHO Vestfold", "NHO Vestfold og Telemark", lambda name: " og " in name[:12])
    True
    """
    if " og " not in whole:
        return False
    begin = first.split()
    for width in range(1, len(begin)):
        area = whole.split(None, width)[-1]
        if words.is_one("areas", area) or (_HOLDS_AND.search(area) and known(area)):
            return True
    return False


def _is_somebody(name: str, known: Known) -> bool:
    """Whether a piece surely is a name by itself: one that is known, or «kommunene»."""
    return known(name) or words.names_everybody(name)


def _joined(pieces: list[str], known: Known) -> list[Named]:
    """The pieces, those put together again that make a known name, the longest first.

    What «og» or & parts stays together where neither side is known: «plan og bygg».
    """
    names, between = pieces[::2], pieces[1::2]
    hang = [_AND.fullmatch(mark) is not None for mark in between]
    found: list[Named] = []
    at = 0
    while at < len(names):
        if at + 1 < len(names) and "," in between[at]:
            one = _of_office(names[at], names[at + 1], known)
            if one:
                found.append(one)
                at += 2
                continue
        for end in range(min(len(names), at + LONGEST), at, -1):
            whole = pieces[2 * at] if end - at == 1 else "".join(pieces[2 * at : 2 * end - 1])
            is_known = end - at == 1 or known(whole) or _ends_in_area(pieces[2 * at], whole, known)
            # Held together by «og» alone, and neither side known: one unknown name.
            if is_known or (
                all(hang[at : end - 1])
                and not any(_is_somebody(name, known) for name in names[at:end])
            ):
                found.append(Named(whole.strip(), is_guess=not is_known))
                at = end
                break
    return [one for one in found if one.name]
