-- Rows of the lake of patients who are to be left out.
-- reads:  landed, objecting
-- gives:  patient, rows
SELECT hex(landed.patient) AS patient, count(*) AS rows
FROM landed
WHERE EXISTS (SELECT 1 FROM objecting WHERE objecting.patient = landed.patient
    AND (objecting.organisation = '' OR objecting.organisation = landed.organisation))
GROUP BY landed.patient
ORDER BY patient
