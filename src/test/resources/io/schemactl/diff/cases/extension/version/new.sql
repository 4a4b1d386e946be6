-- unmigratable-back: cannot go back
CREATE EXTENSION pg_trgm VERSION '1.6';
