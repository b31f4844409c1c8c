-- What the values of every column look like: how many of the rows read as a number, a date and so on.
-- reads:  column_value
-- gives:  column_name, row_count, missing, distinct_values, longest, point_numbers, comma_numbers, whole_numbers, year_first,
--         hyphens, slashes, compact, month_first, points, short_years, moments, flags, service_numbers, least,
--         middle, greatest
WITH judged AS (
    SELECT column_name, value, times, coalesce(isfinite(number(value)), false) AS is_number,
        regexp_replace(value, '[ T]00:00(:00(\.0+)?)?$', '') AS day
    FROM column_value
)
SELECT column_name,
    CAST(sum(times) AS BIGINT) AS row_count,
    CAST(coalesce(sum(times) FILTER (value IS NULL), 0) AS BIGINT) AS missing,
    count(value) AS distinct_values,
    CAST(coalesce(max(length(value)), 0) AS BIGINT) AS longest,
    CAST(coalesce(sum(times) FILTER (is_number AND NOT contains(value, ',')), 0) AS BIGINT) AS point_numbers,
    CAST(coalesce(sum(times) FILTER (is_number AND contains(value, ',')), 0) AS BIGINT) AS comma_numbers,
    CAST(coalesce(sum(times) FILTER (regexp_full_match(value, '[+-]?[0-9]{1,18}')), 0) AS BIGINT) AS whole_numbers,
    CAST(coalesce(sum(times) FILTER (is_day(day, '%Y-%m-%d')), 0) AS BIGINT) AS year_first,
    CAST(coalesce(sum(times) FILTER (is_day(day, '%d-%m-%Y')), 0) AS BIGINT) AS hyphens,
    CAST(coalesce(sum(times) FILTER (is_day(day, '%d/%m/%Y')), 0) AS BIGINT) AS slashes,
    CAST(coalesce(sum(times) FILTER (length(day) = 8 AND is_day(day, '%Y%m%d')), 0) AS BIGINT) AS compact,
    CAST(coalesce(sum(times) FILTER (is_day(day, '%m/%d/%Y')), 0) AS BIGINT) AS month_first,
    CAST(coalesce(sum(times) FILTER (is_day(day, '%d.%m.%Y')), 0) AS BIGINT) AS points,
    CAST(coalesce(sum(times) FILTER (length(day) <= 8 AND is_day(day, '%d-%m-%y')), 0) AS BIGINT) AS short_years,
    CAST(coalesce(sum(times) FILTER (time_value(value) IS NOT NULL), 0) AS BIGINT) AS moments,
    CAST(coalesce(sum(times) FILTER (flag_value(value) IS NOT NULL), 0) AS BIGINT) AS flags,
    CAST(coalesce(sum(times) FILTER (spells_bsn(value)), 0) AS BIGINT) AS service_numbers,
    coalesce(min(number(value)) FILTER (is_number), CAST('NaN' AS DOUBLE)) AS least,
    coalesce(median(number(value)) FILTER (is_number), CAST('NaN' AS DOUBLE)) AS middle,
    coalesce(max(number(value)) FILTER (is_number), CAST('NaN' AS DOUBLE)) AS greatest
FROM judged
GROUP BY column_name
ORDER BY column_name
