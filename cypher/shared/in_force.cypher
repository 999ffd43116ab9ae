// in_force(it): whether a node exists, or a relation holds, on the day or in all of time.
it[$since] <= $day <= it[$until]
