CREATE TABLE t (a text, b varchar(40) DEFAULT 'x', c text);
CREATE INDEX t_a ON t (a);
