-- roles: app_reader, "App Writer"
DO $do$
BEGIN
    EXECUTE format('ALTER ROLE app_reader IN DATABASE %I SET statement_timeout TO ''7s''', current_database());
    EXECUTE format('ALTER ROLE "App Writer" IN DATABASE %I SET search_path TO app, public', current_database());
    EXECUTE format('ALTER DATABASE %I SET statement_timeout TO 0', current_database());
END
$do$;
