// is_there(it): whether a node exists on the day, also one that has been succeeded since.
($day = 0 OR it.since <= $day <= it.kept)
