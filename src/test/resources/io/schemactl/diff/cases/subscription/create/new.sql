-- unmigratable: which may be secret
CREATE SUBSCRIPTION s CONNECTION 'host=localhost dbname=none' PUBLICATION p, q WITH (connect = false, slot_name = NONE);
