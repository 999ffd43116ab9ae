"""What headings and cells mean: the table `words.toml`, and the words of the vocabulary itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, cast

from graphtool import municipalities, schema, spellings
from graphtool.language import Text, normalised, same, searchable, visible

Group = Literal["thing", "party", "role", "relation", "detail", "link"]
GROUPS: dict[str, Group] = {
    "things": "thing",
    "parties": "party",
    "roles": "role",
    "relations": "relation",
    "details": "detail",
    "links": "link",
}
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\][]*\]")
_BEFORE, _AFTER = " *_", " *:.?!#_-"
"""Signs around a word that say nothing of it."""
_ADDRESS = re.compile(r"\[([^\][]+)\]\([a-z]+:[^()\s]*\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_SIGNS = re.compile("[*_`]")
_QUALIFIED = re.compile(r"[^\s\[\]()]+\[([A-ZÆØÅ][^\[\]]{2,})\]")
"""A column as a data model calls it, behind its table: `Plan[Tiltak]`."""
_ONE_OF = re.compile(
    r"(?P<word>[^\W\d]+)[ .]*(?:(?:i|for|mot|innen) )?\d{1,2}(?:\d\d(?:-\d{2,4})?)?"
)
"""A heading that is one of several, or of a year: «Delmål 1», «Mål 2030», «Mål for 2025-2028»."""
_HUMPS = re.compile("(?<=[a-zæøå])(?=[A-ZÆØÅ])")
"""Where a program joins words: «AnsvarligEnhet»."""
_NOTES = (*"¹²³⁴⁵⁶⁷⁸⁹⁰*",)
_FOOTNOTE = re.compile(rf"(?<=[^\W\d_]{{3}})[{''.join(_NOTES)}]+$")
"""What refers to a note behind a word, and not the power of a unit: km²."""
_BROKEN = re.compile(r"(?<=[a-zæøå])-\n(?=(?!og\b|eller\b|and\b|or\b|til\b)[a-zæøå])")
"""Where a word is broken at the end of a line: «Bredbånds-⏎utbygging», and not «nærings-⏎og»."""
_COUNTY = re.compile(r"(.+?) county (?:council|municipality|authority)", re.IGNORECASE)
_NAME = re.compile(r"((.{3,}?)s?)na[vm]n")
_PICTURES = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
"""Arrows, ticks and emoji: they say nothing of a word that stands beside them."""
_NO_HINT = ("omrade", "omradet", "omrader", "dato", "sum", "status")
"""Ends of headings that are no role, whatever else is in them: «ansvarsområde»."""
MUNICIPALITIES = "@municipalities"
"""Stands in a context for headings that are names of municipalities."""
MANY = 1 << 16
"""Cells whose meaning is kept in mind: the same few words stand in thousands of rows."""
PLACEHOLDER = re.compile(r"\[[^\][]*\]|<[^<>]*>|\.{2,}|…|x{3,}", re.IGNORECASE)
"""What stands where a name is still to come: `[Navn]`, `<navn>`, `...`, `xxx`."""


class Meaning(NamedTuple):
    """What a column holds."""

    group: Group
    word: str
    """A kind, a role, a relation in small letters, or what a detail or an end of a link is."""
    subkind: str = ""

    def __str__(self) -> str:
        """As a person writes it after `=`: `Goal.main`, `responsible`."""
        return f"{self.word}.{self.subkind}" if self.subkind else self.word


UNREAD = Meaning("detail", "not read")
"""Of a column of which nothing is kept."""
FIGURE = Meaning("detail", "figure")
"""Of a column of numbers that are no amounts of money, whatever its sheet says of these."""
AMOUNTS = ("kr", "1000 kr", "mill. kr")
"""What a person may say that the amounts of a column are in."""


@lru_cache(maxsize=MANY)
def plain(cell: str) -> str:
    r"""A cell without what nobody sees or means: invisible characters, emphasis, odd spaces.

    >>> plain("**Kongs\u00adberg**  kommune "), plain("Bredbånds-\nutbygging")
    ('Kongsberg kommune', 'Bredbåndsutbygging')
    """
    if "-\n" in cell:
        cell = _BROKEN.sub("", cell)
    text = normalised(visible(cell))
    if "](" in text:
        text = _ADDRESS.sub(r"\1", text)
    while _SIGNS.search(text) and (barer := _EMPHASIS.sub(r"\2", text)) != text:
        text = barer  # one within another: ***Tinn***
    return text


def title(cell: str) -> str:
    """A name or a title without what refers to a footnote behind it.

    >>> title("Statens vegvesen¹"), title("Ny bru*"), title("**Ny bru**"), title("Redusert CO²")
    ('Statens vegvesen', 'Ny bru', 'Ny bru', 'Redusert CO²')
    """
    text = plain(cell)
    return _FOOTNOTE.sub("", text) if text.endswith(_NOTES) else text


@lru_cache(maxsize=MANY)
def key(words: str) -> str:
    """A heading or a word as it is compared.

    >>> key("Ansvarlig *"), key("Samarbeidspartner(e)"), key("MÅL (r):")
    ('ansvarlig', 'samarbeidspartner', 'mal')
    """
    text = plain(words)
    bare = (_BRACKETS.sub("", text) or text) if "(" in text or "[" in text else text
    if not bare.isascii():
        bare = _PICTURES.sub("", bare) or bare
    found = searchable(bare.lstrip(_BEFORE).rstrip(_AFTER))
    return " ".join(found.replace("_", " ").split()) if "_" in found else found


@lru_cache(maxsize=MANY)
def meaning(heading: str) -> Meaning | None:
    """What a column of this heading holds; None where it is not known.

    Of several words with a stroke, «og» or a comma between them, the first that is known counts.

    >>> str(meaning("Hovedmål")), str(meaning("Ansvarleg*")), meaning("Farge")
    ('Goal.main', 'responsible', None)
    >>> str(meaning("Ansvarlig/eier")), str(meaning("Når?"))
    ('responsible', 'deadline')
    >>> str(meaning("Plan[Tiltak]")), str(meaning("Bedriftsnavn")), meaning("Stedsnavn")
    ('Measure', 'Actor', None)
    >>> str(meaning("Politisk ansvarlig")), meaning("Mulige samarbeidspartnere")
    ('responsible', None)
    """
    known = _meanings()
    qualified = _QUALIFIED.fullmatch(heading.strip())
    found = meaning(qualified[1]) if qualified else None
    if found and found.word != "name":
        return found
    said = key(heading)
    if found := known.get(said) or _named(said) or _begun(said) or _unqualified(said):
        return found
    found = next((known[part] for part in several(heading) if part in known), None)
    if found is None and _HUMPS.search(heading):
        return meaning(_HUMPS.sub(" ", heading))
    return found


def several(heading: str) -> list[str]:
    """The words that a stroke, «og» or a comma parts in a heading, as `key` has them; [] for one.

    >>> several("Tiltak/kommunikasjon"), several("Mål")
    (['tiltak', 'kommunikasjon'], [])
    """
    parts = [key(part) for part in re.split(r"[/,&+\n]|\s(?:og|and)\s", heading)]
    return parts if len(parts) > 1 and len(parts[0].split()) <= 2 else []


def _named(heading: str) -> Meaning | None:
    """What «bedriftsnavn» holds: that of which it says that it is the name; None for another."""
    found = _NAME.fullmatch(heading)
    meant = _meanings().get(found[1]) or _meanings().get(found[2]) if found else None
    return meant if meant and meant.group in ("thing", "party") else None


def _unqualified(heading: str) -> Meaning | None:
    """The role that «politisk ansvarlig» is one of; None for another heading."""
    first, _, rest = heading.partition(" ")
    meant = _meanings().get(rest) if rest and first in listed("qualifiers") else None
    return meant if meant and meant.group == "role" else None


def _begun(heading: str) -> Meaning | None:
    """What a heading in a whole sentence holds, by its first words; None for another."""
    several = _begins().get(heading.partition(" ")[0], ())
    return next((meant for begin, meant in several if heading.startswith(begin)), None)


@lru_cache(maxsize=1)
def _begins() -> dict[str, list[tuple[str, Meaning]]]:
    """By its first word, the beginnings of headings and what these hold."""
    known = meanings()
    found: dict[str, list[tuple[str, Meaning]]] = {}
    for meant, several in _lists("begins").items():
        for begin in map(key, several):
            found.setdefault(begin.partition(" ")[0], []).append((begin, known[meant]))
    return found


@lru_cache(maxsize=MANY)
def hint(heading: str) -> Meaning | None:
    """What a heading that is not known may mean, by a word in it; None for nothing.

    >>> str(hint("Ansvarlig for dialog")), hint("Ansvarsområde"), hint("Farge")
    ('responsible', None, None)
    >>> str(hint("Delmål 1"))
    'Goal.sub'
    """
    said = key(heading)
    one = _ONE_OF.fullmatch(said)
    if one and (found := meaning(one["word"])) and found.group == "thing":
        return found
    if not said or said.endswith(_NO_HINT):
        return None
    for meant, several in _lists("hints").items():
        if any(key(word) in said for word in several):
            return meanings()[meant]
    return None


def context(headings: Iterable[str]) -> dict[str, Meaning | None]:
    """By the keys of headings, what they mean beside these others; None for as they stand.

    >>> found = context(["Interessent", "Interesse", "Strategi"])
    >>> found["strategi"] is None, context(["Mål", "Strategi"])
    (True, {})
    """
    said = {found: meaning(one) for one in headings if (found := key(one))}
    names = set(said)
    if sum(bool(municipalities.find(one)) for one in headings if one[:1].isupper()) > 1:
        names.add(MUNICIPALITIES)
    known = meanings()
    out: dict[str, Meaning | None] = {}
    for one in _contexts():
        is_so = all(not names.isdisjoint(several) for several in one.when)
        if is_so and names.isdisjoint(one.unless) and _signs(said, one).isdisjoint(one.unless):
            out |= {heading: known[word] if word else None for heading, word in one.means.items()}
    return out


def _signs(said: Mapping[str, Meaning | None], one: _Context) -> set[str]:
    """What stands in `unless` for headings that mean something of their own in this context."""
    found = [meant for heading, meant in said.items() if meant and heading not in one.means]
    signs = {f"@{meant.word}" for meant in found}
    signs |= {f"@{meant.group}" for meant in found if meant.group in ("thing", "party")}
    first = next((meant for meant in said.values() if not meant or meant.word != "id"), None)
    return signs | ({f"@{first.group} first"} if first else set())


class _Context(NamedTuple):
    when: tuple[frozenset[str], ...]
    means: dict[str, str]
    unless: frozenset[str]


@lru_cache(maxsize=1)
def _contexts() -> tuple[_Context, ...]:
    raw = cast("list[dict[str, Any]]", _table()["contexts"])
    return tuple(
        _Context(
            tuple(map(_words, row["when"])),
            {key(heading): word for heading, word in row["means"].items()},
            _words(row.get("unless", ())),
        )
        for row in raw
    )


def _words(several: Iterable[str]) -> frozenset[str]:
    """The words of a list of a context as they are compared."""
    return frozenset(one if one[0] == "@" else key(one) for one in several)


def name_pairs() -> list[tuple[str, str]]:
    """Headings of two columns that make the name of a person together, as `key` has them."""
    pairs = cast("list[list[str]]", _table()["cells"]["name_pairs"])
    return [(key(one), key(other)) for one, other in pairs]


def meanings() -> dict[str, Meaning]:
    """Every meaning that a column may have, by the word that a person writes for it."""
    own = (UNREAD, FIGURE, *(Meaning("detail", word) for word in AMOUNTS))
    return {str(one): one for one in _meanings().values()} | {one.word: one for one in own}


def label(meant: str) -> Text:
    """What a column was taken for as a person reads it; in English the word of the meaning itself.

    >>> label("Goal.main").nb, label("responsible").nn, label("Goal, Measure").nb
    ('hovedmål', 'ansvarleg', 'mål, tiltak')
    """
    several = [_label(one) for one in meant.split(", ")]
    return Text(*(", ".join(words) for words in zip(*several, strict=True)))


def _label(meant: str) -> Text:
    word, _, subkind = meant.partition(".")
    norwegian = _lists("labels").get(meant)
    if norwegian:
        return Text(norwegian[0], norwegian[1], meant)
    if word in schema.KINDS:
        kind = schema.KINDS[word]
        own = kind.subkinds.get(subkind, kind.label)
        return Text(own.nb, own.nn, meant)
    if meant.upper() in schema.RELATIONS:
        own = schema.RELATIONS[meant.upper()].label
        if not {own.nb, own.nn} & _of_roles():  # «leder» is who leads, and not whom one leads
            return Text(own.nb, own.nn, meant)
    return same(meant)


@lru_cache(maxsize=1)
def _of_roles() -> frozenset[str]:
    """What roles, and other meanings with labels of their own, are called in Norwegian."""
    return frozenset(word for several in _lists("labels").values() for word in several)


@lru_cache(maxsize=1)
def labelled() -> dict[str, Meaning]:
    """Every meaning by what it is called in bokmål and nynorsk, compared as `key` has it."""
    found: dict[str, Meaning] = {}
    for meant, one in meanings().items():
        for called in label(meant)[:2]:
            found.setdefault(key(called), one)
    return found


def whose(heading: str) -> str:
    """The kind of thing that a heading of a role says it is a role of; empty for none.

    >>> whose("Måleier"), whose("Ansvarlig")
    ('Goal', '')
    """
    said = key(heading)
    lists = _lists("whose").items()
    return next((kind for kind, several in lists if said in map(key, several)), "")


@lru_cache(maxsize=MANY)
def link(heading: str) -> str:
    """Which column of a list of connections this is; empty for another."""
    return _links().get(key(heading), "")


def kind(word: str) -> tuple[str, str] | None:
    """The kind and the refinement of nodes of a type, or on a sheet, of this name.

    >>> kind("Organisasjon"), kind("Kommuner"), kind("Delmål"), kind("person"), kind("tre")
    (('Actor', ''), ('Municipality', ''), ('Goal', 'sub'), ('Actor', 'person'), None)
    """
    return _kinds().get(key(word))


def connection(word: str) -> tuple[str, bool] | None:
    """The relation of a connection that is called this, and whether it is read backwards.

    >>> connection("eier"), connection("Eies av"), connection("kjenner")
    (('OWNS', False), ('OWNS', True), None)
    >>> connection("blir eigd av") == connection("vert eigd av") == ("OWNS", True)
    True
    """
    return _connections().get(key(word))


def is_one(list_name: str, cell: str) -> bool:
    """Whether a cell is one of the words of this list.

    >>> is_one("nobody", "TBD"), is_one("everybody", "Hele teamet"), is_one("totals", "SUM:")
    (True, True, True)
    """
    return list_name in _listed(cell)


@lru_cache(maxsize=MANY)
def _listed(cell: str) -> frozenset[str]:
    """The lists of which a cell is one of the words: one cell is asked about many of them."""
    lists, none = _by_word(), frozenset[str]()
    return lists.get(key(cell), none) | lists.get(plain(cell).casefold(), none)


def is_example(cell: str) -> bool:
    """Whether a row that begins so shows how to fill in: «Eksempel: …».

    >>> is_example("Eksempel: Etablererkurs"), is_example("Etablererkurs: del 2")
    (True, False)
    """
    first, colon, _ = cell.partition(":")
    return bool(colon) and is_one("examples", first)


@lru_cache(maxsize=MANY)
def names_nobody(cell: str) -> bool:
    """Whether a cell says that nobody is named yet.

    >>> [names_nobody(cell) for cell in ("[Navn]", "?", "Avklares", "Kongsberg")]
    [True, True, True, False]
    """
    return bool(PLACEHOLDER.fullmatch(plain(cell))) or is_one("nobody", cell)


@lru_cache(maxsize=MANY)
def is_nobody_yet(cell: str) -> bool:
    """Whether what stands where a party is to stand says in words that there is none yet.

    Not of a title: «Ingen skal stå utenfor» is a goal.

    >>> is_nobody_yet("Ikke utpekt"), is_nobody_yet("Avklares i rådet"), is_nobody_yet("Tinn")
    (True, True, False)
    """
    return names_nobody(cell) or plain(cell).casefold().startswith(_begun_so("nobody_begins"))


def explains(cell: str) -> bool:
    """Whether a cell begins as what explains a word does: «Den som svarer for det».

    >>> explains("Når tiltaket skal være ferdig"), explains("Trygg skolevei")
    (True, False)
    """
    return plain(cell).casefold().startswith(_begun_so("explaining_begins"))


_COLOUR = re.compile(r"([^\W\d_]+)(?: farge)?\s*[=:–-]\s*\S.*")


@lru_cache(maxsize=MANY)
def explains_colour(cell: str) -> bool:
    """Whether a text says what a colour means, or is the name of one.

    >>> [explains_colour(cell) for cell in ("Grønn", "Gul = forsinket", "Grønn vekst")]
    [True, True, False]
    """
    found = _COLOUR.fullmatch(plain(cell))
    return is_one("colours", found[1] if found else cell)


@lru_cache(maxsize=MANY)
def is_of_sheet(cell: str) -> bool:
    """Whether a line says something of the sheet it stands in: when it was made, and of what.

    >>> is_of_sheet("Sist oppdatert av Kari"), is_of_sheet("Bedre skole")
    (True, False)
    """
    return plain(cell).casefold().startswith(_begun_so("sheet_begins"))


@lru_cache(maxsize=MANY)
def without_others(name: str) -> str:
    """A name without «m.fl.» behind it, which stands for others and names none.

    >>> without_others("Innovasjon Norge m.fl."), without_others("Tinn")
    ('Innovasjon Norge', 'Tinn')
    """
    ends = _begun_so("others_ends")
    end = next((one for one in ends if name.casefold().endswith(f" {one}")), "")
    return (name[: -len(end)].rstrip(" ,") or name) if end else name


@lru_cache(maxsize=MANY)
def names_everybody(cell: str) -> bool:
    """Whether a cell names a group and nobody in it.

    >>> [names_everybody(cell) for cell in ("Alle", "Alle kommunane", "Kommunene i Numedal", "Ås")]
    [True, True, True, False]
    """
    return is_one("everybody", cell) or everybody_in(cell) is not None


def everybody_in(cell: str) -> str | None:
    """Of what every municipality is meant: a region's name, empty for whichever it is, or None.

    >>> everybody_in("Alle kommunene i Numedal"), everybody_in("Alle kommunene"), everybody_in("Ås")
    ('Numedal', '', None)
    """
    if is_one("every_municipality", cell):
        return ""
    whom, within, where = plain(cell).partition(" i ")
    if not within or not is_one("every_municipality", whom):
        return None
    return "" if key(where) in ("regionen", "omradet", "samarbeidet") else where


@lru_cache(maxsize=MANY)
def may_be_person(name: str) -> bool:
    """Whether a name has a person's form: two to four words in capitals, none of them a body's.

    >>> [may_be_person(name) for name in ("Kari Nordmann", "Visit Numedal", "NHO Viken", "Rådet")]
    [True, False, False, False]
    """
    several = plain(name).replace("-", " ").split()
    if not 2 <= len(several) <= 5 or not all(word.istitle() and word.isalpha() for word in several):
        return False
    return not is_bodys(name)


def is_bodys(name: str) -> bool:
    """Whether a word of a name ends as those of organisations do.

    >>> is_bodys("Turlaget i Vinje"), is_bodys("Kari Nordmann")
    (True, False)
    """
    several = plain(name).replace("-", " ").casefold().split()
    return any(word.endswith(tuple(_cells("bodies"))) for word in several)


def may_be_body(name: str) -> bool:
    """Whether a name is an organisation's by its own form: «NAV», «Turlaget», and not «HR».

    >>> [may_be_body(name) for name in ("NAV", "Turlaget", "Vei AS", "HR", "Rådmannen", "plan")]
    [True, True, True, False, False, False]
    """
    if is_one("offices", name):
        return False
    is_short = len(name) > len("HR") and name.isupper() and name.isalpha()
    return is_short or is_company(name) or (name[:1].isupper() and is_bodys(name))


def is_company(name: str) -> bool:
    """Whether a name ends as companies' do, by their form of organisation.

    >>> [is_company(name) for name in ("Vinje Kraft AS", "Renovest iks", "Tinn", "AS")]
    [True, True, False, False]
    """
    before, _, last = plain(name).rstrip(".").rpartition(" ")
    return bool(before) and last.casefold() in spellings.FORMS


def has_first_name(name: str) -> bool:
    """Whether a name begins with a given name that is common.

    >>> has_first_name("Kari Nordmann"), has_first_name("Nordic Crisis")
    (True, False)
    """
    return plain(name).casefold().partition(" ")[0] in _cells("first_names")


@lru_cache(maxsize=MANY)
def one_name(name: str) -> str:
    """The name that a body is known by, of one that has several; any other as it stands.

    >>> one_name("Sámediggi"), one_name("Finnmark fylkeskommune - Finnmárkku fylkkagielda")
    ('Sametinget', 'Finnmark fylkeskommune')
    >>> one_name("Østfold County Council"), one_name("Kent County Council")
    ('Østfold fylkeskommune', 'Kent County Council')
    """
    county = _COUNTY.fullmatch(plain(name))
    if county and municipalities.is_county(county[1]):
        return f"{county[1]} fylkeskommune"
    parts = {_same().get(key(part), "") for part in re.split(r"\s[-–]\s", plain(name))}
    return parts.pop() or name if len(parts) == 1 else name


@lru_cache(maxsize=1)
def _same() -> dict[str, str]:
    return {key(one): name for name, many in _lists("same").items() for one in (name, *many)}


@lru_cache(maxsize=MANY)
def office(name: str) -> str:
    """The office that a name is, or several of which it names: one of them; empty for another.

    >>> office("Ordførerne"), office("Rådmannen"), office("Styret")
    ('Ordføreren', 'Rådmannen', '')
    """
    said = plain(name)
    one = next((one for several, one in _office_pairs() if several == key(said)), "")
    if one:
        return one.capitalize() if said[:1].isupper() else one
    return said if is_one("offices", said) else ""


@lru_cache(maxsize=1)
def _office_pairs() -> list[tuple[str, str]]:
    pairs = cast("list[list[str]]", _table()["cells"]["offices_of_several"])
    return [(key(several), one) for several, one in pairs]


def is_board(name: str) -> bool:
    """Whether a name is that of people who sit together, or of an office that there is one of.

    >>> [is_board(name) for name in ("Regionrådet", "Formannskapet", "Budsjett", "Kari Nordmann")]
    [True, True, False, False]
    """
    if is_one("offices", name):
        return True
    return plain(name).casefold().endswith(tuple(_cells("boards")))


def is_forum(name: str) -> bool:
    """Whether a name is that of a body in which several municipalities or others work together.

    >>> [is_forum(name) for name in ("Klimanettverket", "Barnevernsforum", "Ungdomsråd")]
    [True, True, False]
    """
    return plain(name).casefold().endswith(tuple(_cells("forums")))


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
    several = plain(name).casefold().split()
    begins = tuple(_cells("gatherings"))
    if any(part.startswith(begins) for word in several for part in word.split("-")):
        return ""
    are_beside = [is_one("between", word) for word in several]
    for subkind, ends in _lists("forum_kinds").items():
        is_a = [f" {word}".endswith(tuple(ends)) for word in several]
        is_bare = bool(several) and several[0] in map(str.strip, ends)
        if is_a[:1] == [True] and (len(several) == 1 or not is_bare or are_beside[1]):
            return subkind
        if is_a[-1:] == [True] and not any(are_beside):
            return subkind
    return ""


@lru_cache(maxsize=1)
def letters() -> dict[str, str]:
    """The role that each letter in a matrix gives where no legend says it, empty for none."""
    return cast("dict[str, str]", _table()["letters"])


@lru_cache(maxsize=MANY)
def part(said: str, *, is_whole: bool = False) -> str | None:
    """The role that a part in something is, empty for none; None where it is no part.

    Unless `is_whole`, what follows the part may be anything: «Ansvarlig for framdriften».

    >>> part("Deltek"), part("Informert"), part("Responsible (utfører)"), part("Kontor")
    ('participants', '', 'responsible', None)
    """
    whole = key(said)
    begins = () if is_whole else (re.split(r"[,/;–-]|\s\(", whole)[0].strip(), whole.split(" ")[0])
    for one in (whole, *begins):
        if (found := _parts().get(one)) is not None:
            return found
        meant = _meanings().get(one)
        if meant and meant.group == "role":
            return meant.word
    return None


@lru_cache(maxsize=1)
def _parts() -> dict[str, str]:
    """The roles by what their parts are called, and by what `check` calls them."""
    listed = {key(one): role for role, many in _lists("parts").items() for one in many}
    roles = (*_lists("roles"), UNREAD.word)
    called = {key(name): role for role in roles for name in label(role)}
    return {name: "" if role == UNREAD.word else role for name, role in (called | listed).items()}


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """The number of a month by its names, in small letters."""
    named = cast("list[list[str]]", _table()["cells"]["months"])
    return {name: number for number, names in enumerate(named, start=1) for name in names}


def order(said: str) -> Literal["day", "month", ""]:
    """Whether the day or the month is said to stand first in dates; empty for neither.

    >>> order("dag først"), order("Månad"), order("year")
    ('day', 'month', '')
    """
    first = key(said).partition(" ")[0]
    if first in ("dag", "dagen", "day"):
        return "day"
    return "month" if first in ("maned", "maneden", "manad", "manaden", "month") else ""


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, object]]:
    text = files("graphtool.recognition").joinpath("words.toml").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, object]]", tomllib.loads(text))


def _lists(group: str) -> dict[str, list[str]]:
    return cast("dict[str, list[str]]", _table()[group])


@lru_cache(maxsize=1)
def _meanings() -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for name, group in GROUPS.items():
        if group != "link":
            for meant, words in _lists(name).items():
                word, _, subkind = meant.partition(".")
                for one in (*words, *_own(group, word, subkind)):
                    found.setdefault(key(one), Meaning(group, word, subkind))
    for role in schema.ROLES:
        found.setdefault(key(role.replace("_", " ")), Meaning("role", role))
    for relation in schema.RELATIONS:
        found.setdefault(key(relation.replace("_", " ")), Meaning("relation", relation.lower()))
    return found


def _own(group: str, word: str, subkind: str) -> Iterator[str]:
    """The vocabulary's own words for a kind or a relation."""
    if group in ("thing", "party") and not subkind:
        yield from (*schema.KINDS[word].label, *schema.KINDS[word].plural)
    elif group in ("thing", "party"):
        yield from schema.KINDS[word].subkinds[subkind]


