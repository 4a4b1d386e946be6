INSERT INTO c VALUES (1, 2, 3, 4);
-- kept: SELECT id, x, y, z FROM c
