-- roles: app_reader
CREATE TRUSTED LANGUAGE own HANDLER plpgsql_call_handler;
REVOKE USAGE ON LANGUAGE own FROM PUBLIC;
GRANT USAGE ON LANGUAGE own TO app_reader;
