package io.schemactl.diff;

import io.schemactl.diff.GeneratedSchema.Column;
import io.schemactl.diff.GeneratedSchema.EnumType;
import io.schemactl.diff.GeneratedSchema.Table;
import io.schemactl.diff.GeneratedSchema.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up what ordinary schemas have besides, from templates: {@code {table}} and the like stand for names, {@code «a|b»} for one of
 * some texts.
 */
final class OrdinaryThings {

    private static final Pattern CHOICE = Pattern.compile("«([^»]*)»");

    private static final List<Template> TEMPLATES = List.of(
            new Template("", """
                    CREATE INDEX {name} ON {table} (({column} IS NULL), id «DESC|ASC NULLS FIRST») \
                    INCLUDE ({column})«| WHERE {column} IS NOT NULL»;
                    COMMENT ON INDEX {name} IS 'it''s «one|another»';"""),
            new Template("text", """
                    CREATE INDEX {name} ON {table} (lower({column}) text_pattern_ops, {column} COLLATE "C" DESC);"""),
            new Template("plain", "CREATE UNIQUE INDEX {name} ON {table} (id, ({column} IS «|NOT »NULL));"),
            new Template("plain integer", """
                    ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist (int4range({column}, NULL) WITH &&) \
                    WHERE (id IS NOT NULL)«| DEFERRABLE»;"""),
            new Template(
                    "",
                    "ALTER TABLE {table} ADD CONSTRAINT {name} UNIQUE (id, {column})«| DEFERRABLE INITIALLY DEFERRED»;"),
            new Template("", """
                    ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({column} IS NOT NULL)«| NOT VALID»;
                    COMMENT ON CONSTRAINT {name} ON {table} IS 'it''s «one|another»';"""),
            new Template(
                    "plain",
                    "ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (id) REFERENCES {table}«| NOT VALID»;"),
            new Template("plain", """
                    ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({column} IS NOT NULL OR id IS NOT NULL)«| NO INHERIT»;"""),
            new Template("", """
                    CREATE FUNCTION {name}(a integer DEFAULT 1 + {number}, VARIADIC b text[] DEFAULT '{}') RETURNS SETOF {table} \
                    LANGUAGE sql STABLE ROWS «10|20» AS $$ SELECT * FROM {table} $$;"""),
            new Template("", """
                    CREATE FUNCTION {name}(integer) RETURNS TABLE (id integer, "N n" «text|date») LANGUAGE plpgsql AS $$ BEGIN END $$;
                    CREATE VIEW {name}_view AS SELECT f.«id|"N n"» FROM {name}({number}) f;"""),
            new Template("", """
                    CREATE FUNCTION {name}(a integer, OUT b integer, OUT "C c" text) LANGUAGE plpgsql «STRICT|SECURITY DEFINER» \
                    SET search_path TO public, pg_temp AS $body$ BEGIN b := {number}; END $body$;
                    COMMENT ON FUNCTION {name}(integer) IS 'a\\b';"""),
            new Template("", """
                    CREATE RULE {name} AS ON «DELETE|UPDATE» TO {table} WHERE OLD.{column} IS NULL \
                    DO «ALSO|INSTEAD» UPDATE {table} SET id = OLD.id WHERE false;"""),
            new Template(
                    "", "CREATE PUBLICATION {name} FOR TABLE {table} WITH (publish = '«insert|insert, truncate»');"),
            new Template("", "GRANT «SELECT|INSERT» ({column}), REFERENCES (id) ON {table} TO PUBLIC;"),
            new Template("", "ALTER DEFAULT PRIVILEGES GRANT «SELECT|INSERT» ON TABLES TO PUBLIC;"),
            new Template("", """
                    DO $do$ BEGIN EXECUTE format('«ALTER DATABASE %I SET work_mem TO 8192|ALTER DATABASE %I SET jit TO off|GRANT \
                    CREATE ON DATABASE %I TO pg_monitor|COMMENT ON DATABASE %I IS ''b\\''»', current_database()); END $do$;"""),
            new Template("", """
                    CREATE TRIGGER {name} «BEFORE|AFTER» INSERT ON {table} FOR EACH ROW \
                    EXECUTE FUNCTION touch('a\\b', 'it''s', '«|x»', '{number}', '"');
                    COMMENT ON TRIGGER {name} ON {table} IS '«one|another»';"""),
            new Template("plain", """
                    CREATE CONSTRAINT TRIGGER {name} AFTER UPDATE OF {column} ON {table} «DEFERRABLE|DEFERRABLE INITIALLY DEFERRED» \
                    FOR EACH ROW EXECUTE FUNCTION touch();"""),
            new Template("", """
                    CREATE SCHEMA {name};
                    CREATE TYPE {name}."Kind" AS ENUM ('a', «'b', »'c');
                    CREATE TABLE {name}."Odd ""Table" (id integer PRIMARY KEY, "select" text DEFAULT '«a\\b|it''s»', \
                    kind {name}."Kind"«| DEFAULT 'c'», "Größe" numeric CHECK ("Größe" > {number}));
                    CREATE INDEX "Odd index" ON {name}."Odd ""Table" («"select"|"Größe"»);
                    CREATE VIEW {name}."View" AS SELECT «kind|"Größe"» AS "a b" FROM {name}."Odd ""Table";"""),
            new Template("", """
                    CREATE TABLE {name} (id integer, c text«| NOT NULL») PARTITION BY LIST (id);
                    CREATE TABLE {name}_a PARTITION OF {name} FOR VALUES IN (1) PARTITION BY RANGE (c);
                    CREATE TABLE {name}_a1 PARTITION OF {name}_a FOR VALUES FROM ('a') TO ('«l|m»');
                    «CREATE TABLE {name}_a2 PARTITION OF {name}_a DEFAULT|CREATE TABLE {name}_d PARTITION OF {name} DEFAULT»;
                    «CREATE INDEX {name}_i ON {name} (c)|ALTER TABLE {name} DETACH PARTITION {name}_a|»;"""),
            new Template("", """
                    CREATE TABLE {name} (a integer«| NOT NULL»«|, c text DEFAULT 'c'»«|, CHECK (a > {number})»);
                    CREATE TABLE {name}_child (extra «text|varchar(20)») INHERITS ({name});
                    CREATE INDEX {name}_i ON {name}_child («a|extra»);"""),
            new Template("enum", """
                    CREATE DOMAIN {name} AS {enum}«| DEFAULT '{label}'» CHECK (VALUE <> '{label}');
                    ALTER TABLE {table} ADD COLUMN {name}_c {name};"""),
            new Template("composite", """
                    CREATE DOMAIN {name} AS {composite} CHECK ((VALUE).a0 IS NOT NULL);
                    CREATE FUNCTION {name}_f({name}) RETURNS integer LANGUAGE sql AS $$ SELECT {number} $$;"""),
            new Template("", """
                    CREATE FUNCTION {name}_f() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
                    CREATE EVENT TRIGGER {name} ON ddl_command_end WHEN TAG IN ('«CREATE|ALTER» DOMAIN') EXECUTE FUNCTION {name}_f();"""),
            new Template("", """
                    CREATE STATISTICS {name} («ndistinct|mcv, dependencies») ON id, {column} FROM {table};
                    ALTER STATISTICS {name} SET STATISTICS {number};"""),
            new Template("", "CREATE STATISTICS {name} ON ({column} IS NULL), id FROM {table};"),
            new Template("", """
                    CREATE AGGREGATE {name}(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '{number}');"""),
            new Template("", """
                    CREATE TYPE {name} AS RANGE (SUBTYPE = «integer|bigint»);
                    ALTER TABLE {table} ADD COLUMN {name}_c {name};"""),
            new Template("", """
                    CREATE SEQUENCE {name};
                    ALTER TABLE {table} ADD COLUMN {name}_c bigint DEFAULT nextval('{name}');
                    «ALTER SEQUENCE {name} OWNED BY {table}.{name}_c|COMMENT ON SEQUENCE {name} IS 'free'»;"""),
            new Template("", """
                    ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
                    CREATE POLICY "{name} P" ON {table} FOR INSERT WITH CHECK ({column} IS «|NOT »NULL);"""));

