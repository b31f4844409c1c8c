-- What somebody brings over the pages: files in parts, then its check, then whether it was accepted.
CREATE TABLE deliveries.upload (
    id uuid PRIMARY KEY,
    organisation text NOT NULL,
    account text NOT NULL,
    account_name text NOT NULL,
    started_at timestamptz NOT NULL,
    touched_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'RECEIVING' CHECK (state IN
        ('RECEIVING', 'CHECKING', 'UNUSABLE', 'WAITING', 'LANDING', 'LANDED', 'WITHDRAWN', 'EXPIRED')),
    outcome_set text,
    checked_at timestamptz,
    report jsonb,
    refusal text,
    replaces uuid REFERENCES deliveries.delivery,
    delivery uuid REFERENCES deliveries.delivery,
    ended_at timestamptz,
    ended_by text,
    reason text
);

ALTER TABLE deliveries.upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.upload FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.upload
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT, UPDATE, DELETE ON deliveries.upload TO waardeketen_app;

-- A file of it; on disk it goes by its number, whatever its name.
CREATE TABLE deliveries.upload_file (
    upload uuid NOT NULL REFERENCES deliveries.upload ON DELETE CASCADE,
    organisation text NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    received bigint NOT NULL,
    PRIMARY KEY (upload, number)
);

ALTER TABLE deliveries.upload_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.upload_file FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.upload_file
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT, UPDATE, DELETE ON deliveries.upload_file TO waardeketen_app;

-- A delivery that its sender took back; later releases leave it out, its manifest stays.
CREATE TABLE deliveries.withdrawal (
    organisation text NOT NULL,
    delivery uuid PRIMARY KEY REFERENCES deliveries.delivery,
    withdrawn_at timestamptz NOT NULL,
    withdrawn_by text NOT NULL,
    reason text NOT NULL
);

ALTER TABLE deliveries.withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.withdrawal FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.withdrawal
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.withdrawal TO waardeketen_app;

-- How completely and how soon an organisation delivered, for the anonymous comparison.
CREATE TABLE deliveries.delivered_quality (
    organisation text NOT NULL,
    delivery uuid NOT NULL REFERENCES deliveries.delivery,
    outcome_set text NOT NULL,
    landed_at timestamptz NOT NULL,
    measure text NOT NULL,
    value double precision NOT NULL,
    PRIMARY KEY (delivery, measure)
);

ALTER TABLE deliveries.delivered_quality ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.delivered_quality FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.delivered_quality
    USING (organisation = nullif(current_setting('app.organisation', true), ''));
-- Only the function below reads the rows of others, and it gives no single one away.
CREATE POLICY summarised ON deliveries.delivered_quality FOR SELECT TO waardeketen_owner USING (true);

GRANT SELECT, INSERT ON deliveries.delivered_quality TO waardeketen_app;

-- The median of the other organisations in steps of 5 (hundredths of a share, or days), from three others on; quartiles from
-- five on, as those of three or four would give each of them away. Deliveries count from the month after they landed, all
-- at once, so that nobody's arrival shows as a difference between two looks.
CREATE FUNCTION deliveries.quality_of_others(asked text)
    RETURNS TABLE (measure text, others integer, lower integer, middle integer, upper integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH newest AS (
        SELECT DISTINCT ON (q.organisation, q.measure) q.measure, q.value
        FROM deliveries.delivered_quality q
        WHERE q.outcome_set = asked AND q.landed_at < date_trunc('month', now())
            AND q.organisation <> current_setting('app.organisation', true)
            AND coalesce(current_setting('app.organisation', true), '') <> ''
        ORDER BY q.organisation, q.measure, q.landed_at DESC
    ), summary AS (
        SELECT newest.measure, count(*)::integer AS others,
            percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY newest.value) AS points
        FROM newest GROUP BY newest.measure
    )
    SELECT s.measure, s.others, CASE WHEN s.others >= 5 THEN (round(s.points[1] / 5) * 5)::integer END,
        (round(s.points[2] / 5) * 5)::integer, CASE WHEN s.others >= 5 THEN (round(s.points[3] / 5) * 5)::integer END
    FROM summary s WHERE s.others >= 3 $$;

REVOKE ALL ON FUNCTION deliveries.quality_of_others(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION deliveries.quality_of_others(text) TO waardeketen_app;
