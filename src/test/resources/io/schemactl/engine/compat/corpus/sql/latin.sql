CREATE TABLE f_latin (a text)
go
INSERT INTO f_latin VALUES ('café; ')
go
INSERT INTO f_latin VALUES ('x')
GO
