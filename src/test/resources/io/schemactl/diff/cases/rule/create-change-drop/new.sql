CREATE TABLE t (a int);
CREATE TABLE log (a int, at timestamptz DEFAULT now());
CREATE RULE fresh AS ON UPDATE TO t WHERE OLD.a > 5 DO INSTEAD NOTHING;
CREATE RULE changed AS ON INSERT TO t DO ALSO (INSERT INTO log (a) VALUES (NEW.a); NOTIFY changes);
COMMENT ON RULE changed ON t IS 'logs';
