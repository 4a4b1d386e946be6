CREATE TABLE p (a int NOT NULL, gone int, typed int, given int DEFAULT 1, enlarged varchar(10), other int NOT NULL,
    CONSTRAINT checked CHECK (other > 0));
CREATE TABLE p1 () INHERITS (p);
CREATE TABLE p2 () INHERITS (p);
CREATE TABLE p3 (own text) INHERITS (p);
CREATE TABLE p3a () INHERITS (p3);
