-- roles: schema_owner
SELECT 1;
