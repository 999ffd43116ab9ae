"""The page's ES modules joined into one script, without a bundler.

Each file of a folder is a module. Its imports come first, one statement each, and name what they
take; what is exported says so where it is declared:

    import { clamp, curve } from "./polylines.js";
    export function route(edge) { ... }

Everything else that the language allows (defaults, renamed or whole-module imports, variables that
are exported and change) is refused, so that joined the modules mean what they mean apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
_DECLARED = re.compile(
    r"^(export )?(?:(?:async )?function\*?|const|let|var|class)\s+(\w+|[{\[])", re.MULTILINE
)
_CONSTANT = re.compile(r"^export (?=(?:async )?function\b|const \w|class\b)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*|\bimport\s*\(", re.MULTILINE)


class ModuleError(ValueError):
    """Modules that cannot be joined; says which, and why."""


class Module(NamedTuple):
    """One file: what it takes from others, what it declares, and its text without either word."""

    imports: Mapping[str, tuple[str, ...]]
    """Names by the module that they are taken from."""
    declared: tuple[str, ...]
    """Names at the module's top level."""
    exported: frozenset[str]
    body: str


@cache
def script(folder: Path, entry: str = "main") -> str:
    """The modules of a folder as one strict script, each after those that it imports.

    Raises `ModuleError` where `join` does.
    """
    return join(
        {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}, entry
    )


def join(sources: Mapping[str, str], entry: str) -> str:
    r"""The modules that the entry needs, by name, in one closure.

    Raises `ModuleError` for a circle of imports, a module or name that is not there, a name that
    two modules declare, a module that nobody imports, and a form that is not known.

    >>> one = 'import { two } from "./b.js";\n\nconsole.log(two);\n'
    >>> print(join({"a": one, "b": "export const two = 2;\n"}, "a"))
    (() => {
    "use strict";
    const two = 2;
    <BLANKLINE>
    console.log(two);
    })();
    <BLANKLINE>
    """
    modules = {name: parse(name, source) for name, source in sources.items()}
    order = ordered(modules, entry)
    if idle := modules.keys() - set(order):
        raise ModuleError(f"nobody imports {', '.join(sorted(idle))}")
    _check(modules)
    return '(() => {\n"use strict";\n' + "".join(modules[name].body for name in order) + "})();\n"


def parse(name: str, source: str) -> Module:
    """A module's imports, names and body; raises `ModuleError` for a form that is not known."""
    imports: dict[str, tuple[str, ...]] = {}
    for names, origin in _IMPORT.findall(source):
        taken = tuple(part.strip() for part in names.split(",") if part.strip())
        if odd := [part for part in taken if not part.isidentifier()]:
            raise ModuleError(f"{name}: cannot import {odd[0]!r}")
        imports[origin] = (*imports.get(origin, ()), *taken)
    body = _IMPORT.sub("", source)
    declared = _DECLARED.findall(body)
    if any(found in "{[" for _, found in declared):
        raise ModuleError(f"{name}: a declaration at the top level takes one name")
    body = _CONSTANT.sub("", body)
    if other := _OTHER.search(body):
        raise ModuleError(f"{name}: cannot join {other[0]!r}")
    exported = frozenset(found for is_exported, found in declared if is_exported)
    return Module(imports, tuple(found for _, found in declared), exported, body)


def ordered(modules: Mapping[str, Module], entry: str) -> list[str]:
    r"""The entry and all that it needs, each after what it imports; raises `ModuleError`.

    >>> ordered({"a": parse("a", 'import { b } from "./b.js";\n'), "b": parse("b", "")}, "a")
    ['b', 'a']
    """
    done: list[str] = []

    def visit(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            raise ModuleError(f"imports in a circle: {' -> '.join((*path, name))}")
        if name in done:
            return
        if name not in modules:
            raise ModuleError(
                f"{path[-1] if path else 'the page'} imports {name}, which is not there"
            )
        for origin in modules[name].imports:
            visit(origin, (*path, name))
        done.append(name)

    visit(entry, ())
    return done


def _check(modules: Mapping[str, Module]) -> None:
    """Raises `ModuleError` where a name is not exported, or not one module's alone."""
    home: dict[str, str] = {}
    for name, module in modules.items():
        for origin, taken in module.imports.items():
            if missing := [part for part in taken if part not in modules[origin].exported]:
                raise ModuleError(f"{name} imports {missing[0]}, which {origin} does not export")
        for declared in module.declared:
            if declared in home:
                raise ModuleError(f"{declared} is declared in {home[declared]} and in {name}")
            home[declared] = name
