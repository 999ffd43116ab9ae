"""A cell as it is read and compared: without what nobody sees, means or minds."""

from __future__ import annotations

import re
from functools import lru_cache

from graphtool.language import normalised, searchable, visible

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\][]*\]")
_BEFORE, _AFTER = " *_", " *:.?!#_-"
"""Signs around a word that say nothing of it."""
_ADDRESS = re.compile(r"\[([^\][]+)\]\([a-z]+:[^()\s]*\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_SIGNS = re.compile("[*_`]")
_NOTES = (*"¹²³⁴⁵⁶⁷⁸⁹⁰*",)
_FOOTNOTE = re.compile(rf"(?<=[^\W\d_]{{3}})[{''.join(_NOTES)}]+$")
"""What refers to a note behind a word, and not the power of a unit: km²."""
_BROKEN = re.compile(r"(?<=[a-zæøå])-\n(?=(?!og\b|eller\b|and\b|or\b|til\b)[a-zæøå])")
"""Where a word is broken at the end of a line: «Bredbånds-⏎utbygging», and not «nærings-⏎og»."""
_PICTURES = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
"""Arrows, ticks and emoji: they say nothing of a word that stands beside them."""
MANY = 1 << 16
"""Cells whose meaning is kept in mind: the same few words stand in thousands of rows."""


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
def key(said: str) -> str:
    """A heading or a word as it is compared.

    >>> key("Ansvarlig *"), key("Samarbeidspartner(e)"), key("MÅL (r):")
    ('ansvarlig', 'samarbeidspartner', 'mal')
    """
    text = plain(said)
    bare = (_BRACKETS.sub("", text) or text) if "(" in text or "[" in text else text
    if not bare.isascii():
        bare = _PICTURES.sub("", bare) or bare
    found = searchable(bare.lstrip(_BEFORE).rstrip(_AFTER))
    return " ".join(found.replace("_", " ").split()) if "_" in found else found
