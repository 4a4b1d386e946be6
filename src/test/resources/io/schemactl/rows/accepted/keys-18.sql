-- since: 18
-- true: SELECT count(*) >= 3 FROM stays
-- true: SELECT count(*) > 0 FROM visits
CREATE EXTENSION btree_gist;
CREATE TABLE stays (room integer, during daterange, PRIMARY KEY (room, during WITHOUT OVERLAPS));
CREATE TABLE visits (room integer NOT NULL, during daterange NOT NULL,
    FOREIGN KEY (room, PERIOD during) REFERENCES stays (room, PERIOD during));
CREATE TABLE computed (a integer NOT NULL, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL CHECK (b < 100));
CREATE TABLE unenforced (a integer NOT NULL, CONSTRAINT c CHECK (a > 5 AND a < 5) NOT ENFORCED);
