CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN base AS mood CHECK (VALUE <> 'a');
CREATE DOMAIN upper_one AS base DEFAULT 'b';
CREATE TABLE t (x upper_one[], y base);
