CREATE OPERATOR FAMILY own USING btree;
CREATE FUNCTION lt(int, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text < $2';
CREATE FUNCTION cmp(int, text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE OPERATOR <<<< (LEFTARG = int, RIGHTARG = text, FUNCTION = lt);
ALTER OPERATOR FAMILY integer_ops USING btree ADD OPERATOR 1 <<<< (int, text), FUNCTION 1 (int, text) cmp(int, text);
