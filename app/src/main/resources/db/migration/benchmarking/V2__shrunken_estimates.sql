-- What may be expected of an organisation when chance is allowed for; not known of releases before this column.
ALTER TABLE benchmarking.result
    ADD COLUMN predicted double precision NOT NULL DEFAULT 'NaN',
    ADD COLUMN shrunken_expected double precision NOT NULL DEFAULT 'NaN',
    ADD COLUMN shrunken_ratio double precision NOT NULL DEFAULT 'NaN',
    ADD COLUMN shrunken_low double precision NOT NULL DEFAULT 'NaN',
    ADD COLUMN shrunken_high double precision NOT NULL DEFAULT 'NaN';
