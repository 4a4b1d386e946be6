-- true: SELECT count(*) >= 3 FROM guarded
-- true: SELECT bool_and(name = upper(name)) FROM altered
CREATE FUNCTION guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state NOT IN ('draft', 'sent') THEN
        RAISE EXCEPTION 'state % is not allowed', NEW.state;
    END IF;
    RETURN NEW;
END $$;
CREATE TABLE guarded (state text NOT NULL, name text);
CREATE TRIGGER guard BEFORE INSERT ON guarded FOR EACH ROW EXECUTE FUNCTION guard();
CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.name := upper(NEW.name);
    RETURN NEW;
END $$;
CREATE TABLE altered (id integer PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TRIGGER shout BEFORE INSERT OR UPDATE ON altered FOR EACH ROW EXECUTE FUNCTION shout();
CREATE TABLE to_altered (name text NOT NULL REFERENCES altered (name));
CREATE TABLE secured (id integer PRIMARY KEY, tenant text NOT NULL);
ALTER TABLE secured ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY only_one ON secured USING (tenant = 'one');
