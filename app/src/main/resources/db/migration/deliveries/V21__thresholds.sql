-- A threshold that an organisation changed for its own deliveries, with its reason; the newest row of a threshold counts,
-- and one without a limit goes back to what the outcome set says.
CREATE TABLE deliveries.threshold_change (
    organisation text NOT NULL,
    outcome_set text NOT NULL,
    threshold text NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL,
    threshold_limit double precision CHECK (threshold_limit >= 0),
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    PRIMARY KEY (organisation, outcome_set, threshold, changed_at)
);

ALTER TABLE deliveries.threshold_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries.threshold_change FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organisation ON deliveries.threshold_change
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON deliveries.threshold_change TO waardeketen_app;
