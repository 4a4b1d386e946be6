-- roles: app_reader, case_owner
CREATE TYPE mood AS ENUM ('a');
COMMENT ON TYPE mood IS 'after';
REVOKE USAGE ON TYPE mood FROM PUBLIC;
ALTER TYPE mood OWNER TO case_owner;
