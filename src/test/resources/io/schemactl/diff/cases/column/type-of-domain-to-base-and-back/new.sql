CREATE DOMAIN amount AS numeric(10,2);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN label AS varchar(20) NOT NULL;
CREATE DOMAIN day AS timestamptz;
CREATE TABLE t (
  a numeric(10,2) DEFAULT 1.5, b amount, c integer, d positive CHECK (d > 0), e varchar(20), f label, g bigint, h positive, i timestamptz, j text);
CREATE INDEX t_b ON t (b);
CREATE INDEX t_c ON t (c) WHERE c > 5;
