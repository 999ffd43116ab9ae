"""The mutants of a module: each with one small fault, named so that it is known again."""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.mutation.swapping import function_changed

ROOT = Path(__file__).parents[2]
PACKAGES = ("queries", "graph", "formats", "algorithms")
NETWORKS = (
    "articulation",
    "betweenness",
    "clique_partition",
    "closure",
    "colours",
    "components",
    "exact_cover",
    "louvain",
    "modularity",
    "twins",
)
"""Of `algorithms`, what queries count with; what is drawn with the others is seen in maps."""


class Mutant(NamedTuple):
    """A place and a fault to plant there."""

    module: str
    """As in `graphtool.queries.owners`."""
    function: str
    operator: str
    number: int
    """Of the operator's places in the function, from 0."""
    occurrence: int
    """Of the operator's places in the module, from 0: what cosmic-ray knows it by."""
    line: int

    @property
    def name(self) -> str:
        """What it is called in any state of the file that leaves its function alone."""
        return f"{self.module}:{self.function}:{self.operator}:{self.number}"


class Fault(NamedTuple):
    """A mutant's source, and what was changed in it."""

    source: str
    before: str
    after: str
    function: str = ""
    """The outermost function in whose body alone it lies, as in `Class.method`."""


def path_of(module: str) -> Path:
    """The module's file."""
    path = ROOT / (module.replace(".", "/") + ".py")
    return path if path.exists() else ROOT / module.replace(".", "/") / "__init__.py"


def modules() -> list[str]:
    """Every module that mutants are made of."""
    found = [
        path.relative_to(ROOT)
        .with_suffix("")
        .as_posix()
        .replace("/", ".")
        .removesuffix(".__init__")
        for package in PACKAGES
        for path in (ROOT / "graphtool" / package).glob("**/*.py")
        if package != "algorithms" or path.stem in NETWORKS
    ]
    return sorted(found)


def mutants(module: str) -> list[Mutant]:
    """All of a module's mutants, in the order of its lines."""
    from cosmic_ray.ast import ast_nodes, get_ast  # a development tool, not there in `make test`

    from tests.mutation import operators

    tree = get_ast(path_of(module).read_text(encoding="utf-8"))
    nodes = list(ast_nodes(tree))
    found = []
    for name, operator in operators.every().items():
        counted = Counter[str]()
        places = ((node, place) for node in nodes for place in operator.mutation_positions(node))
        for occurrence, (node, (start, _)) in enumerate(places):
            function = _function(node)
            found.append(Mutant(module, function, name, counted[function], occurrence, start[0]))
            counted[function] += 1
    return sorted(found, key=lambda mutant: (mutant.line, mutant.operator, mutant.occurrence))


def _function(node: Any) -> str:
    names = []
    while node is not None:
        if node.type in ("funcdef", "classdef"):
            names.append(node.name.value)
        node = node.parent
    return ".".join(reversed(names))


def sampled(found: list[Mutant], one_in: int, seed: int) -> list[Mutant]:
    """One in so many of them, the same in every run and whatever else stands in the file."""
    return [mutant for mutant in found if _drawn(f"{seed}:{mutant.name}", one_in)]


def _drawn(name: str, one_in: int) -> bool:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % one_in == 0


def fault(mutant: Mutant) -> Fault | None:
    """The mutant's source; None where a Python that runs it could not tell it from the module.

    That is where only an annotation or nothing is changed, or where it is no Python any more.
    """
    from cosmic_ray.mutating import mutate_code

    from tests.mutation import operators

    source = path_of(mutant.module).read_text(encoding="utf-8")
    try:
        changed = mutate_code(source, operators.every()[mutant.operator], mutant.occurrence)
    except AttributeError:  # ExceptionReplacer knows no name with a dot
        return None
    if changed is None or "TYPE_CHECKING" in source.splitlines()[mutant.line - 1]:
        return None
    try:
        now, then = _meaning(changed), _meaning(source)
    except SyntaxError:
        return None
    if ast.dump(now) == ast.dump(then):
        return None
    differing = _difference(source.splitlines(), changed.splitlines())
    return Fault(changed, *differing, function_changed(then, now))


def _meaning(source: str) -> ast.Module:
    return _Bare().visit(ast.parse(source))


class _Bare(ast.NodeTransformer):
    """Takes away annotations, which the type checker looks at, and what only asserts (`strict`)."""

    def visit_keyword(self, node: ast.keyword) -> ast.AST:
        if node.arg == "strict":
            node.value = ast.Constant(None)
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)


def _difference(before: list[str], after: list[str]) -> tuple[str, str]:
    """The lines that differ, without the space around them."""

    def alike(pairs: Iterator[tuple[str, str]]) -> int:
        count = 0
        for one, other in pairs:
            if one != other:
                break
            count += 1
        return count

    first = alike(zip(before, after, strict=False))
    shorter = min(len(before), len(after)) - first
    last = min(shorter, alike(zip(reversed(before), reversed(after), strict=False)))
    return tuple(
        "\n".join(line.strip() for line in lines[first : len(lines) - last])
        for lines in (before, after)
    )  # type: ignore[return-value]
