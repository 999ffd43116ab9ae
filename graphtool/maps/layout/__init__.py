"""Where things stand on a map: pure functions from names and edges to numbers."""
