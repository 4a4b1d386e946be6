CREATE TABLE t (a varchar(20), b varchar(20) DEFAULT 'x', c char(5));
CREATE INDEX t_a ON t (a);
