"""Parties as a network drawing, communities in hulls."""
