"""Which small faults are planted: cosmic-ray's operators, and those that fit work on tables.

Of cosmic-ray's many replacements of one operator only the nearest are taken (`<` by `<=` and `>=`,
`&` by `|`), after Offutt et al., "An experimental determination of sufficient mutant operators"
(TOSEM 5:2, 1996): the others are nearly always found, and would make the tests look better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import parso
from cosmic_ray.operators.operator import Operator
from cosmic_ray.operators.provider import OperatorProvider

NEAREST = (
    "ReplaceComparisonOperator_Eq_NotEq",
    "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_Lt_GtE",
    "ReplaceComparisonOperator_LtE_Lt",
    "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_Gt_LtE",
    "ReplaceComparisonOperator_GtE_Gt",
    "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_IsNot_Is",
    "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add",
    "ReplaceBinaryOperator_Mul_Div",
    "ReplaceBinaryOperator_Div_Mul",
    "ReplaceBinaryOperator_FloorDiv_Mul",
    "ReplaceBinaryOperator_Mod_FloorDiv",
    "ReplaceBinaryOperator_BitOr_BitAnd",
    "ReplaceBinaryOperator_BitAnd_BitOr",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_Delete_Invert",
    "ReplaceUnaryOperator_Delete_USub",
    "AddNot",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ExceptionReplacer",
    "NumberReplacer",
    "ZeroIterationForLoop",
)
# Not RemoveDecorator: what is lost is a query's registration, seen at once, or a cache, seen never.

SAME_TYPE = (
    "drop_duplicates",
    "sort_values",
    "sort_index",
    "dropna",
    "fillna",
    "where",
    "clip",
    "head",
    "strip",
    "lstrip",
    "rstrip",
    "casefold",
    "removeprefix",
    "difference",
    "intersection",
)
"""Methods that give a thing of the type they are called on, so that it works without them too."""
MASK = re.compile(r"[=!<>]=|[<>&|~]|\b(isin|notna|isna|duplicated|eq|ne|between)\(")
"""What makes the rows in square brackets a choice of some of them."""


class DropCall(Operator):
    """Leaves out one call of a chain: `table.drop_duplicates()` becomes `table`."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        """Where such calls stand; all found before one is left out, which moves the others."""
        yield from [
            (node.children[at].start_pos, node.children[at + 1].end_pos) for at in self._at(node)
        ]

    def mutate(self, node: Any, index: int) -> Any:
        """The chain without its call of that number."""
        at = self._at(node)[index]
        del node.children[at : at + 2]
        return node

    @staticmethod
    def _at(node: Any) -> list[int]:
        if node.type not in ("atom_expr", "power"):
            return []
        parts = node.children
        return [
            at
            for at in range(1, len(parts) - 1)
            if parts[at].type == parts[at + 1].type == "trailer"
            and parts[at].children[0].value == "."
            and parts[at].children[1].value in SAME_TYPE
            and parts[at + 1].children[0].value == "("
        ]

    @classmethod
    def examples(cls) -> tuple[Any, ...]:
        """None: `test_mutation.py` has them."""
        return ()


class DropFilter(Operator):
    """Leaves out a choice of rows: `edges[edges["share"] > 0]` becomes `edges`."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        """Where such choices stand; all found before one is left out, which moves the others."""
        yield from [
            (node.children[at].start_pos, node.children[at].end_pos) for at in self._at(node)
        ]

    def mutate(self, node: Any, index: int) -> Any:
        """The table without its choice of that number."""
        del node.children[self._at(node)[index]]
        return node

    @staticmethod
    def _at(node: Any) -> list[int]:
        if node.type not in ("atom_expr", "power"):
            return []
        return [
            at
            for at, part in enumerate(node.children)
            if at
            and part.type == "trailer"
            and part.children[0].value == "["
            and MASK.search(part.get_code())
        ]

    @classmethod
    def examples(cls) -> tuple[Any, ...]:
        """None: `test_mutation.py` has them."""
        return ()


class DropStatement(Operator):
    """Leaves out a call made for its effect, or an addition in place: `found.append(row)`."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        """Where such statements stand."""
        if node.type == "simple_stmt" and self._for_its_effect(node.children[0]):
            yield node.children[0].start_pos, node.children[0].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """A statement that does nothing."""
        node.children[0] = parso.parse(node.children[0].get_first_leaf().prefix + "pass")
        return node

    @staticmethod
    def _for_its_effect(statement: Any) -> bool:
        if statement.type in ("atom_expr", "power"):
            last = statement.children[-1]
            return bool(last.type == "trailer" and last.children[0].value == "(")
        return (
            statement.type == "expr_stmt"
            and statement.children[1].type in ("operator",)
            and (statement.children[1].value != "=" and statement.children[1].value.endswith("="))
        )

    @classmethod
    def examples(cls) -> tuple[Any, ...]:
        """None: `test_mutation.py` has them."""
        return ()


class SwapMembership(Operator):
    """`in` becomes `not in`, and the other way round, in comparisons."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        """Where membership is asked for."""
        if node.type == "comparison" and self._operator(node) in ("in", "not in"):
            yield node.children[1].start_pos, node.children[1].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """The opposite question."""
        opposite = "not in" if self._operator(node) == "in" else "in"
        node.children[1] = parso.parse(f" {opposite}")
        return node

    @staticmethod
    def _operator(node: Any) -> str:
        return " ".join(node.children[1].get_code().split())

    @classmethod
    def examples(cls) -> tuple[Any, ...]:
        """None: `test_mutation.py` has them."""
        return ()


def every() -> dict[str, Operator]:
    """All operators by name."""
    given = OperatorProvider()
    ours = (DropCall, DropFilter, DropStatement, SwapMembership)
    return {
        **{name: given[name]() for name in NEAREST},
        **{operator.__name__: operator() for operator in ours},
    }
