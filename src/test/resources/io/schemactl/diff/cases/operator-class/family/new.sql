CREATE OPERATOR FAMILY fresh USING btree;
ALTER OPERATOR FAMILY fresh USING btree ADD OPERATOR 1 < (int, bigint), FUNCTION 1 (int, bigint) btint48cmp(int, bigint);
COMMENT ON OPERATOR FAMILY fresh USING btree IS 'own';
