CREATE SCHEMA gone;
CREATE TABLE gone.t (a int);
