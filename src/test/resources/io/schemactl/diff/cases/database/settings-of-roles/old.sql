-- roles: app_reader, "App Writer"
DO $do$
BEGIN
    EXECUTE format('ALTER ROLE app_reader IN DATABASE %I SET statement_timeout TO ''5s''', current_database());
    EXECUTE format('ALTER ROLE app_reader IN DATABASE %I SET work_mem TO ''1MB''', current_database());
END
$do$;
