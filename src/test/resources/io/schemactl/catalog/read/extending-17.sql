-- What PostgreSQL 17 adds to extending.sql.
CREATE COLLATION app.own (PROVIDER = builtin, LOCALE = 'C.UTF-8');
