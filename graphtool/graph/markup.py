"""Texts in XML, which cannot hold every character: the rest as Office writes it, `_x0001_`."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def escaped(text: str) -> str:
    r"""The text with each character that XML 1.0 forbids or changes as `_xHHHH_`.

    What looks like such an escape already is escaped too, so that `unescaped` gives back the
    text (ECMA-376, part 1, 22.9.2.19).

    >>> escaped("side 2\x0cside 3"), escaped("_x0041_")
    ('side 2_x000C_side 3', '_x005F_x0041_')
    """
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    r"""The text that was escaped; one without escapes is itself.

    >>> unescaped("side 2_x000C_side 3"), unescaped("_x005F_x0041_")
    ('side 2\x0cside 3', '_x0041_')
    """
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
