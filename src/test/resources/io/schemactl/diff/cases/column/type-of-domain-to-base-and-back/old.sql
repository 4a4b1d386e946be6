CREATE DOMAIN amount AS numeric(10,2);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN label AS varchar(20) NOT NULL;
CREATE DOMAIN day AS timestamptz;
CREATE TABLE t (
  a amount DEFAULT 1.5, b numeric(10,2), c positive, d integer CHECK (d > 0), e label, f varchar(10), g positive, h bigint, i day, j label);
CREATE INDEX t_b ON t (b);
CREATE INDEX t_c ON t (c) WHERE c > 5;
