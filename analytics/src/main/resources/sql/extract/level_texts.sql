-- The kept combinations of level texts, each as one text.
-- reads:  level_texts
-- takes:  :mark (stands between texts)
-- gives:  texts
SELECT concat_ws(:mark, *COLUMNS(* EXCLUDE code)) AS texts
FROM level_texts
ORDER BY code
