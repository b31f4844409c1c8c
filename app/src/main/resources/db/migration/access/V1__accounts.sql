GRANT USAGE ON SCHEMA access TO waardeketen_app;

CREATE TABLE access.account (
    name text PRIMARY KEY CHECK (name = lower(name)),
    organisation text NOT NULL,
    display_name text NOT NULL,
    password text NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    created_at timestamptz NOT NULL
);

ALTER TABLE access.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.account FORCE ROW LEVEL SECURITY;

-- Whoever signs in is known by name before the organisation is.
CREATE POLICY own_organisation ON access.account
    USING (organisation = nullif(current_setting('app.organisation', true), '')
        OR name = nullif(current_setting('app.user', true), ''))
    WITH CHECK (organisation = nullif(current_setting('app.organisation', true), ''));

GRANT SELECT, INSERT ON access.account TO waardeketen_app;
GRANT UPDATE (failures, locked_until, password) ON access.account TO waardeketen_app;
