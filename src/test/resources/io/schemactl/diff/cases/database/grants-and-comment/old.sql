-- roles: app_reader, "App Writer"
DO $do$
BEGIN
    EXECUTE format('COMMENT ON DATABASE %I IS ''old''', current_database());
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO app_reader', current_database());
END
$do$;
