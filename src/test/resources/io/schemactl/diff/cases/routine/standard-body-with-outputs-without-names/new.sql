CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TABLE t (id int, b text, m mood);
CREATE FUNCTION constant() RETURNS TABLE (i int, x text) BEGIN ATOMIC SELECT id, 'x' FROM t; END;
CREATE FUNCTION in_return() RETURNS text RETURN (SELECT 'x');
CREATE FUNCTION of_kinds() RETURNS int BEGIN ATOMIC
    SELECT -1, 12345678901, B'101', NULL, 'y' COLLATE "C", (SELECT 'z'), (SELECT (SELECT 'z')), EXISTS (SELECT 'e', 2);
    SELECT 'a' UNION SELECT 'b' ORDER BY 1;
    SELECT m FROM t UNION ALL SELECT 'ok';
    SELECT DISTINCT ON (b) 'c', id FROM t;
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY id), 'd' FROM t;
    SELECT 'f' AS text, 'g' AS named, (SELECT 'h' AS text), 'i'::text "Text";
    SELECT 1;
END;
CREATE FUNCTION of_argument(x text, "Odd" int[]) RETURNS text BEGIN ATOMIC
    SELECT $1, x, $2[1], "Odd"[1];
    SELECT $1, $2[1] FROM t;
    SELECT x;
END;
CREATE FUNCTION returning_some() RETURNS text BEGIN ATOMIC
    INSERT INTO t SELECT id, 'x' FROM t RETURNING 'a', id;
    SELECT b FROM t WHERE b IN ('x', 'y') AND EXISTS (SELECT 'x' FROM t t2 WHERE t2.id = t.id);
END;
CREATE FUNCTION seen() RETURNS SETOF text BEGIN ATOMIC
    WITH w AS (SELECT 'x', 'y' AS text) SELECT text FROM w;
    SELECT text || "?column?" FROM (SELECT 'x'::text, 'y') s;
    SELECT xmlserialize(CONTENT xmlforest('x'::text AS text) AS text);
END;
CREATE PROCEDURE changing(x int) BEGIN ATOMIC
    UPDATE t SET (id, b) = (SELECT x + 1, 'y');
END;
