CREATE FUNCTION from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_headline';
CREATE FUNCTION to_sql(internal) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'textrecv';
CREATE TRANSFORM FOR bytea LANGUAGE plpgsql (TO SQL WITH FUNCTION to_sql(internal));
COMMENT ON TRANSFORM FOR bytea LANGUAGE plpgsql IS 'transform';
