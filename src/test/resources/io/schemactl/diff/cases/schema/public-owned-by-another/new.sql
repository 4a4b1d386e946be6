ALTER SCHEMA public OWNER TO schema_owner;
