"""Stories: the steps in which a map is presented."""
