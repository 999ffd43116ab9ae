"""Clusters as network drawings, each within a polygon, side by side as a floor plan."""
