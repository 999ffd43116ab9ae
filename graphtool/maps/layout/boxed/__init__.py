"""Groups as outlines in boxes, the boxes as a floor plan, lines in the gutters between them."""
