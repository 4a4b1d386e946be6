-- since: 18
CREATE EXTENSION btree_gist;
CREATE TABLE contact (id int NOT NULL, valid tstzrange NOT NULL, CONSTRAINT contact_pkey PRIMARY KEY (id, valid));
CREATE TABLE talk (
  id int PRIMARY KEY, contact int NOT NULL, valid tstzrange NOT NULL,
  CONSTRAINT talk_contact FOREIGN KEY (contact, valid) REFERENCES contact (id, valid)
);
