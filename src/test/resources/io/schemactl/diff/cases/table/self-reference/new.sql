CREATE TABLE nodes (id int PRIMARY KEY, parent int REFERENCES nodes ON DELETE CASCADE, path text);
CREATE INDEX ON nodes (parent);
