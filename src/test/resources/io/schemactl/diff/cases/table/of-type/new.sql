CREATE TYPE point3 AS (x float8, y float8, z float8);
CREATE TABLE points OF point3 (x DEFAULT 0);
