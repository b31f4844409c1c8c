-- The syntax tree of an expression, as JSON.
-- reads:  nothing
-- takes:  :expression
-- gives:  tree
SELECT CAST(json_serialize_sql('SELECT (' || :expression || ') AS expression') AS VARCHAR) AS tree
