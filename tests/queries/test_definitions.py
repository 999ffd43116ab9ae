"""Definitions in Norwegian: they say what the English says, and are looked at when it changes."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from graphtool import changes, comparison, queries
from graphtool.language import Language
from graphtool.queries import definitions
from graphtool.queries.query import Query

ENGLISH = {name: query.definition.en for name, query in queries.QUERIES.items()} | {
    "changes": Query("changes", changes.changes, tuple, (), None).definition.en,  # type: ignore[arg-type]
    "compare": Query("compare", comparison.compare, tuple, (), None).definition.en,  # type: ignore[arg-type]
}
NAMES = sorted(ENGLISH)
YEAR = r"\b(?:18|19|20)\d\d\b"
FILE = "graphtool/queries/definitions.{}.toml"


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def figures(text: str) -> Counter[str]:
    """Years, pages, thresholds and exponents, each as often as it stands there."""
    return Counter(re.findall(r"\d+", text))


def typed(text: str) -> set[str]:
    """What is typed or read by programs: names in backticks, relations, abbreviations."""
    return {*re.findall(r"`[^`]+`", text), *re.findall(r"\b[A-Z]{2,}(?:_[A-Z]+)*\b", text)}


def cited(text: str) -> set[str]:
    """Names of authors and journals: capitalised words in brackets with a year, or before one."""
    flat = " ".join(text.split())
    places = re.findall(rf"\(([^()]*{YEAR}[^()]*)\)|([A-Z][^.:;(]*?){YEAR}", flat)
    return {word for place in places for word in re.findall(r"[A-ZÅ]\w[\w-]+", " ".join(place))}


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("name", NAMES)
def test_a_definition_follows_the_english(name: str, language: Language):
    english = ENGLISH[name]
    known = definitions.translations(language)
    mark = definitions.mark(english)
    where = FILE.format(language)
    assert name in known, f'{where}: [{name}] is missing; translate it, with follows = "{mark}"'
    assert known[name].follows == mark, (
        f"{where}: [{name}] follows an older docstring; see that it still says the same, and write"
        f' follows = "{mark}"'
    )


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_definition_is_lost_in_norwegian(name: str, language: Language):
    english = ENGLISH[name]
    norwegian = definitions.definition(name, english).in_(language)
    assert norwegian != english
    assert len(paragraphs(norwegian)) == len(paragraphs(english))
    assert figures(norwegian) == figures(english)
    assert typed(norwegian) >= typed(english)
    assert cited(english) <= set(re.findall(r"[\w-]+", norwegian))


def test_the_check_of_what_is_lost_sees_figures_names_and_codes():
    said = "With `exact` over DEPENDS_ON (Brandes and Pich 2007, Chaos 17, p. 2303); Tarjan 1972."
    assert typed(said) == {"`exact`", "DEPENDS_ON"}
    assert cited(said) == {"Brandes", "Pich", "Chaos", "Tarjan"}
    assert figures(said) == {"2007": 1, "17": 1, "2303": 1, "1972": 1}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_definition_is_of_a_query_that_there_is_not(language: Language):
    assert list(definitions.translations(language)) == NAMES


def test_a_changed_docstring_has_another_mark_and_other_line_breaks_have_not():
    assert definitions.mark("One row a pair.") != definitions.mark("One row a pair and day.")
    assert definitions.mark("One row\n    a pair.") == definitions.mark("One row a pair.")


def test_what_nobody_has_translated_is_defined_in_its_own_words():
    def newcomers() -> None:
        """Who came last.

        The last by date.

        >>> newcomers()
        """

    found = Query("newcomers", newcomers, tuple, (), None)  # type: ignore[arg-type]
    assert found.definition == ("The last by date.",) * 3
    assert found._replace(name="owners").definition == found.definition  # a file owners.cypher
