CREATE TABLE p (id integer, c text) PARTITION BY LIST (id);
CREATE TABLE p_other PARTITION OF p DEFAULT;
CREATE TABLE p_one (id integer, c text);
CREATE TABLE q (id integer, c text) PARTITION BY LIST (id);
CREATE TABLE q_a_other (id integer, c text);
CREATE TABLE q_one (id integer, c text);
