"""Layered drawings from left to right, in the stages of Sugiyama, Tagawa and Toda (1981)."""
