// held(said): the same of what a party does, which ends with it where successors are kept beside.
said[$since] <= $day <= said.until
  AND ($until <> 'kept' OR said.carried_from IS NULL)
