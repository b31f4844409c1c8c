SELECT number(:value) AS answer
