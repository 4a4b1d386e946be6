CREATE FUNCTION f() RETURNS language_handler LANGUAGE c COST 3 AS 'plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION plpgsql_validator(oid) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql';
