-- roles: app_reader
CREATE TRUSTED LANGUAGE own HANDLER plpgsql_call_handler;
