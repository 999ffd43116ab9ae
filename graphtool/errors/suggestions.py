"""What was meant: the nearest known words at the end of a message."""

from __future__ import annotations

from collections.abc import Iterable

from graphtool.language import OR, Said, Text, same, together

NOTHING = Said(same(""))
"""Nothing more to say."""
_MEANT = Text("; mente du {names}?", "; meinte du {names}?", "; did you mean {names}?")
_NAME = Text("«{name}»", "«{name}»", "{name!r}")


def did_you_mean(word: str, known: Iterable[str]) -> Said:
    """The end of a message: the nearest known words, or nothing where none is near.

    >>> did_you_mean("Gaol", ["Goal", "Measure"]), did_you_mean("Gaol", ["Goal"]).in_("nb")
    ("; did you mean 'Goal'?", '; mente du «Goal»?')
    >>> did_you_mean("Goal", ["Goal", "Measure"])  # it is known: something else is wrong with it
    ''
    >>> did_you_mean("xyz", ["Goal"])
    ''
    """
    import difflib

    by_folded = {name.casefold(): name for name in known}
    if word in by_folded.values():
        return NOTHING
    near = difflib.get_close_matches(word.casefold(), by_folded, n=3, cutoff=0.6)
    return meant([by_folded[name] for name in near]) if near else NOTHING


def meant(names: Iterable[str]) -> Said:
    """The question whether one of these was meant.

    >>> meant(["Goal", "Gap"])
    "; did you mean 'Goal' or 'Gap'?"
    """
    said = [Said(_NAME, name=name) for name in names]
    either = [part for name in said for part in (OR, name)][1:]
    return Said(_MEANT, names=together(either))
