CREATE TABLE t (a text DEFAULT '0', b boolean DEFAULT true);
