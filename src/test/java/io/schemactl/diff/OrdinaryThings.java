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
        return TEMPLATES.size();
    }

    /** A thing; what it needs may not be there. */
    Thing thing(int kind, int number, String name, GeneratedSchema s) {
        Template template = TEMPLATES.get(kind);
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
