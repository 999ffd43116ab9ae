"""What a map tells: the steps of a story, and the findings."""
