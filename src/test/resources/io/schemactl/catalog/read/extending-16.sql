-- What PostgreSQL 16 adds to extending.sql.
CREATE COLLATION app.ruled (PROVIDER = icu, LOCALE = 'und', RULES = '&V << w <<< W');
