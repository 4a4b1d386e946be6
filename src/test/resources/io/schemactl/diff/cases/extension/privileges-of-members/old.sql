-- roles: part_reader, "Part User"
CREATE EXTENSION pg_stat_statements;
CREATE EXTENSION hstore;
CREATE EXTENSION postgres_fdw;
