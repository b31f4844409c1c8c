-- Scalar functions that read delivered texts; intake is DuckDB's alone.

-- The number that a text spells with a decimal point, else null; may be infinite or NaN. DuckDB would take 2024_01 for one.
CREATE MACRO point_number(value) AS CASE WHEN NOT contains(value, '_') THEN try_cast(value AS DOUBLE) END;

-- The same with a decimal point or a decimal comma. Most are of one or two digits, where there is nothing to look for.
CREATE MACRO number(value) AS CASE WHEN strlen(value) < 3 THEN coalesce(try_cast(value AS DOUBLE), try_cast(replace(value, ',', '.') AS DOUBLE))
    WHEN contains(value, ',') THEN point_number(replace(value, ',', '.')) ELSE point_number(value) END;

-- The number that an outcome spells; true is 1, false is 0.
CREATE MACRO outcome_number(value) AS coalesce(number(value), CASE lower(trim(value)) WHEN 'true' THEN 1 WHEN 'false' THEN 0 END);

-- Whether a text stands for a value that is not there.
CREATE MACRO is_missing(value) AS regexp_full_match(
    trim(regexp_replace(value, '[[:cntrl:]]', ' ', 'g')), '(?i)|NA|N/A|NAN|NULL|[.]');

-- The text without spaces before it.
CREATE MACRO unindented(value) AS CASE WHEN value < '!' THEN trim(value) ELSE value END;

-- The text, or null where it stands for a value that is not there. Spaces before it are gone; those behind it do no harm where it is read
-- further, and looking for them takes longer than all the rest. The first letter tells that most texts need no closer look. A list of six
-- after IN would be a join for every column.
CREATE MACRO given_value(value) AS CASE WHEN value < '!' OR (value >= '.' AND value < '.!') OR (value >= 'N' AND value < 'O') OR (value >= 'n' AND value < 'o')
        THEN CASE WHEN NOT regexp_full_match(trim(value), '(?i)|NA|N/A|NAN|NULL|[.]') THEN trim(value) END
    ELSE value END;

-- The same of an identifier, of which nothing is left where it has no letters and no digits.
CREATE MACRO given_identifier(value) AS CASE WHEN value < '0' OR (value >= 'N' AND value < 'O') OR (value >= 'n' AND value < 'o')
        THEN CASE WHEN NOT regexp_full_match(trim(value), '[ .-]*') THEN given_value(value) END
    ELSE value END;

-- A text as given_value has it, without spaces behind it as well.
CREATE MACRO given(value) AS CASE WHEN ends_with(value, ' ') OR value < '!' OR (value >= '.' AND value < '.!')
        OR (value >= 'N' AND value < 'O') OR (value >= 'n' AND value < 'o')
        THEN CASE WHEN NOT regexp_full_match(trim(value), '(?i)|NA|N/A|NAN|NULL|[.]') THEN trim(value) END
    ELSE value END;

-- The date that a text spells, year first or last; a cast is the quick way for the first. Midnight behind it is passed over, as
-- databases write dates so. What begins with another sign than a digit is none: the engine has words such as infinity for dates.
CREATE MACRO written_date(value) AS CASE WHEN value LIKE '____-__-__' THEN try_cast(value AS DATE)
    WHEN value >= '0' AND value < ':' THEN CAST(try_strptime(trim(value), ['%Y-%m-%d', '%d-%m-%Y', '%d/%m/%Y', '%Y%m%d', '%Y-%m-%d 00:00:00',
        '%Y-%m-%d 00:00', '%Y-%m-%dT00:00:00', '%Y-%m-%dT00:00', '%Y-%m-%d 00:00:00.000', '%d-%m-%Y 00:00:00', '%d-%m-%Y 00:00',
        '%d/%m/%Y 00:00:00', '%d/%m/%Y 00:00']) AS DATE) END;

-- The date, unless it lies outside 1880 to 2100.
CREATE MACRO believable_date(day) AS CASE WHEN day BETWEEN DATE '1880-01-01' AND DATE '2100-12-31' THEN day END;

-- The date that a text spells; null when it spells none between 1880 and 2100.
CREATE MACRO date_value(value) AS believable_date(written_date(value));

-- The date and time, unless it lies outside 1880 to 2100.
CREATE MACRO believable_time(moment) AS CASE
    WHEN moment BETWEEN TIMESTAMP '1880-01-01' AND TIMESTAMP '2100-12-31 23:59:59' THEN moment END;

