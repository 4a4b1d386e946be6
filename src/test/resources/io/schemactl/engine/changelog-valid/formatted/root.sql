--liquibase formatted sql

--property name:schema value:app

--changeset ann:1 runOnChange:true context:"a or b" labels:"x, y" dbms:postgresql,h2 splitStatements:false endDelimiter:; runInTransaction:false
--comment: what it does
--preconditions onFail:MARK_RAN onError:HALT onUpdateSQL:TEST
--precondition-sql-check expectedResult:0 select 0
--validCheckSum: 9:abc
create table ${schema}.a (b int);
-- just a comment
--rollback drop table a;

--changeset "ann lee":"two words" stripComments:false
select 2;
/* liquibase rollback
drop table b;
*/
--ignoreLines:1
--changeset ignored:1
--ignoreLines:start
--changeset ignored:2
--ignoreLines:end
--changeset ann:3 dbms:oracle
select 3;
--rollback not required
