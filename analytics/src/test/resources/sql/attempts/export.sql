EXPORT DATABASE 'target/escaped'
