CREATE TABLE t (a int, tenant int);
CREATE TABLE members (tenant int, who name);
CREATE FUNCTION tenant() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT 2::bigint $$;
CREATE POLICY p ON t USING (tenant = tenant() AND EXISTS (SELECT FROM members m WHERE m.tenant = t.tenant AND m.who = current_user));
