"""The role that a word for a part in something gives: «Deltek», «Ansvarlig for framdriften»."""

from __future__ import annotations

import re
from functools import lru_cache

from graphtool.recognition import meanings, wording, words
from graphtool.recognition.meanings import UNREAD
from graphtool.recognition.wording import MANY


@lru_cache(maxsize=MANY)
def part(said: str, *, is_whole: bool = False) -> str | None:
    """The role that a part in something is, empty for none; None where it is no part.

    Unless `is_whole`, what follows the part may be anything: «Ansvarlig for framdriften».

    >>> part("Deltek"), part("Informert"), part("Responsible (utfører)"), part("Kontor")
    ('participants', '', 'responsible', None)
    """
    whole = wording.key(said)
    begins = () if is_whole else (re.split(r"[,/;–-]|\s\(", whole)[0].strip(), whole.split(" ")[0])
    for one in (whole, *begins):
        if (found := _parts().get(one)) is not None:
            return found
        meant = meanings.by_key().get(one)
        if meant and meant.group == "role":
            return meant.word
    return None


@lru_cache(maxsize=1)
def _parts() -> dict[str, str]:
    """The roles by what their parts are called, and by what `check` calls them."""
    listed = {wording.key(one): role for role, many in words.lists("parts").items() for one in many}
    roles = (*words.lists("roles"), UNREAD.word)
    called = {wording.key(name): role for role in roles for name in meanings.label(role)}
    return {name: "" if role == UNREAD.word else role for name, role in (called | listed).items()}
