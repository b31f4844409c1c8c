-- Patients whose episodes a release left out because they object.
ALTER TABLE benchmarking.release ADD COLUMN left_out bigint NOT NULL DEFAULT 0;
