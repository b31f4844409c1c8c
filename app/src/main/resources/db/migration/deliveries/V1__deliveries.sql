GRANT USAGE ON SCHEMA deliveries TO waardeketen_app;

-- One row per delivery that landed, with the manifest of its file in the lake.
CREATE TABLE deliveries.delivery (
    id uuid PRIMARY KEY,
    organisation text NOT NULL,
    outcome_set text NOT NULL,
    outcome_set_version text NOT NULL,
    received_at timestamptz NOT NULL,
    source_name text NOT NULL,
    source_sha256 text NOT NULL,
    mapping_sha256 text NOT NULL,
    rows bigint NOT NULL CHECK (rows > 0),
    quarantined bigint NOT NULL CHECK (quarantined >= 0),
    organisations text[] NOT NULL,
    lake_path text NOT NULL,
    lake_sha256 text NOT NULL,
    lake_schema jsonb NOT NULL,
    pseudonym_key_version integer NOT NULL,
    first_stage_on_receipt boolean NOT NULL,
    replaces uuid UNIQUE REFERENCES deliveries.delivery,
    FOREIGN KEY (outcome_set, outcome_set_version) REFERENCES concepts.outcome_set (code, version)
);

ALTER TABLE deliveries.delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.delivery FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.delivery
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.delivery TO waardeketen_app;
