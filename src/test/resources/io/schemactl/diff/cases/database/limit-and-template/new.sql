DO $do$
BEGIN
    EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 20 IS_TEMPLATE true', current_database());
    EXECUTE format('COMMENT ON DATABASE %I IS ''x''', current_database());
END
$do$;
