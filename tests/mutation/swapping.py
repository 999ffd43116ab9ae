"""One function's code put in the place of another's, in a process where all is imported.

A trial then needs no import and no collection of tests, which took most of its time. It cannot
show a fault in what has already run (a module's constants, defaults, decorators, what importing or
collecting called): such a mutant is tried on a fresh import, see `trial.Trials`.
"""

from __future__ import annotations

import ast
import functools
import gc
import types
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path


class CannotSwap(Exception):
    """No function stands for this code here, or more than one could."""


def function_changed(before: ast.Module | ast.ClassDef, after: ast.Module | ast.ClassDef) -> str:
    """The outermost function in whose body alone two trees differ, `Class.method`; else "".

    >>> function_changed(ast.parse("def f(a=1): return a"), ast.parse("def f(a=1): return -a"))
    'f'
    >>> function_changed(ast.parse("def f(a=1): return a"), ast.parse("def f(a=2): return a"))
    ''
    """
    if len(before.body) != len(after.body):
        return ""
    pairs = zip(before.body, after.body, strict=True)
    differing = [(one, other) for one, other in pairs if ast.dump(one) != ast.dump(other)]
    if len(differing) != 1:
        return ""
    one, other = differing[0]
    if isinstance(one, ast.FunctionDef) and isinstance(other, ast.FunctionDef):
        return one.name if _head(one) == _head(other) else ""
    if isinstance(one, ast.ClassDef) and isinstance(other, ast.ClassDef):
        inner = function_changed(one, other) if _head(one) == _head(other) else ""
        return inner and f"{one.name}.{inner}"
    return ""


def _head(node: ast.FunctionDef | ast.ClassDef) -> str:
    fields = {name: value for name, value in ast.iter_fields(node) if name != "body"}
    return ast.dump(type(node)(**fields, body=[]))


class Functions:
    """Every function that lives in this process and was made from a file of the program."""

    def __init__(self, root: Path) -> None:
        self.by_file: dict[str, list[types.FunctionType]] = defaultdict(list)
        self.caches = []
        for thing in gc.get_objects():
            kind = type(thing)  # a weak proxy would answer `isinstance` for what may be gone
            if issubclass(kind, types.FunctionType):
                file = thing.__code__.co_filename
                if file.startswith(str(root)):
                    self.by_file[file].append(thing)
            elif issubclass(kind, functools._lru_cache_wrapper):
                self.caches.append(thing)

    def forget(self) -> None:
        """Empties every cache of results: they were worked out by unchanged code."""
        for cache in self.caches:
            cache.cache_clear()

    def swap(self, path: Path, source: str, function: str) -> None:
        """Gives a function, and those made within it, the code that they have in this source.

        Raises `CannotSwap` where it is not clear which function has which code, or none lives.
        """
        codes: dict[tuple[str, int], list[types.CodeType]] = defaultdict(list)
        for code in _within(compile(source, str(path), "exec")):
            if f"{code.co_qualname}.".startswith(f"{function}."):
                codes[_place(code)].append(code)
        living = [f for f in self.by_file[str(path)] if _place(f.__code__) in codes]
        if not any(f.__code__.co_qualname == function for f in living):
            raise CannotSwap(f"{function} does not live here")
        for one in living:
            possible = codes[_place(one.__code__)]
            if len(possible) > 1:
                raise CannotSwap(f"{len(possible)} functions stand in line {_place(one.__code__)}")
            try:
                one.__code__ = possible[0]
            except ValueError as error:  # it has other free variables
                raise CannotSwap(str(error)) from error


def _place(code: types.CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _within(code: types.CodeType) -> Iterator[types.CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield constant
            yield from _within(constant)
