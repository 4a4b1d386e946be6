DO $do$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET work_mem TO ''32MB''', current_database());
    EXECUTE format('ALTER DATABASE %I SET search_path TO "$user", public, "O x"', current_database());
    EXECUTE format('ALTER DATABASE %I SET "DateStyle" TO ''ISO, DMY''', current_database());
    EXECUTE format('ALTER DATABASE %I SET app.text TO ''it''''s $schemactl$ \ %% "''', current_database());
    EXECUTE format('ALTER DATABASE %I SET temp_tablespaces TO ''''', current_database());
END
$do$;
CREATE SCHEMA "O x";
