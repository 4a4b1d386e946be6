CREATE OR REPLACE PROCEDURE from_file(x int)
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person (code) VALUES (x);
END $$
