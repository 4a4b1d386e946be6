-- unmigratable-back: cannot become one that is only inherited
CREATE TABLE p (a int NOT NULL, typed bigint, given int DEFAULT 2, enlarged varchar(20), other int);
CREATE TABLE p1 () INHERITS (p);
CREATE TABLE p2 (a int NOT NULL, gone int, typed int, given int DEFAULT 1, enlarged varchar(10), other int NOT NULL,
    CONSTRAINT checked CHECK (other > 0));
CREATE TABLE p3 (a int NOT NULL, typed text, given int DEFAULT 3, enlarged varchar(20), other int, own text);
CREATE TABLE p3a () INHERITS (p3);
