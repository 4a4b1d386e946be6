--liquibase formatted sql
--changeset dan:all-B
CREATE TABLE all_B (a int);
--rollback DROP TABLE all_B;
