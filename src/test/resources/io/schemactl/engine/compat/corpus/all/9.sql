--liquibase formatted sql
--changeset dan:all-9
CREATE TABLE all_9 (a int);
--rollback DROP TABLE all_9;
