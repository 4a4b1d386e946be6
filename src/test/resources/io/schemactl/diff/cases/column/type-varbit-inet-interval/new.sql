CREATE TABLE t (a bit varying(16), b cidr, c interval(0), d timetz);
