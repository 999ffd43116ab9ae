"""The report in the browser while its source is worked on: saved there, and the page changes.

A server on this machine alone: it listens on the loopback address, answers only to an address
that holds a random word, and goes with the command that started it.
"""

from graphtool.live.serving import serving

__all__ = ["serving"]
