CREATE TABLE kind (id int PRIMARY KEY);
CREATE TABLE event (id int, kind int CONSTRAINT of_kind REFERENCES kind) PARTITION BY LIST (id);
CREATE TABLE first (id int, kind int CONSTRAINT a_first REFERENCES kind);
CREATE TABLE second (id int, kind int CONSTRAINT second REFERENCES kind);
