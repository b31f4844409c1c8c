-- Patients who are to be left out, each of the rows of one organisation, or of all rows where it is empty.
-- reads:  nothing
-- takes:  :entries (organisation and pseudonym in hexadecimal, with chr(31) between them and chr(30) between entries)
-- gives:  organisation, patient
SELECT DISTINCT split_part(entry, chr(31), 1) AS organisation, unhex(split_part(entry, chr(31), 2)) AS patient
FROM (SELECT unnest(string_split(:entries, chr(30))) AS entry)
