-- Scalar functions that every analytical question may use; each engine has the same.

-- The number that a text spells with a decimal point, else null; may be infinite or NaN. DuckDB would take 2024_01 for one.
CREATE MACRO point_number(value) AS CASE WHEN NOT contains(value, '_') THEN try_cast(value AS DOUBLE) END;

-- The same with a decimal point or a decimal comma.
CREATE MACRO number(value) AS coalesce(point_number(value), point_number(replace(value, ',', '.')));

-- The number that an outcome spells; true is 1, false is 0.
CREATE MACRO outcome_number(value) AS coalesce(number(value), CASE lower(trim(value)) WHEN 'true' THEN 1 WHEN 'false' THEN 0 END);

-- Whether a text stands for a value that is not there.
CREATE MACRO is_missing(value) AS upper(trim(regexp_replace(value, '[[:cntrl:]]', ' ', 'g'))) IN ('', 'NA', 'N/A', 'NAN', 'NULL', '.');
