CREATE SUBSCRIPTION s CONNECTION 'host=localhost dbname=none' PUBLICATION p WITH (connect = false, slot_name = 'slot', streaming = true, synchronous_commit = 'local');
COMMENT ON SUBSCRIPTION s IS 'subscription';
