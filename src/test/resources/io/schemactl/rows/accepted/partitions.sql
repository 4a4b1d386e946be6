-- true: SELECT count(DISTINCT tableoid) = 3 FROM by_list
-- true: SELECT count(DISTINCT tableoid) = 4 FROM by_hash
-- true: SELECT count(DISTINCT tableoid) = 4 FROM by_range
-- true: SELECT count(DISTINCT tableoid) = 3 FROM nested
-- true: SELECT count(*) > 0 FROM ONLY parents
-- true: SELECT count(*) > 0 FROM ONLY children
CREATE TABLE by_list (id integer NOT NULL, region text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE by_list_eu PARTITION OF by_list FOR VALUES IN ('de', 'fr');
CREATE TABLE by_list_us PARTITION OF by_list FOR VALUES IN ('us');
CREATE TABLE by_list_rest PARTITION OF by_list DEFAULT;
CREATE TABLE by_hash (id bigint PRIMARY KEY, name text) PARTITION BY HASH (id);
CREATE TABLE by_hash_0 PARTITION OF by_hash FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE by_hash_1 PARTITION OF by_hash FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE by_hash_2 PARTITION OF by_hash FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE by_hash_3 PARTITION OF by_hash FOR VALUES WITH (MODULUS 4, REMAINDER 3);
CREATE TABLE by_range (at timestamptz NOT NULL, amount integer) PARTITION BY RANGE (at);
CREATE TABLE by_range_1 PARTITION OF by_range FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE by_range_2 PARTITION OF by_range (CHECK (amount > 1000000)) FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE by_range_3 PARTITION OF by_range (amount NOT NULL) FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE by_range_4 PARTITION OF by_range FOR VALUES FROM ('2024-03-01') TO (MAXVALUE);
CREATE TABLE nested (a integer NOT NULL, b text NOT NULL) PARTITION BY RANGE (a);
CREATE TABLE nested_low PARTITION OF nested FOR VALUES FROM (0) TO (10) PARTITION BY LIST (b);
CREATE TABLE nested_low_x PARTITION OF nested_low FOR VALUES IN ('x');
CREATE TABLE nested_low_y PARTITION OF nested_low FOR VALUES IN ('y');
CREATE TABLE nested_high PARTITION OF nested FOR VALUES FROM (10) TO (20);
CREATE TABLE to_hash (id bigint NOT NULL REFERENCES by_hash);
CREATE TABLE by_expression (a text NOT NULL) PARTITION BY LIST (lower(a));
CREATE TABLE by_expression_x PARTITION OF by_expression FOR VALUES IN ('x');
CREATE TABLE parents (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE children (age integer NOT NULL CHECK (age > 17), CHECK (length(name) = 3)) INHERITS (parents);
