"""The views of a map: each in a file of its own, found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from graphtool.errors import UnknownName
from graphtool.language import slug

if TYPE_CHECKING:
    from graphtool.maps.views.view import View


def names() -> list[str]:
    """The names of all views, without loading any of them.

    >>> "overview" in names()
    True
    """
    return [module.name for module in pkgutil.iter_modules(__path__) if module.name != "view"]


@cache
def views() -> dict[str, View]:
    """Every view by name, in the order in which they are offered.

    >>> list(views())[:2]
    ['overview', 'collaboration']
    """
    found = [importlib.import_module(f"{__name__}.{name}").VIEW for name in names()]
    return {view.name: view for view in sorted(found, key=lambda view: view.order)}


def meant(word: str) -> str:
    """The name of the view that a word means: a name, or what it is called on the map.

    However it is written, in any language; the word itself where it means none.

    >>> meant("overview"), meant("Oversikt"), meant("mal-og-tiltak"), meant("kart")
    ('overview', 'overview', 'goals', 'kart')
    """
    if word in names():
        return word  # without loading any
    called = {slug(said): view.name for view in views().values() for said in view.title}
    return called.get(slug(word), word)


def find(name: str) -> View:
    """The view of that name, or called so; raises `UnknownName` with the nearest ones."""
    try:
        return views()[meant(name)]
    except KeyError:
        raise UnknownName("view", name, views()) from None
