"""Where what a deck says stands on its slides, measured by the letters."""
