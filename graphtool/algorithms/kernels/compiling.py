"""How a kernel is compiled."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

Given = ParamSpec("Given")
Result = TypeVar("Result")


def compiled(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Compiled when first called, and kept on disk where there is somewhere to keep it.

    Division by zero gives infinity, as in numpy: to look for it would cost more than to divide.

    >>> @compiled
    ... def doubled(number: int) -> int:
    ...     return number * 2
    >>> doubled(2)
    4
    """
    try:
        kept = numba.njit(nogil=True, error_model="numpy", cache=True)(function)
    except RuntimeError:  # neither beside the module nor in the user's cache may be written
        kept = numba.njit(nogil=True, error_model="numpy")(function)
    return cast("Callable[Given, Result]", kept)
