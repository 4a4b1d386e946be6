CREATE SCHEMA trade;
CREATE TABLE trade.orders (id serial, note text);
CREATE VIEW trade.numbers AS SELECT id FROM trade.orders;
