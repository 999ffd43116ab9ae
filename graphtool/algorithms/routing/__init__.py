"""Lines of level and upright pieces: which way each goes, and on which track of a channel."""
