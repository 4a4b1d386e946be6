--liquibase formatted sql
--changeset dan:all-10
CREATE TABLE all_10 (a int);
--rollback DROP TABLE all_10;
