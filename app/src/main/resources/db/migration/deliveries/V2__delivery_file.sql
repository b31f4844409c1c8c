-- One row per table of a delivery that landed, with the manifest of its file in the lake.
CREATE TABLE deliveries.delivery_file (
    delivery uuid NOT NULL REFERENCES deliveries.delivery,
    organisation text NOT NULL,
    table_code text NOT NULL,
    source_name text NOT NULL,
    rows bigint NOT NULL CHECK (rows >= 0),
    quarantined bigint NOT NULL CHECK (quarantined >= 0),
    lake_path text NOT NULL,
    lake_sha256 text NOT NULL,
    lake_schema jsonb NOT NULL,
    PRIMARY KEY (delivery, table_code)
);

ALTER TABLE deliveries.delivery_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.delivery_file FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.delivery_file
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.delivery_file TO waardeketen_app;

-- What the check of something delivered found, whether it landed or not.
CREATE TABLE deliveries.check_report (
    id uuid PRIMARY KEY,
    organisation text NOT NULL,
    outcome_set text NOT NULL,
    checked_at timestamptz NOT NULL,
    source_name text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('pass', 'pass-with-quarantine', 'fail')),
    delivery uuid REFERENCES deliveries.delivery,
    report jsonb NOT NULL
);

ALTER TABLE deliveries.check_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.check_report FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.check_report
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.check_report TO waardeketen_app;
