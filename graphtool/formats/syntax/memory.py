"""Memory while a great many things are made that all stay: fewer searches, fewer huge pages."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa


@contextmanager
def for_much() -> Iterator[None]:
    """Looks for no cycles of garbage meanwhile, and takes Arrow's memory from the system itself.

    Looking through a million cells again and again takes half the time of reading them; what
    nothing refers to is let go at once anyway. Arrow's own allocator takes and gives back memory in
    huge pages, which the system fills with noughts each time: of a million nodes for as long as
    all else takes.

    >>> with for_much():
    ...     gc.isenabled(), pa.default_memory_pool().backend_name
    (False, 'system')
    >>> gc.isenabled()
    True
    """
    collects, usual = gc.isenabled(), pa.default_memory_pool()
    gc.disable()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(usual)
        if collects:
            gc.enable()
