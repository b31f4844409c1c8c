GRANT USAGE ON SCHEMA concepts TO waardeketen_app;

-- The document as it was registered: releases name its version.
CREATE TABLE concepts.outcome_set (
    code text NOT NULL,
    version text NOT NULL,
    document text NOT NULL,
    registered_at timestamptz NOT NULL,
    PRIMARY KEY (code, version)
);

GRANT SELECT, INSERT ON concepts.outcome_set TO waardeketen_app;