    /** The same, of what is met less often. */
    private static final List<Template> OTHERS = List.of(
            new Template("", """
                    CREATE MATERIALIZED VIEW {name} AS SELECT id, «max|min»(({column} IS NULL)::int) AS a FROM {table} GROUP BY id \
                    WITH «|NO »DATA;
                    CREATE «|UNIQUE »INDEX {name}_i ON {name} («id|a»);"""),
            new Template("", """
                    CREATE VIEW {name} WITH («security_barrier|check_option = local») AS SELECT id, {column} FROM {table} WHERE id IS NOT NULL;
                    COMMENT ON COLUMN {name}.{column} IS '«one|another»';
                    GRANT SELECT ON {name} TO PUBLIC;"""),
            new Template("integer", """
                    CREATE VIEW {name} AS SELECT id, {column} FROM {table};
                    CREATE TRIGGER {name}_t INSTEAD OF «INSERT|UPDATE|INSERT OR DELETE» ON {name} FOR EACH ROW EXECUTE FUNCTION touch();
                    ALTER VIEW {name} ALTER COLUMN {column} SET DEFAULT {number};"""),
            new Template("", """
                    CREATE VIEW {name} AS WITH RECURSIVE w AS (SELECT id, {column}, 1 AS depth FROM {table} \
                    UNION ALL SELECT id, {column}, depth + 1 FROM w WHERE depth < {number}) \
                    SELECT w.*, row_number() OVER (PARTITION BY depth ORDER BY id) AS "N" FROM w;"""),
            new Template("", """
                    CREATE FUNCTION {name}_f(a {table}) RETURNS boolean LANGUAGE sql IMMUTABLE «RETURN (a).id IS NOT NULL|\
                    BEGIN ATOMIC SELECT (a).id IS NULL; END»;
                    CREATE VIEW {name} AS SELECT id, {name}_f({table}) AS known FROM {table};"""),
            new Template("", """
                    CREATE FUNCTION {name}_f(«text|varchar») RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> '{number}' $$;
                    ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({name}_f(id::text));
                    CREATE INDEX {name}_i ON {table} ({name}_f(id::text));"""),
            new Template("text", """
                    CREATE FUNCTION {name}_f(text) RETURNS text LANGUAGE sql IMMUTABLE «STRICT |»AS $$ SELECT upper($1) $$;
                    ALTER TABLE {table} ADD COLUMN {name} text GENERATED ALWAYS AS ({name}_f({column})) STORED;"""),
            new Template("", """
                    CREATE FUNCTION {name}_f() RETURNS «text|varchar» LANGUAGE sql AS $$ SELECT '{number}'::text $$;
                    ALTER TABLE {table} ADD COLUMN {name} text DEFAULT {name}_f();"""),
            new Template("", """
                    CREATE FUNCTION {name}_f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN «RETURN NULL|RETURN NEW»; END $$;
                    CREATE TRIGGER {name} AFTER INSERT ON {table} «REFERENCING NEW TABLE AS n |»\
                    FOR EACH STATEMENT EXECUTE FUNCTION {name}_f();"""),
            new Template("plain", """
                    CREATE «|UNIQUE »INDEX {name} ON {table} (id);
                    ALTER TABLE {table} CLUSTER ON {name};"""),
            new Template("plain", """
                    CREATE UNIQUE INDEX {name} ON {table} (id);
                    ALTER TABLE {table} REPLICA IDENTITY «FULL|NOTHING|USING INDEX {name}»;"""),
            new Template("text", """
                    ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE «EXTERNAL|MAIN»;
                    ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS «100|500»;
                    ALTER TABLE {table} ALTER COLUMN {column} SET (n_distinct = {number});"""),
            new Template("plain", """
                    ALTER TABLE {table} SET (autovacuum_enabled = «false|true», toast.autovacuum_vacuum_threshold = {number});
                    ALTER TABLE {table} ADD CONSTRAINT {name} UNIQUE (id) INCLUDE ({column}) WITH (fillfactor = «50|70»);"""),
            new Template("", """
                    CREATE TYPE {name}_k AS (a integer, b «text|varchar(9)»);
                    CREATE TABLE {name} OF {name}_k (a «NOT NULL|DEFAULT {number}», PRIMARY KEY (a));
                    CREATE FUNCTION {name}_f({name}_k[]) RETURNS SETOF {name} LANGUAGE sql AS $$ SELECT * FROM {name} $$;"""),
            new Template("", """
                    CREATE DOMAIN {name}_d AS integer CHECK (VALUE > 0);
                    CREATE DOMAIN {name} AS {name}_d «NOT NULL|DEFAULT {number}|CHECK (VALUE < 100)»;
                    CREATE TABLE {name}_t (id {name}, many {name}_d[]);"""),
            new Template("", """
                    CREATE FOREIGN DATA WRAPPER {name}_w;
                    CREATE SERVER {name}_s FOREIGN DATA WRAPPER {name}_w OPTIONS (host 'h«1|2»');
                    CREATE FOREIGN TABLE {name} (id integer «NOT NULL|», c text OPTIONS (a '«b|c»')) SERVER {name}_s OPTIONS (t 'x');
                    CREATE VIEW {name}_v AS SELECT «id|c» FROM {name};"""),
            new Template("", """
                    CREATE COLLATION {name}_c (provider = icu, locale = '«de|fr»');
                    CREATE TABLE {name} (id integer PRIMARY KEY, a text COLLATE {name}_c, b varchar(«10|20») COLLATE "C");
                    CREATE INDEX {name}_i ON {name} (a, b COLLATE {name}_c);"""),
            new Template("", """
                    CREATE TEXT SEARCH CONFIGURATION {name}_ts (COPY = simple);
                    CREATE TABLE {name} (id integer, body text, \
                    found tsvector GENERATED ALWAYS AS (to_tsvector('{name}_ts', body)) STORED);
                    CREATE INDEX {name}_i ON {name} USING gin (found)« WITH (fastupdate = off)|»;"""),
            new Template("", """
                    CREATE FUNCTION {name}_f(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 «<|<=» $2 $$;
                    CREATE SCHEMA {name};
                    CREATE OPERATOR {name}.<~< (FUNCTION = {name}_f, LEFTARG = integer, RIGHTARG = integer);"""),
            new Template("", """
                    CREATE UNLOGGED TABLE {name} (id integer GENERATED «ALWAYS|BY DEFAULT» AS IDENTITY PRIMARY KEY, \
                    up integer REFERENCES {name} ON DELETE «CASCADE|SET NULL», n numeric(«8|10»,2) DEFAULT 0«| NOT NULL»);"""),
            new Template("", """
                    CREATE TABLE {name} (id bigserial PRIMARY KEY, at timestamp«tz|» DEFAULT now(), span int4range, \
                    EXCLUDE USING gist (span WITH «&&|=»));
                    COMMENT ON TABLE {name} IS E'a\\nb''«c|d»';"""),
            new Template("", """
                    CREATE PROCEDURE {name}(INOUT a integer, b text DEFAULT '«x|y»') LANGUAGE plpgsql «SECURITY DEFINER |»\
                    SET search_path = «public|pg_catalog» AS $$ BEGIN a := {number}; END $$;
                    REVOKE ALL ON PROCEDURE {name} FROM PUBLIC;"""),
            new Template("", """
                    CREATE VIEW {name} AS SELECT * FROM (VALUES (1, '«a|b»'), («2|3», NULL)) AS v(id, w);
                    CREATE VIEW {name}_2 AS SELECT count(*) AS id, string_agg(w, ', ' ORDER BY w) AS all_of FROM {name};"""),
            new Template("", """
                    CREATE SCHEMA {name};
                    CREATE TABLE {name}.a (id integer PRIMARY KEY«|, b text»);
                    CREATE TABLE {name}.b (a integer REFERENCES {name}.a, t {name}.a);
                    CREATE FUNCTION {name}.f(«{name}.a|integer») RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
                    ALTER DEFAULT PRIVILEGES IN SCHEMA {name} GRANT SELECT ON «TABLES|SEQUENCES» TO PUBLIC;
                    GRANT USAGE ON SCHEMA {name} TO PUBLIC;"""),
            new Template("", "CREATE RULE {name} AS ON INSERT TO {table} DO ALSO NOTIFY «a|b»;"),
            new Template("enum", """
                    CREATE FUNCTION {name}_f(a {enum} DEFAULT '{label}', VARIADIC b {enum}[] DEFAULT '{}') RETURNS TABLE (c {enum}) \
                    LANGUAGE sql AS $$ SELECT a $$;
                    CREATE VIEW {name} AS SELECT c, '{label}'::{enum} AS d FROM {name}_f() WHERE c «=|<>» '{label}';"""),
            new Template("enum", """
                    CREATE TABLE {name} (id integer, state {enum} NOT NULL DEFAULT '{label}', states {enum}[] DEFAULT '{"{label}"}', \
                    CHECK (state «=|<>» '{label}')) PARTITION BY LIST (id);
                    CREATE TABLE {name}_1 PARTITION OF {name} FOR VALUES IN («1|1, 2»);
                    CREATE INDEX {name}_i ON {name} (state) WHERE state = '{label}';"""));

