CREATE EXTENSION btree_gist;
CREATE TABLE bookings (room int, during tstzrange, gone boolean, CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT gone) DEFERRABLE INITIALLY DEFERRED);
