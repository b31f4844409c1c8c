-- Scalar functions that every analytical question may use; each engine has the same.

-- The number that a text spells with a decimal point or a decimal comma, else null; may be infinite or NaN.
CREATE MACRO number(value) AS coalesce(try_cast(value AS DOUBLE), try_cast(replace(value, ',', '.') AS DOUBLE));

-- The number that an outcome spells; true is 1, false is 0.
CREATE MACRO outcome_number(value) AS coalesce(number(value), CASE lower(trim(value)) WHEN 'true' THEN 1 WHEN 'false' THEN 0 END);

-- Whether a text stands for a value that is not there.
CREATE MACRO is_missing(value) AS upper(trim(value)) IN ('', 'NA', 'N/A', 'NAN', 'NULL', '.');
