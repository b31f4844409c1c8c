-- How many rows hold the first stage of a pseudonym where a patient is named, and the first that does and does not.
-- reads:  staged
-- gives:  first_stage, other, first_stage_record, other_record
SELECT count(*) FILTER (is_first_stage(patient)) AS first_stage,
    count(*) FILTER (NOT is_first_stage(patient)) AS other,
    min(record) FILTER (is_first_stage(patient)) AS first_stage_record,
    min(record) FILTER (NOT is_first_stage(patient)) AS other_record
FROM staged
WHERE patient IS NOT NULL
