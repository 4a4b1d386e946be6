CREATE TABLE t (a int, tenant int);
CREATE TABLE members (tenant int, who name);
CREATE FUNCTION tenant() RETURNS int LANGUAGE sql STABLE AS $$ SELECT 1 $$;
CREATE POLICY p ON t USING (tenant = tenant());
