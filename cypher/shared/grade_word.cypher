// grade_word(grade): what a grade is called.
['owned', 'inherited', 'collective', 'planned', 'lapsed', 'unresolved', 'none'][grade]
