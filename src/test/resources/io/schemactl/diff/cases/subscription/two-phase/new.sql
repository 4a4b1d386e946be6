-- unmigratable: two_phase
-- unmigratable-back: two_phase
CREATE SUBSCRIPTION s CONNECTION 'host=localhost dbname=none' PUBLICATION p WITH (connect = false, slot_name = NONE, two_phase = true);
