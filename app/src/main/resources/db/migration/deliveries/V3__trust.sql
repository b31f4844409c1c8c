-- Versions of the region's key of a data set; pseudonyms of a version are keyed hashes of those of the version before. The
-- fingerprint tells whether a key is the one that was used.
CREATE TABLE deliveries.pseudonym_key (
    outcome_set text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    since timestamptz NOT NULL,
    fingerprint text NOT NULL,
    PRIMARY KEY (outcome_set, version)
);

ALTER TABLE deliveries.pseudonym_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.pseudonym_key FORCE ROW LEVEL SECURITY;

CREATE POLICY known_to_organisations ON deliveries.pseudonym_key FOR SELECT
    USING (nullif(current_setting('app.organisation', true), '') IS NOT NULL);
CREATE POLICY entered_by_hub ON deliveries.pseudonym_key FOR INSERT
    WITH CHECK (nullif(current_setting('app.organisation', true), '') = 'spil');

GRANT SELECT, INSERT ON deliveries.pseudonym_key TO waardeketen_app;

-- A file of a delivery that was written anew under a later version of the key; the newest one counts.
CREATE TABLE deliveries.rotation (
    organisation text NOT NULL,
    delivery uuid NOT NULL REFERENCES deliveries.delivery,
    lake_table text NOT NULL,
    pseudonym_key_version integer NOT NULL,
    rotated_at timestamptz NOT NULL,
    lake_path text NOT NULL,
    lake_sha256 text NOT NULL,
    PRIMARY KEY (delivery, lake_table, pseudonym_key_version)
);

ALTER TABLE deliveries.rotation ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.rotation FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.rotation
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.rotation TO waardeketen_app;

-- A delivery whose files were taken out of the lake; its manifest stays.
CREATE TABLE deliveries.removal (
    organisation text NOT NULL,
    delivery uuid PRIMARY KEY REFERENCES deliveries.delivery,
    removed_at timestamptz NOT NULL,
    removed_by text NOT NULL,
    reason text NOT NULL
);

ALTER TABLE deliveries.removal ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.removal FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.removal
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.removal TO waardeketen_app;

-- Why an organisation may deliver the data of a patient group, and for how long they are kept; the newest row counts.
CREATE TABLE deliveries.legal_basis (
    organisation text NOT NULL,
    outcome_set text NOT NULL,
    entered_at timestamptz NOT NULL,
    entered_by text NOT NULL,
    purpose text NOT NULL,
    ground text NOT NULL,
    since date NOT NULL,
    retention_months integer CHECK (retention_months > 0),
    retained_until date,
    document text NOT NULL,
    PRIMARY KEY (organisation, outcome_set, entered_at)
);

ALTER TABLE deliveries.legal_basis ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.legal_basis FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.legal_basis
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.legal_basis TO waardeketen_app;

-- A patient who objects, known by pseudonym only.
CREATE TABLE deliveries.objection (
    organisation text NOT NULL,
    outcome_set text NOT NULL,
    pseudonym bytea NOT NULL CHECK (octet_length(pseudonym) = 16),
    pseudonym_key_version integer NOT NULL,
    since date NOT NULL,
    entered_at timestamptz NOT NULL,
    entered_by text NOT NULL,
    withdrawn_at timestamptz,
    PRIMARY KEY (organisation, outcome_set, pseudonym, entered_at)
);

ALTER TABLE deliveries.objection ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.objection FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.objection
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.objection TO waardeketen_app;
GRANT UPDATE (pseudonym, pseudonym_key_version, withdrawn_at) ON deliveries.objection TO waardeketen_app;

-- How much of a delivery did not land because patients object.
CREATE TABLE deliveries.left_out (
    organisation text NOT NULL,
    delivery uuid PRIMARY KEY REFERENCES deliveries.delivery,
    rows bigint NOT NULL,
    patients bigint NOT NULL
);

ALTER TABLE deliveries.left_out ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.left_out FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.left_out
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.left_out TO waardeketen_app;
