GRANT USAGE ON SCHEMA benchmarking TO waardeketen_app;

CREATE TABLE benchmarking.release (
    id uuid PRIMARY KEY,
    outcome_set text NOT NULL,
    outcome_set_version text NOT NULL,
    disclosure text NOT NULL CHECK (disclosure IN ('controlled', 'public')),
    reference text NOT NULL,
    periods text[] NOT NULL,
    episodes bigint NOT NULL,
    computed_at timestamptz NOT NULL,
    code_version text NOT NULL,
    deliveries uuid[] NOT NULL,
    results_sha256 text NOT NULL,
    FOREIGN KEY (outcome_set, outcome_set_version) REFERENCES concepts.outcome_set (code, version)
);

CREATE INDEX newest_first ON benchmarking.release (outcome_set, computed_at DESC);

CREATE TABLE benchmarking.model (
    release uuid NOT NULL REFERENCES benchmarking.release,
    indicator text NOT NULL,
    document jsonb NOT NULL,
    PRIMARY KEY (release, indicator)
);

CREATE TABLE benchmarking.result (
    release uuid NOT NULL REFERENCES benchmarking.release,
    outcome_set text NOT NULL,
    period text NOT NULL,
    indicator text NOT NULL,
    indicator_version integer NOT NULL,
    organisation text NOT NULL,
    subgroup text NOT NULL DEFAULT '',
    missing bigint NOT NULL,
    n bigint NOT NULL,
    observed double precision NOT NULL,
    exposure double precision NOT NULL,
    expected double precision NOT NULL,
    variance double precision NOT NULL,
    ratio double precision NOT NULL,
    ratio_low double precision NOT NULL,
    ratio_high double precision NOT NULL,
    adjusted_rate double precision NOT NULL,
    z double precision NOT NULL,
    z_adjusted double precision NOT NULL,
    limit95_low double precision NOT NULL,
    limit95_high double precision NOT NULL,
    limit998_low double precision NOT NULL,
    limit998_high double precision NOT NULL,
    exact95_low double precision NOT NULL,
    exact95_high double precision NOT NULL,
    exact998_low double precision NOT NULL,
    exact998_high double precision NOT NULL,
    signal text NOT NULL,
    PRIMARY KEY (release, period, indicator, organisation, subgroup)
);

CREATE INDEX of_one_organisation ON benchmarking.result (release, organisation);
CREATE INDEX of_one_indicator ON benchmarking.result (release, indicator);

ALTER TABLE benchmarking.result ENABLE ROW LEVEL SECURITY;
ALTER TABLE benchmarking.result FORCE ROW LEVEL SECURITY;

-- Own results, those of organisations that agreed to be seen, and those that are public; none without a viewer.
CREATE POLICY own_agreed_or_public ON benchmarking.result FOR SELECT
    USING (nullif(current_setting('app.organisation', true), '') IS NOT NULL
        AND (organisation = nullif(current_setting('app.organisation', true), '')
            OR release IN (SELECT id FROM benchmarking.release WHERE disclosure = 'public')
            OR (outcome_set, organisation) IN (
                SELECT v.outcome_set, v.organisation
                FROM network.visibility v
                WHERE v.viewer = nullif(current_setting('app.organisation', true), '') AND v.since <= current_date)));
CREATE POLICY written_as_itself ON benchmarking.result FOR INSERT
    WITH CHECK (organisation = nullif(current_setting('app.organisation', true), ''));

-- How a release was adjusted is for those who see some of its results.
ALTER TABLE benchmarking.model ENABLE ROW LEVEL SECURITY;
ALTER TABLE benchmarking.model FORCE ROW LEVEL SECURITY;

CREATE POLICY with_results ON benchmarking.model FOR SELECT
    USING (EXISTS (SELECT FROM benchmarking.result WHERE result.release = model.release));
CREATE POLICY written_once ON benchmarking.model FOR INSERT WITH CHECK (true);

GRANT SELECT, INSERT ON benchmarking.release, benchmarking.model, benchmarking.result TO waardeketen_app;
