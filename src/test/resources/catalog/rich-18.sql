-- What PostgreSQL 18 added.
CREATE TABLE newest (a integer CONSTRAINT named NOT NULL NO INHERIT, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL);
ALTER TABLE newest ADD CONSTRAINT never CHECK (a > 0) NOT ENFORCED;
CREATE TABLE periods (id int4range, during daterange, PRIMARY KEY (id, during WITHOUT OVERLAPS));
