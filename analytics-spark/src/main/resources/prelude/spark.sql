-- Scalar functions that every question over the lake and every outcome set may use; each engine has the same, in this order.

-- Whole days from one date to another.
CREATE TEMPORARY FUNCTION days_between(from_date DATE, to_date DATE) RETURNS BIGINT RETURN datediff(to_date, from_date);

-- Minutes from one time to another.
CREATE TEMPORARY FUNCTION minutes_between(from_time TIMESTAMP_NTZ, to_time TIMESTAMP_NTZ) RETURNS DOUBLE
    RETURN CAST(timestampdiff(MINUTE, date_trunc('MINUTE', from_time), date_trunc('MINUTE', to_time)) AS DOUBLE);

-- The date of a time.
CREATE TEMPORARY FUNCTION date_of(moment TIMESTAMP_NTZ) RETURNS DATE RETURN CAST(moment AS DATE);

-- Completed years at a date; a birthday on 29 February falls on the last of the month in other years.
CREATE TEMPORARY FUNCTION age_at(birth DATE, moment DATE) RETURNS BIGINT
    RETURN CAST(months_between(moment, birth) / 12 AS BIGINT);

-- The quarter of a date, counted from the year 0.
CREATE TEMPORARY FUNCTION quarter_number(moment DATE) RETURNS INT RETURN year(moment) * 4 + quarter(moment) - 1;
