-- roles: app_reader, case_owner
CREATE TYPE mood AS ENUM ('a');
COMMENT ON TYPE mood IS 'before';
GRANT USAGE ON TYPE mood TO app_reader;