@lru_cache(maxsize=1)
def _links() -> dict[str, str]:
    found: dict[str, str] = {}
    for end, words in _lists("links").items():
        for word in words:
            found.setdefault(key(word), end)
    return found


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, str]]:
    found = {
        key(word): (one.word, one.subkind)
        for one in _meanings().values()
        if one.group in ("thing", "party")
        for word in (
            *_lists(_section(one)).get(str(one), ()),
            *_own(one.group, one.word, one.subkind),
        )
    }
    for row in schema.KINDS.values():
        for word in (row.name, row.file.replace("_", " "), *row.label, *row.plural):
            found.setdefault(key(word), (row.name, ""))
        for subkind, label in row.subkinds.items():
            for word in (subkind, *label):
                found.setdefault(key(word), (row.name, subkind))
    return found


def _section(one: Meaning) -> str:
    return "things" if one.group == "thing" else "parties"


@lru_cache(maxsize=1)
def _connections() -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for row in schema.RELATIONS.values():
        for word in (
            *row.label,
            row.name.replace("_", " "),
            *_lists("connections").get(row.name, ()),
        ):
            found.setdefault(key(word.removeprefix("er ")), (row.name, False))
            for form in _forms(word):
                found.setdefault(key(form), (row.name, False))
    for row in schema.RELATIONS.values():
        for word in row.inverse:
            for form in _forms(word):
                found.setdefault(key(form), (row.name, True))
    return found


