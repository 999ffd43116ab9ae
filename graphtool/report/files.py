"""What the files of a report are called."""

INDEX, MAP, DECK, BOOK, TABLES = ("index.html", "map.html", "slides.pptx", "tables.xlsx", "tables")
CHANGES = "changes.html"
"""The map on which is marked what changed, where a report compares."""
