-- Scalar functions that read delivered texts; intake is DuckDB's alone.

-- The number that a text spells with a decimal point, else null; may be infinite or NaN. DuckDB would take 2024_01 for one.
CREATE MACRO point_number(value) AS CASE WHEN NOT contains(value, '_') THEN try_cast(value AS DOUBLE) END;

-- The same with a decimal point or a decimal comma.
CREATE MACRO number(value) AS coalesce(point_number(value), point_number(replace(value, ',', '.')));

-- The number that an outcome spells; true is 1, false is 0.
CREATE MACRO outcome_number(value) AS coalesce(number(value), CASE lower(trim(value)) WHEN 'true' THEN 1 WHEN 'false' THEN 0 END);

-- Whether a text stands for a value that is not there.
CREATE MACRO is_missing(value) AS upper(trim(regexp_replace(value, '[[:cntrl:]]', ' ', 'g'))) IN ('', 'NA', 'N/A', 'NAN', 'NULL', '.');

-- The text without spaces around it, or null where it stands for a value that is not there.
CREATE MACRO given(value) AS CASE WHEN upper(trim(value)) NOT IN ('', 'NA', 'N/A', 'NAN', 'NULL', '.') THEN trim(value) END;

-- The date that a text spells, year first or last; null when it spells none between 1880 and 2100. Midnight behind it is passed
-- over, as databases write dates so.
CREATE MACRO spelled_date(value) AS try_strptime(value, ['%Y-%m-%d', '%d-%m-%Y', '%d/%m/%Y', '%Y%m%d', '%Y-%m-%d 00:00:00',
    '%Y-%m-%d 00:00', '%Y-%m-%dT00:00:00', '%Y-%m-%dT00:00', '%Y-%m-%d 00:00:00.000', '%d-%m-%Y 00:00:00', '%d-%m-%Y 00:00',
    '%d/%m/%Y 00:00:00', '%d/%m/%Y 00:00']);
CREATE MACRO date_value(value) AS CASE WHEN spelled_date(value) BETWEEN DATE '1880-01-01' AND DATE '2100-12-31'
    THEN CAST(spelled_date(value) AS DATE) END;

-- The date and time that a text spells, to the minute.
CREATE MACRO time_value(value) AS date_trunc('minute', try_strptime(value, ['%Y-%m-%dT%H:%M', '%Y-%m-%d %H:%M',
    '%Y-%m-%dT%H:%M:%S', '%Y-%m-%d %H:%M:%S', '%d-%m-%Y %H:%M', '%d-%m-%Y %H:%M:%S', '%d/%m/%Y %H:%M']));

-- Whether a text says yes or no; null for anything else.
CREATE MACRO flag_value(value) AS CASE WHEN lower(value) IN ('1', 'true', 'ja', 'yes', 'j', 'y') THEN true
    WHEN lower(value) IN ('0', 'false', 'nee', 'no', 'n') THEN false END;

-- HMAC-SHA-256 (RFC 2104) of a message; the key comes as its inner and outer blocks of 64 bytes.
CREATE MACRO hmac(inner_block, outer_block, message) AS unhex(sha256(outer_block || unhex(sha256(inner_block || message))));

-- The number that a text spells, unless it is infinite or NaN.
CREATE MACRO finite_number(value) AS CASE WHEN isfinite(number(value)) THEN number(value) END;

-- An identifier as it is hashed: capitals, without spaces, points and hyphens.
CREATE MACRO identifier(value) AS upper(regexp_replace(value, '[ .-]', '', 'g'));

-- Nine times the first of nine digits, eight times the second … two times the eighth, less the ninth.
CREATE MACRO eleven_sum(digits) AS 9 * (digits // 100000000 % 10) + 8 * (digits // 10000000 % 10) + 7 * (digits // 1000000 % 10)
    + 6 * (digits // 100000 % 10) + 5 * (digits // 10000 % 10) + 4 * (digits // 1000 % 10) + 3 * (digits // 100 % 10)
    + 2 * (digits // 10 % 10) - digits % 10;

-- Whether a text is a date of this form, between 1880 and 2100.
CREATE MACRO is_day(value, form) AS coalesce(try_strptime(value, form) BETWEEN DATE '1880-01-01' AND DATE '2100-12-31', false);

-- Whether a text may be a citizen service number: nine digits, or eight where a leading zero was lost, that pass the eleven-test,
-- and no date. One in eleven of other such numbers passes by chance.
CREATE MACRO looks_like_bsn(value) AS coalesce(CASE WHEN regexp_full_match(identifier(value), '[0-9]{8,9}')
    THEN CAST(identifier(value) AS BIGINT) > 0 AND eleven_sum(CAST(identifier(value) AS BIGINT)) % 11 = 0
        AND date_value(trim(value)) IS NULL AND NOT is_day(trim(value), '%d.%m.%Y') AND NOT is_day(trim(value), '%d%m%Y') END, false);
