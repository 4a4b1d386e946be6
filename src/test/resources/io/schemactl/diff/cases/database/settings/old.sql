DO $do$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET work_mem TO ''64MB''', current_database());
    EXECUTE format('ALTER DATABASE %I SET search_path TO public', current_database());
    EXECUTE format('ALTER DATABASE %I SET app.gone TO ''true''', current_database());
END
$do$;
