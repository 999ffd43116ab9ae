"""Types of the arrays that algorithms take and give."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Integers = NDArray[np.int64]
AnyIntegers = NDArray[np.integer[Any]]
"""Of any width: a compiled loop takes the narrowest that will do."""
Flags = NDArray[np.bool_]
