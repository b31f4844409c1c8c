-- Rows of the lake without those of patients who are to be left out, in their order.
-- reads:  landed, objecting
-- gives:  the columns of landed
SELECT landed.*
FROM landed
WHERE NOT EXISTS (SELECT 1 FROM objecting WHERE objecting.patient = landed.patient
    AND (objecting.organisation = '' OR objecting.organisation = landed.organisation))
