// begun(became, day): whether a succession had come by the day, as far as its first day is said.
became.ever = 0 AND coalesce(replace(left(became.valid_from + '-01-01', 10), '-', '') <= day, true)
