"""How the files of a format are spelled: text to rows, cells, elements, and what is wrong there."""
