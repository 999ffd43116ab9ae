"""Points, lines, polygons and rectangles on the plane, and degrees on a plane."""
