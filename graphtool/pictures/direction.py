"""Words of scripts that run from the right, for a format that sets letters from the left.

A short form of the Unicode bidirectional algorithm (UAX 9), for one line without embeddings and
pairs of brackets; and of Arabic joining, by the presentation forms of the character database.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby

_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_FORMS = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}


def visual(text: str) -> str:
    r"""The letters in the order in which they stand on paper, from the left.

    >>> visual("Tinn"), visual("\u05d0\u05d1 12") == "12 \u05d1\u05d0"
    ('Tinn', True)
    """
    ways = [unicodedata.bidirectional(letter) for letter in text]
    if not any(way in ("R", "AL", "AN") for way in ways):
        return text
    text = _joined(text)
    ways = [unicodedata.bidirectional(letter) for letter in text]
    first = next((way for way in ways if way in ("L", "R", "AL")), "L")
    base = int(first != "L")
    levels = _levels(ways, base)
    runs = [
        (level, "".join(text[at] for at, _ in run))
        for level, run in groupby(enumerate(levels), key=lambda one: one[1])
    ]
    return _ordered(runs, base)


def _levels(ways: list[str], base: int) -> list[int]:
    """1 for what runs from the right, 2 for numbers in it, 0 for what runs from the left."""
    strong: list[int | None] = []
    last = base
    for way in ways:
        if way in ("R", "AL"):
            last = 1
        elif way == "L":
            last = 0
        is_number = way in ("EN", "AN")
        strong.append(last if way in ("L", "R", "AL", "NSM") else 2 * last if is_number else None)
    return [
        level if level is not None else _neutral(strong, at, base)
        for at, level in enumerate(strong)
    ]


def _neutral(strong: list[int | None], at: int, base: int) -> int:
    """What stands between two of one way goes with them, else with the line."""
    before = next((level for level in reversed(strong[:at]) if level is not None), base)
    after = next((level for level in strong[at + 1 :] if level is not None), base)
    one, other = min(before, 1), min(after, 1)
    return one if one == other else base


def _ordered(runs: list[tuple[int, str]], base: int) -> str:
    """Stretches in the order on paper: those of a line from the right from its end."""
    if base:
        runs = runs[::-1]
        return "".join(_turned(text) if level == 1 else text for level, text in runs)
    done: list[str] = []
    for is_right, among in groupby(runs, key=lambda run: run[0] > 0):
        stretch = list(among)
        if is_right:
            stretch.reverse()
        done += [_turned(text) if level == 1 else text for level, text in stretch]
    return "".join(done)


def _turned(text: str) -> str:
    return text[::-1].translate(_MIRRORED)


@cache
def _forms() -> dict[str, dict[int, str]]:
    """By letter its forms: alone, at the end, at the beginning and within a word."""
    found: dict[str, dict[int, str]] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE70, 0xFEFD)):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if form in _FORMS and len(letters) == 1:
            found.setdefault(chr(int(letters[0], 16)), {})[_FORMS[form]] = chr(code)
    return found


def _joined(text: str) -> str:
    """Arabic letters in the forms that they have beside their neighbours."""
    forms = _forms()
    bare = [at for at, letter in enumerate(text) if not unicodedata.combining(letter)]
    made = list(text)
    for place, at in enumerate(bare):
        own = forms.get(text[at])
        if not own:
            continue
        before = forms.get(text[bare[place - 1]], {}) if place else {}
        after = forms.get(text[bare[place + 1]], {}) if place + 1 < len(bare) else {}
        # A letter with a form for beginnings joins what follows it; one for ends what precedes it.
        form = int(2 in before and 1 in own) + 2 * int(2 in own and 1 in after)
        made[at] = own.get(form, text[at])
    return "".join(made)
