SELECT point_number(:value) AS answer
