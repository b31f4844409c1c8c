ATTACH 'target/escaped.db' AS other
