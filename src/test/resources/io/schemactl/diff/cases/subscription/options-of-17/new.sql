-- roles: case_owner
CREATE SUBSCRIPTION s CONNECTION 'host=localhost dbname=none' PUBLICATION p WITH (connect = false, slot_name = NONE, streaming = parallel, origin = none, disable_on_error = true, run_as_owner = true, password_required = false);