-- The date and time, to the minute, that a text spells in any of the known forms, or with the hour 24, which only a cast knows; else null.
CREATE MACRO written_time(value) AS date_trunc('minute', CASE
    WHEN trim(value) LIKE '____-__-__T24:00' OR trim(value) LIKE '____-__-__ 24:00' THEN try_cast(trim(value) AS TIMESTAMP)
    WHEN value >= '0' AND value < ':' THEN try_strptime(trim(value), ['%Y-%m-%dT%H:%M', '%Y-%m-%d %H:%M', '%Y-%m-%dT%H:%M:%S',
        '%Y-%m-%d %H:%M:%S', '%d-%m-%Y %H:%M', '%d-%m-%Y %H:%M:%S', '%d/%m/%Y %H:%M']) END);

-- The same, if between 1880 and 2100. Most are of sixteen signs, or nineteen with seconds; null goes no other way than the shortest.
CREATE MACRO time_value(value) AS believable_time(CASE
    WHEN strlen(value) = 16 AND value >= '0' AND value < ':' THEN coalesce(
        try_strptime(value, ['%Y-%m-%dT%H:%M', '%Y-%m-%d %H:%M', '%d-%m-%Y %H:%M']), written_time(value))
    WHEN strlen(value) = 19 AND value >= '0' AND value < ':' THEN coalesce(
        date_trunc('minute', try_strptime(value, ['%Y-%m-%dT%H:%M:%S', '%Y-%m-%d %H:%M:%S', '%d-%m-%Y %H:%M:%S'])), written_time(value))
    WHEN value IS NOT NULL THEN written_time(value) END);

-- Whether a text says yes or no; null for anything else.
CREATE MACRO flag_value(value) AS CASE WHEN regexp_full_match(lower(value), '1|true|ja|yes|j|y') THEN true
    WHEN regexp_full_match(lower(value), '0|false|nee|no|n') THEN false END;

-- The number that a text spells, unless it is infinite or NaN.
CREATE MACRO finite_number(value) AS CASE WHEN isfinite(number(value)) THEN number(value) END;

-- An identifier as it is hashed: capitals, without spaces, points and hyphens. Most are written so.
CREATE MACRO identifier(value) AS CASE
    WHEN contains(value, ' ') OR contains(value, '.') OR contains(value, '-') OR upper(value) <> value
        THEN upper(regexp_replace(value, '[ .-]', '', 'g'))
    ELSE value END;

-- Whether nine digits pass the eleven-test of citizen service numbers: 9a + 8b + ... + 2h - i is a multiple of 11.
CREATE MACRO passes_eleven_test(digits) AS list_dot_product(
    CAST(string_split(digits, '') AS DOUBLE[]), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 = 0;

-- Whether digits are a citizen service number, as far as can be told: of nine, of which one in eleven passes by chance.
CREATE MACRO is_bsn(digits) AS strlen(digits) = 9 AND digits >= '010000000' AND passes_eleven_test(lpad(digits, 9, '0'));

-- Whether a text is a date of this form, between 1880 and 2100.
CREATE MACRO is_day(value, form) AS coalesce(try_strptime(value, form) BETWEEN DATE '1880-01-01' AND DATE '2100-12-31', false);

-- Whether a text as a whole may be a citizen service number, written with spaces, points or hyphens perhaps, or without its leading
-- zero, and no date.
CREATE MACRO spells_bsn(value) AS coalesce(CASE WHEN regexp_full_match(identifier(value), '[0-9]{8,9}')
    THEN is_bsn(lpad(identifier(value), 9, '0')) AND date_value(trim(value)) IS NULL AND NOT is_day(trim(value), '%d.%m.%Y')
        AND NOT is_day(trim(value), '%d%m%Y') END, false);

-- Whether a text holds a citizen service number: nine digits between other signs, or in groups as they are often written,
-- 1234.56.789, 12-34-56-789 or 123 456 789. One of eight digits is not told from the codes of care providers, of which one in eleven
-- would pass.
CREATE MACRO looks_like_bsn(text) AS CASE
    WHEN regexp_matches(text, '[0-9]{9}|[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3}|[0-9]{2}[ .-][0-9]{2}[ .-][0-9]{2}[ .-][0-9]{3}|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3}')
    THEN coalesce(list_bool_or(list_transform(
        regexp_extract_all(text, '[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3,}|[0-9]{2}[ .-][0-9]{2}[ .-][0-9]{2}[ .-][0-9]{3,}|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3,}|[0-9]+'),
        lambda run: is_bsn(regexp_replace(run, '[ .-]', '', 'g')))), false)
    ELSE false END;

-- The text with stars for digits, where some of them may be a citizen service number.
CREATE MACRO masked(text) AS CASE WHEN looks_like_bsn(text) THEN regexp_replace(text, '[0-9]', '*', 'g') ELSE text END;

-- Whether a text is the first stage of a pseudonym: 64 hexadecimal digits.
CREATE MACRO is_first_stage(value) AS strlen(value) >= 64 AND regexp_full_match(trim(value), '[0-9a-fA-F]{64}');
