"""Cells that say themselves what stands in them: «Ansvarlig: Kari Dahl, frist: 12.05.2026»."""

from __future__ import annotations

import re
from functools import lru_cache

from graphtool.recognition import heading_words, wording
from graphtool.recognition.meanings import Meaning

SAID = ("deadline", "status", "note")
"""Details that are said so beside roles."""
_LABEL = re.compile(r"(?:^|[,;.\n]\s*)([^\W\d_]+(?: [^\W\d_]+){0,2})\s*:\s*")
"""What may be a heading within a cell: some words at its start, or behind a sign, and a colon."""
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+\S|:")
"""Where more than a name stands: another sentence, or a word and a colon that is no heading."""
WORDS = 4
"""So many, the first in small letters, are no name."""


@lru_cache(maxsize=wording.MANY)
def labelled(text: str) -> tuple[tuple[Meaning, str], ...]:
    """What a cell says, each with the meaning of the heading before it; () where it has none.

    It begins with a role or a time, and who is named behind a role begins with a letter.

    >>> [(str(meant), said) for meant, said in labelled("Ansvar: Tinn, frist: 12.05.2026")]
    [('responsible', 'Tinn'), ('deadline', '12.05.2026')]
    >>> labelled("Eier: 50 %"), labelled("Merk: ring Tinn"), labelled("Tinn")
    ((), (), ())
    """
    known = [
        (found.start(), found.end(), meant)
        for found in _LABEL.finditer(text)
        if (meant := heading_words.meaning(found[1]))
        and (meant.group == "role" or meant.word in SAID)
    ]
    if not known or known[0][0] or known[0][2].word in ("status", "note"):
        return ()
    ends = [start for start, _, _ in known[1:]] + [len(text)]
    out = [
        (meant, text[begin:end].strip(" ,;.\n"))
        for (_, begin, meant), end in zip(known, ends, strict=True)
    ]
    if any(meant.group == "role" and not said[:1].isalpha() for meant, said in out if said):
        return ()
    return tuple((meant, said) for meant, said in out if said)


def is_prose(pieces: tuple[tuple[Meaning, str], ...]) -> bool:
    """Whether in a note more than names stands behind a role that it begins with.

    >>> is_prose(labelled("Ansvar: Tinn. Husk dette: bru")), is_prose(labelled("Ansvar: Tinn"))
    (True, False)
    >>> is_prose(labelled("Ansvar: alle må bidra til det")), is_prose(labelled("Eier: St. Olav"))
    (True, False)
    """
    said = [text for meant, text in pieces if meant.group == "role"]
    return any(
        _SENTENCES.search(text) or (text[0].islower() and len(text.split()) >= WORDS)
        for text in said
    )
