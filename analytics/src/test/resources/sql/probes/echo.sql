SELECT :value AS answer
