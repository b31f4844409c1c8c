-- Which column of an organisation's own files is which variable, by patient group. A changed mapping is a new version.
CREATE TABLE deliveries.mapping (
    id uuid PRIMARY KEY,
    organisation text NOT NULL,
    outcome_set text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    saved_at timestamptz NOT NULL,
    saved_by text NOT NULL,
    document text NOT NULL,
    columns jsonb NOT NULL,
    UNIQUE (organisation, outcome_set, version)
);

ALTER TABLE deliveries.mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.mapping FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.mapping
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.mapping TO waardeketen_app;