def _forms(word: str) -> tuple[str, str]:
    """A word of ours and how others write it: nynorsk has two verbs, we say «blir» and «blei».

    >>> _forms("blir eigd av"), _forms("eier")
    (('blir eigd av', 'vert eigd av'), ('eier', 'eier'))
    """
    begun = {"blir ": "vert ", "blei ": "vart "}
    other = next((its + word[5:] for ours, its in begun.items() if word.startswith(ours)), word)
    return word, other


@lru_cache(maxsize=4)
def _begun_so(name: str) -> tuple[str, ...]:
    """A list whose words are compared as they stand, spaces and all."""
    return tuple(cast("list[str]", _table()["cells"][name]))


@lru_cache(maxsize=1)
def _by_word() -> dict[str, frozenset[str]]:
    """The lists of cells that each word is in."""
    found: dict[str, frozenset[str]] = {}
    for name, words in _table()["cells"].items():
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            for word in _cells(name):
                found[word] = found.get(word, frozenset()) | {name}
    return found


@lru_cache(maxsize=4)
def listed(name: str) -> frozenset[str]:
    """The words of a list of cells, as `key` has them."""
    return frozenset(map(key, _cells(name)))


@lru_cache(maxsize=16)
def _cells(name: str) -> frozenset[str]:
    words = cast("list[str]", _table()["cells"][name])
    return frozenset([*map(key, words), *(word.casefold() for word in words)]) - {""}
