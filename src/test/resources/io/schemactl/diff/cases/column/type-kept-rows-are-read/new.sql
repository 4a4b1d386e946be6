-- unmigratable-back: would be changed without an error
CREATE TABLE checked (a numeric CHECK (a > 0), b integer);
CREATE TABLE unchecked (a numeric, b integer CHECK (b > 0));
ALTER TABLE unchecked ADD CHECK (a > 0) NOT VALID;
CREATE TABLE indexed (a text, b integer);
CREATE INDEX indexed_a ON indexed (a);
CREATE INDEX indexed_b ON indexed (b) WHERE b > 7;
CREATE TABLE partly (a text, b integer);
CREATE INDEX partly_b ON partly (b) WHERE a <> 'x';
CREATE TABLE parent (a text);
CREATE TABLE child (CHECK (a <> 'x')) INHERITS (parent);
CREATE TABLE parts (a integer, b text CHECK (b <> '')) PARTITION BY LIST (a);
