GRANT USAGE ON SCHEMA network TO waardeketen_app;

CREATE TABLE network.organisation (
    code text PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL,
    confirmed boolean NOT NULL
);

ALTER TABLE network.organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE network.organisation FORCE ROW LEVEL SECURITY;

-- The organisations of the region are known by name to each of them.
CREATE POLICY known_to_organisations ON network.organisation FOR SELECT
    USING (nullif(current_setting('app.organisation', true), '') IS NOT NULL);
CREATE POLICY enters_itself ON network.organisation FOR INSERT
    WITH CHECK (code = nullif(current_setting('app.organisation', true), ''));
CREATE POLICY changes_itself ON network.organisation FOR UPDATE
    USING (code = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT, UPDATE ON network.organisation TO waardeketen_app;

-- An organisation agrees to be seen by name by a viewer, for one patient group, from a day on.
CREATE TABLE network.visibility (
    organisation text NOT NULL REFERENCES network.organisation,
    viewer text NOT NULL REFERENCES network.organisation,
    outcome_set text NOT NULL,
    since date NOT NULL,
    PRIMARY KEY (outcome_set, viewer, organisation)
);

ALTER TABLE network.visibility ENABLE ROW LEVEL SECURITY;
ALTER TABLE network.visibility FORCE ROW LEVEL SECURITY;

CREATE POLICY seen_by_both ON network.visibility FOR SELECT
    USING (nullif(current_setting('app.organisation', true), '') IN (organisation, viewer));
CREATE POLICY given_by_itself ON network.visibility FOR INSERT
    WITH CHECK (organisation = nullif(current_setting('app.organisation', true), ''));
CREATE POLICY withdrawn_by_itself ON network.visibility FOR DELETE
    USING (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT, DELETE ON network.visibility TO waardeketen_app;
