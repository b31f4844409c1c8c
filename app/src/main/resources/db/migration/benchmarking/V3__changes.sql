-- Why the value of an organisation differs from that of the release before; parts add up to the difference.
CREATE TABLE benchmarking.change (
    release uuid NOT NULL REFERENCES benchmarking.release,
    previous uuid NOT NULL REFERENCES benchmarking.release,
    outcome_set text NOT NULL,
    indicator text NOT NULL,
    organisation text NOT NULL,
    from_period text NOT NULL,
    to_period text NOT NULL,
    before double precision NOT NULL,
    late double precision NOT NULL,
    patients double precision NOT NULL,
    definition double precision NOT NULL,
    model double precision NOT NULL,
    after double precision NOT NULL,
    patients_before bigint NOT NULL,
    patients_corrected bigint NOT NULL,
    patients_after bigint NOT NULL,
    PRIMARY KEY (release, indicator, organisation)
);

ALTER TABLE benchmarking.change ENABLE ROW LEVEL SECURITY;
ALTER TABLE benchmarking.change FORCE ROW LEVEL SECURITY;

-- Seen by those who see the results it explains.
CREATE POLICY own_agreed_or_public ON benchmarking.change FOR SELECT
    USING (nullif(current_setting('app.organisation', true), '') IS NOT NULL
        AND (organisation = nullif(current_setting('app.organisation', true), '')
            OR (release IN (SELECT id FROM benchmarking.release WHERE disclosure = 'public')
                AND previous IN (SELECT id FROM benchmarking.release WHERE disclosure = 'public'))
            OR (outcome_set, organisation) IN (
                SELECT v.outcome_set, v.organisation
                FROM network.visibility v
                WHERE v.viewer = nullif(current_setting('app.organisation', true), '') AND v.since <= current_date)));
CREATE POLICY written_as_itself ON benchmarking.change FOR INSERT
    WITH CHECK (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON benchmarking.change TO waardeketen_app;
