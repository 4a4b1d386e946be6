-- since: 18
CREATE SUBSCRIPTION s CONNECTION 'host=localhost dbname=none' PUBLICATION p WITH (connect = false, slot_name = NONE, streaming = off);
