--liquibase formatted sql
--changeset ann:1
create table a (b int);
--rolback drop table a;
--  rolback is a word
