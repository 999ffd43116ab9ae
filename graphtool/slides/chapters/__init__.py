"""What the deck says, a module a chapter: each gives its slides, or none where it has none."""
