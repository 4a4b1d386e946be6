-- since: 18
CREATE TABLE t (a int PRIMARY KEY, b int GENERATED ALWAYS AS (a + 1) STORED);
CREATE PUBLICATION p FOR TABLE t WITH (publish_generated_columns = stored);
