"""Which texts are worded nearly alike: a question for a person to settle, never a fact."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool import spellings

MOST = 4_000
"""Texts that are held against each other; of more nothing is looked for."""


def alike(texts: Sequence[frozenset[str]], least: float) -> dict[tuple[int, int], float]:
    """Pairs of things worded at least so nearly alike, of 100, by place, with how nearly.

    Each has one or several texts (its name in several languages); the nearest two count. Compared
    is the text without capitals, quotes and invisible characters, its words in any order (Indel
    similarity of the sorted words, as rapidfuzz counts it), rounded to one digit.

    >>> alike([frozenset(["Flere boliger"]), frozenset(["Boliger, flere!"]), frozenset("x")], 85)
    {(0, 1): 100.0}
    """
    import numpy as np
    from rapidfuzz import fuzz, process, utils

    owner = [at for at, some in enumerate(texts) for _ in some]
    words = [utils.default_process(spellings.key(text)) for some in texts for text in sorted(some)]
    if len(texts) > MOST or not words:
        return {}
    found: dict[tuple[int, int], float] = {}
    for at, text in enumerate(words):
        scores = process.cdist(
            [text], words[at + 1 :], scorer=fuzz.token_sort_ratio, score_cutoff=least, workers=1
        )
        for off in np.flatnonzero(scores[0]).tolist():
            pair = owner[at], owner[at + 1 + off]
            if pair[0] != pair[1] and text:
                score = round(float(scores[0][off]), 1)
                found[pair] = max(score, found.get(pair, 0.0))
    return found
