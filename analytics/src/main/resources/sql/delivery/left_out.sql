-- Rows of a delivered table of patients who object: of the organisation that an objection names, or of all where it names none.
-- reads:  staged, pseudonym, objecting
-- gives:  record, patient
SELECT staged.record, hex(pseudonym.pseudonym) AS patient
FROM staged JOIN pseudonym ON pseudonym.patient = staged.patient
WHERE EXISTS (SELECT 1 FROM objecting WHERE objecting.patient = pseudonym.pseudonym
    AND (objecting.organisation = '' OR objecting.organisation = staged.organisation))
