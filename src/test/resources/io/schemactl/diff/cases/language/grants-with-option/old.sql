-- roles: app_reader
CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE own HANDLER h;
CREATE FUNCTION f() RETURNS int LANGUAGE own AS 'BEGIN RETURN 1; END';
