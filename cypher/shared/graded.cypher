// graded(said, party, base, item): how good an answer it is, as `grade_word` counts; 0 is best.
CASE
  WHEN party.subkind = 'unresolved' THEN 5
  WHEN said.until < $day THEN 4
  WHEN said[$since] > $day OR said.modality IN ['planned', 'aspiration'] THEN 3
  WHEN party.subkind = 'group' THEN 2
  WHEN base <> item THEN 1
  ELSE 0
END
