-- Scalar functions that every question over the lake and every outcome set may use; each engine has the same, in this order.

-- Whole days from one date to another.
CREATE MACRO days_between(from_date, to_date) AS date_diff('day', from_date, to_date);

-- Minutes from one time to another.
CREATE MACRO minutes_between(from_time, to_time) AS CAST(date_diff('minute', from_time, to_time) AS DOUBLE);

-- The date of a time.
CREATE MACRO date_of(moment) AS CAST(moment AS DATE);

-- Completed years at a date.
CREATE MACRO age_at(birth, moment) AS date_sub('year', birth, moment);

-- The quarter of a date, counted from the year 0.
CREATE MACRO quarter_number(moment) AS CAST(year(moment) * 4 + quarter(moment) - 1 AS INTEGER);
