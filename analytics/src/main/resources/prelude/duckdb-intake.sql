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

-- The date that a text spells, year first or last; null when it spells none between 1880 and 2100.
CREATE MACRO date_value(value) AS CASE WHEN try_strptime(value, ['%Y-%m-%d', '%d-%m-%Y', '%d/%m/%Y', '%Y%m%d'])
    BETWEEN DATE '1880-01-01' AND DATE '2100-12-31'
    THEN CAST(try_strptime(value, ['%Y-%m-%d', '%d-%m-%Y', '%d/%m/%Y', '%Y%m%d']) AS DATE) END;

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

-- Whether a text is the first stage of a pseudonym: 64 hexadecimal digits.
CREATE MACRO is_first_stage(value) AS regexp_full_match(trim(value), '[0-9a-fA-F]{64}');

-- Whether nine digits stand the eleven-test of a citizen service number (BSN).
CREATE MACRO stands_eleven_test(digits) AS digits <> '000000000' AND (
    9 * CAST(digits[1] AS INTEGER) + 8 * CAST(digits[2] AS INTEGER) + 7 * CAST(digits[3] AS INTEGER)
    + 6 * CAST(digits[4] AS INTEGER) + 5 * CAST(digits[5] AS INTEGER) + 4 * CAST(digits[6] AS INTEGER)
    + 3 * CAST(digits[7] AS INTEGER) + 2 * CAST(digits[8] AS INTEGER) - CAST(digits[9] AS INTEGER)) % 11 = 0;

-- Whether a text is, or holds as a word, what may be a citizen service number (BSN): nine digits, or in groups as they are written.
CREATE MACRO holds_bsn(value) AS length(value) >= 9 AND regexp_matches(value, '[0-9]{3}') AND (
    CASE WHEN regexp_full_match(trim(value), '[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3}|[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3}')
        THEN stands_eleven_test(regexp_replace(trim(value), '[ .-]', '', 'g')) ELSE false END
    OR len(list_filter(regexp_extract_all(value, '(?:^|[^0-9.,])([0-9]{9})(?:$|[^0-9])', 1),
        lambda word: stands_eleven_test(word))) > 0);
