-- unmigratable: text values in table public.t cannot become integer
CREATE TYPE c AS (a int);
CREATE TABLE t OF c;
