COPY (SELECT 1 AS a) TO 'target/escaped.csv'