    private final Chance chance;

    OrdinaryThings(Chance chance) {
        this.chance = chance;
    }

    /**
     * What a thing is made of.
     *
     * @param need words for what the table or the column must be, or what there must be besides
     * @param sql the commands
     */
    private record Template(String need, String sql) {
        boolean isAbout(String what) {
            return List.of(need.split(" ")).contains(what);
        }
    }

    /** How many kinds there are. */
    static int kinds() {
        return TEMPLATES.size() + OTHERS.size();
    }

    /** A thing; what it needs may not be there. */
    Thing thing(int kind, int number, String name, GeneratedSchema s) {
        Template template = kind < TEMPLATES.size() ? TEMPLATES.get(kind) : OTHERS.get(kind - TEMPLATES.size());
        Table table = chance.choice(s.tables());
        String type = List.of("text", "integer").stream()
                .filter(template::isAbout)
                .findFirst()
                .orElse("");
        List<Column> columns = table.columns().stream()
                .filter(column -> type.isEmpty() || column.type().equals(type))
                .toList();
        String column = columns.isEmpty() ? "nothing" : chance.choice(columns).name();
        var uses = new ArrayList<String>();
        String sql = chosen(template.sql());
        if (sql.contains("{table}")) {
            uses.add(table.name());
        }
        if (sql.contains("{column}")) {
            uses.add(table.name() + "." + column);
        }
        if (template.isAbout("plain")) {
            uses.add(table.name() + ":plain");
        }
        if (!type.isEmpty()) {
            uses.add(table.name() + "." + column + ":" + type);
        }
        String filled = sql.replace("{name}", name)
                .replace("{table}", table.name())
                .replace("{column}", column)
                .replace("{number}", String.valueOf(1 + chance.below(3)));
        return new Thing(name, number, uses, withTypes(filled, template, uses, s));
    }

    private String withTypes(String sql, Template template, List<String> uses, GeneratedSchema s) {
        if (template.isAbout("enum")) {
            EnumType type = s.enums().isEmpty() ? new EnumType("nothing", List.of("none")) : chance.choice(s.enums());
            String label = chance.choice(type.labels());
            uses.add(type.name());
            uses.add(type.name() + ":" + label);
            return sql.replace("{enum}", type.name()).replace("{label}", label);
        }
        if (template.isAbout("composite")) {
            List<String> types = s.things().stream()
                    .map(Thing::name)
                    .filter(name -> name.startsWith("k_"))
                    .toList();
            String type = types.isEmpty() ? "nothing" : chance.choice(types);
            uses.add(type);
            return sql.replace("{composite}", type);
        }
        return sql;
    }

    private String chosen(String sql) {
        return CHOICE.matcher(sql)
                .replaceAll(choice -> Matcher.quoteReplacement(
                        chance.choice(List.of(choice.group(1).split("\\|", -1)))));
    }
}
