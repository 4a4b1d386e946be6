CREATE TABLE t (a integer, b bytea);
