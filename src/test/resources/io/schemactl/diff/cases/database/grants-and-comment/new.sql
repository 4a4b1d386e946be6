-- roles: app_reader, "App Writer"
DO $do$
BEGIN
    EXECUTE format('COMMENT ON DATABASE %I IS ''it''''s \ new''', current_database());
    EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO "App Writer" WITH GRANT OPTION', current_database());
    EXECUTE format('REVOKE CREATE ON DATABASE %I FROM CURRENT_USER', current_database());
END
$do$;
