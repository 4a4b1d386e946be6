--liquibase formatted sql logicalFilePath:head/er
--changeset ann:5 logicalFilePath:x/y
select 1;
--changeset ann:6
select 2;
