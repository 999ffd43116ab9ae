"""Public functions show themselves at work, in an example that pytest runs as a doctest.

Public is what no part of its name, its class's or its module's begins with an underscore. A method
may be shown where its class is: in an example that calls it. None is asked of

- properties, which give what is stored or what one line says of it,
- members of a `Protocol`, which do nothing,
- `algorithms.kernels`: to compile one takes about a second, where another example takes a
  hundredth of that. What each does a function beside the package does too, which has the example;
  `tests/algorithms/test_kernels.py` holds that the two give the same bytes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphtool

CODE = Path(graphtool.__file__).parent
KERNELS = "algorithms/kernels"
Function = ast.FunctionDef | ast.AsyncFunctionDef


def is_private(name: str) -> bool:
    return name.startswith("_") and name != "__init__"


def example(node: Function | ast.ClassDef) -> str:
    """What the docstring shows, from its first `>>>` on; empty where it shows nothing."""
    found = ast.get_docstring(node) or ""
    return found[found.index(">>>") :] if ">>>" in found else ""


def names(expressions: list[ast.expr]) -> set[str]:
    """The last names of decorators or bases: `Protocol` of `typing.Protocol[Row]`."""
    return {ast.unparse(each).partition("[")[0].rpartition(".")[2] for each in expressions}


def lacking(tree: ast.Module) -> Iterator[str]:
    """Public functions and methods of a module without an example."""
    for node in tree.body:
        if isinstance(node, Function) and not node.name.startswith("_") and not example(node):
            yield node.name
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        if "Protocol" in names(node.bases):
            continue
        for method in node.body:
            if not isinstance(method, Function) or method.name.startswith("_"):
                continue
            shown = example(method) or f".{method.name}(" in example(node)
            if not shown and not names(method.decorator_list) & {"property", "cached_property"}:
                yield f"{node.name}.{method.name}"


@pytest.mark.parametrize("package", ["algorithms", "graph", "queries"])
def test_every_public_function_has_an_example(package: str):
    found = []
    for file in sorted((CODE / package).rglob("*.py")):
        module = file.relative_to(CODE).with_suffix("")
        if module.as_posix().startswith(KERNELS) or any(map(is_private, module.parts)):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found += [f"{'.'.join(module.parts)}.{name}" for name in lacking(tree)]
    assert found == []


SHOWN = '''
def shown():
    """It is.

    >>> shown()
    """


def _own(): ...


class Shape(NamedTuple):
    """A shape.

    >>> Shape.of(3).turned().area
    9
    """

    def of(side): ...

    def turned(self): ...

    @functools.cached_property
    def area(self): ...

    def __len__(self): ...


class Askable(typing.Protocol):
    def ask(self): ...


class Reader(Protocol[Row]):
    def read(self): ...
'''
NOT_SHOWN = '''
def told():
    """It has a docstring, but no example."""


async def silent(): ...


class Shape:
    """A shape that is turned in words, but in no example.

    >>> Shape().turned_over()
    """

    def turned(self): ...

    @staticmethod
    def area(): ...

    def shown(self):
        """It is.

        >>> Shape().shown()
        """
'''


def test_what_is_shown_private_or_does_nothing_lacks_none():
    assert list(lacking(ast.parse(SHOWN))) == []


def test_what_is_only_told_lacks_one():
    assert list(lacking(ast.parse(NOT_SHOWN))) == ["told", "silent", "Shape.turned", "Shape.area"]
