CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE event (id int, region text, amount int) PARTITION BY LIST (region);
CREATE TABLE north PARTITION OF event FOR VALUES IN ('north', 'far north');
CREATE TRIGGER note AFTER INSERT OR UPDATE ON event FOR EACH ROW EXECUTE FUNCTION noted();
