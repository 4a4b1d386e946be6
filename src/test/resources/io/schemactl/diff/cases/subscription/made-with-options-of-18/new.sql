CREATE SUBSCRIPTION s CONNECTION 'host=localhost dbname=none' PUBLICATION p, q WITH (connect = false, slot_name = NONE, streaming = parallel, origin = 'none', binary = true);
