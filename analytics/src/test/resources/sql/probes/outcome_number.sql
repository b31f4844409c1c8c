SELECT outcome_number(:value) AS answer
