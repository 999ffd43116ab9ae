"""A scene as shapes and words on a page, by the rules by which the page draws it."""
