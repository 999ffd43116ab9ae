"""Groups as outlines or grids in boxes, the boxes on a floor plan, lines in channels between."""
