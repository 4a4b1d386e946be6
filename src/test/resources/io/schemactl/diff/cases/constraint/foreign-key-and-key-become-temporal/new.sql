CREATE EXTENSION btree_gist;
CREATE TABLE contact (id int NOT NULL, valid tstzrange NOT NULL, CONSTRAINT contact_pkey PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE talk (
  id int PRIMARY KEY, contact int NOT NULL, valid tstzrange NOT NULL,
  CONSTRAINT talk_contact FOREIGN KEY (contact, PERIOD valid) REFERENCES contact (id, PERIOD valid)
);
