--liquibase formatted sql
--changeset dan:all-a
CREATE TABLE all_a (a int);
--rollback DROP TABLE all_a;
