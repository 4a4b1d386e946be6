-- roles: app_reader
COMMENT ON SCHEMA public IS 'mine';
GRANT CREATE ON SCHEMA public TO app_reader WITH GRANT OPTION;
