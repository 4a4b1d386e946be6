-- unmigratable: uuid
-- unmigratable-back: integer
CREATE TABLE a (id uuid PRIMARY KEY);
CREATE TABLE b (id uuid PRIMARY KEY REFERENCES a);
CREATE TABLE c (id uuid PRIMARY KEY REFERENCES b);
CREATE TABLE d (id uuid PRIMARY KEY REFERENCES c);
