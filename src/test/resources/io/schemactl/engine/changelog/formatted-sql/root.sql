--liquibase formatted sql
select 'lost';
--property name:schema value:app
--changeset ann:1 runOnChnage:true runAlways:yess labels: x context:"a or b"
--preconditions onFail:HALTT onEror:HALT
--precondition-sql-check expectedResult:0 select 0
create table ${schema}.a (b int);
select '${undefined}';
--rolback drop table a;
--changeset ann
select 1;
--changeset ann:1
select 2;
--rollback empty
-rollback drop table a;
--precondition-sql-check 0
--precondition-table-exist table:t
--changeset ann:empty
-- nothing
-changeset ann:3
