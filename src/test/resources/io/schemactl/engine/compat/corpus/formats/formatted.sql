--liquibase formatted sql logicalFilePath:formats/logical.sql

--property name:local.prop value:made_by_formatted
--changeset dan:formatted-1 labels:always,x context:test
--comment: A comment in SQL
CREATE TABLE ${local.prop} (a text);
INSERT INTO ${local.prop} VALUES ('a;b');
--rollback DROP TABLE made_by_formatted;

--changeset dan:formatted-2 splitStatements:false runOnChange:true
CREATE OR REPLACE FUNCTION f_sql() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;
--rollback DROP FUNCTION f_sql;

--changeset dan:formatted-3 endDelimiter:/ stripComments:false
--preconditions onFail:MARK_RAN onError:MARK_RAN
--precondition-sql-check expectedResult:1 SELECT count(*) FROM made_by_formatted
--precondition-table-exists table:made_by_formatted
CREATE TABLE fmt_3 (a int)
/
CREATE TABLE fmt_4 (a int)
/
--rollback DROP TABLE fmt_3;
--rollback DROP TABLE fmt_4;

--changeset dan:formatted-4 failOnError:false dbms:postgresql runInTransaction:true
--validCheckSum: ANY
CREATE TABLE fmt_5 (a int);
/* liquibase rollback
DROP TABLE fmt_5;
*/

--changeset dan:formatted-5
--preconditions onFail:MARK_RAN
--precondition-view-exists view:nope
SELECT 1;
--rollback empty

--changeset dan:formatted-6 context:other
nonsense;
--rollback not required

--changeset dan:formatted-7
SELECT 7;
--rollback empty

--ignoreLines:2
--changeset dan:ignored
nonsense;
--changeset dan:formatted-8 runWith:jdbc
SELECT 8;
--rollback not required
