-- Quarantined rows, as text, without those of patients who are to be left out.
-- reads:  the file, objecting
-- takes:  :file
-- gives:  the columns of the file
SELECT quarantined.*
FROM read_csv(:file, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"') AS quarantined
WHERE NOT EXISTS (SELECT 1 FROM objecting WHERE hex(objecting.patient) = quarantined.patient
    AND (objecting.organisation = '' OR objecting.organisation = quarantined.organisation))
