package io.schemactl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Extension;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.View;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** All sorts of damage that can be done to the objects of a catalog, one at a time. */
final class Damages {

    /**
     * A damage.
     *
     * @param sql does it
     * @param named what a finding about it must name
     */
    record Damage(String sql, String named) {
        @Override
        public String toString() {
            return sql;
        }
    }

    private final List<Damage> all = new ArrayList<>();

    private Damages() {}

    /** Every damage that is known for what is in a catalog, and new objects of every usual kind. */
    static List<Damage> of(Catalog catalog) {
        var damages = new Damages();
        catalog.all(Table.class).forEach(damages::table);
        catalog.all(Index.class).forEach(damages::index);
        catalog.all(Constraint.class).forEach(damages::constraint);
        catalog.all(EnumType.class).forEach(damages::labels);
        catalog.all(Trigger.class).forEach(damages::trigger);
        catalog.all(Routine.class).forEach(damages::routine);
        catalog.all(View.class).forEach(damages::view);
        catalog.all(Sequence.class).forEach(damages::sequence);
        catalog.all(Extension.class).forEach(damages::extension);
        damages.added();
        damages.addedOfRareKinds();
        damages.toTheDatabaseItself();
        return List.copyOf(damages.all);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void add(String named, String sql, Object... names) {
        all.add(new Damage(sql.formatted(names), named));
    }

    private void table(Table table) {
        QualifiedName name = table.name();
        String label = "table " + name.name();
        add("column %s.another".formatted(name.name()), "ALTER TABLE %s ADD another integer", name);
        add(label, "ALTER TABLE %s RENAME TO renamed", name);
        add(label, "ALTER TABLE %s SET (fillfactor = 70)", name);
        add(label, "COMMENT ON TABLE %s IS 'something else'", name);
        add(label, "GRANT SELECT ON %s TO PUBLIC", name);
        add(label, "ALTER TABLE %s OWNER TO pg_monitor", name);
        add(label, "ALTER TABLE %s ENABLE ROW LEVEL SECURITY", name);
        add(label, "ALTER TABLE %s REPLICA IDENTITY FULL", name);
        add(label, "ALTER TABLE %s FORCE ROW LEVEL SECURITY", name);
        add(label, "ALTER TABLE %s SET (toast.autovacuum_enabled = off, autovacuum_analyze_threshold = 9)", name);
        add("child", "CREATE TABLE child () INHERITS (%s)", name);
        add(
                "trigger another on " + name.name(),
                "CREATE TRIGGER another BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                name);
        add("policy everything on " + name.name(), "CREATE POLICY everything ON %s USING (true)", name);
        add("check another on " + name.name(), "ALTER TABLE %s ADD CONSTRAINT another CHECK (true)", name);
        add("rule another on " + name.name(), "CREATE RULE another AS ON DELETE TO %s DO INSTEAD NOTHING", name);
        add(label, "DROP TABLE %s CASCADE", name);
        table.columns().forEach(column -> column(name, column));
    }

    private void column(QualifiedName table, Column column) {
        Identifier name = column.name();
        String label = "%s.%s".formatted(table.name(), name);
        add("column " + label, "ALTER TABLE %s DROP %s CASCADE", table, name);
        add("column " + label, "COMMENT ON COLUMN %s.%s IS 'something else'", table, name);
        add("column " + label, "ALTER TABLE %s ALTER %s SET STATISTICS 7", table, name);
        add("column " + label, "ALTER TABLE %s ALTER %s SET (n_distinct = 7)", table, name);
        add("column " + label, "GRANT SELECT (%2$s) ON %1$s TO PUBLIC", table, name);
        add("another_name", "ALTER TABLE %s RENAME %s TO another_name", table, name);
        if (column.defaultExpression() == null) {
            add(
                    "column " + label,
                    "ALTER TABLE %s ALTER %s SET DEFAULT coalesce(NULL, NULL::%s)",
                    table,
                    name,
                    column.type());
        } else {
            add("column " + label, "ALTER TABLE %s ALTER %s DROP DEFAULT", table, name);
        }
        if (!column.notNull()) {
            add("column " + label, "ALTER TABLE %s ALTER %s SET NOT NULL", table, name);
        }
    }

    private void index(Index index) {
        if (index.constraint() != null) {
            return;
        }
        var name = new QualifiedName(index.relation().schema(), index.name());
        String label = "index %s on %s".formatted(index.name(), index.relation().name());
        add(label, "DROP INDEX %s", name);
        add(label, "COMMENT ON INDEX %s IS 'something else'", name);
        add(label, "UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = '%s'::regclass", name);
        add("renamed", "ALTER INDEX %s RENAME TO renamed", name);
        if (index.method().equals("btree")) {
            add(label, "ALTER INDEX %s SET (fillfactor = 50)", name);
        }
    }

    private void constraint(Constraint constraint) {
        Identifier name = constraint.name();
        String label = "%s on %s".formatted(name, constraint.relation().name());
        add(label, "ALTER TABLE %s DROP CONSTRAINT %s CASCADE", constraint.relation(), name);
        add(label, "COMMENT ON CONSTRAINT %2$s ON %1$s IS 'something else'", constraint.relation(), name);
        add("renamed", "ALTER TABLE %s RENAME CONSTRAINT %s TO renamed", constraint.relation(), name);
        if (constraint instanceof ForeignKey) {
            add(label, "ALTER TABLE %s ALTER CONSTRAINT %s DEFERRABLE", constraint.relation(), name);
            add(
                    label,
                    "UPDATE pg_catalog.pg_constraint SET convalidated = false WHERE conname = '%s' AND conrelid = '%s'::regclass",
                    name.name(),
                    constraint.relation());
        }
    }

    private void labels(EnumType type) {
        String label = "enum " + type.name().name();
        add(label, "ALTER TYPE %s ADD VALUE 'another'", type.name());
        add(
                label,
                "ALTER TYPE %s ADD VALUE 'another' BEFORE '%s'",
                type.name(),
                type.labels().get(0));
        add(
                label,
                "ALTER TYPE %s RENAME VALUE '%s' TO 'another'",
                type.name(),
                type.labels().get(0));
        add(label, "COMMENT ON TYPE %s IS 'something else'", type.name());
        add(label, "GRANT USAGE ON TYPE %s TO pg_monitor", type.name());
    }

    private void trigger(Trigger trigger) {
        QualifiedName table = trigger.relation();
        String label = "trigger %s on %s".formatted(trigger.name(), table.name());
        add(label, "DROP TRIGGER %s ON %s", trigger.name(), table);
        add(label, "ALTER TABLE %s DISABLE TRIGGER %s", table, trigger.name());
        add(label, "ALTER TABLE %s ENABLE ALWAYS TRIGGER %s", table, trigger.name());
        add(label, "COMMENT ON TRIGGER %s ON %s IS 'something else'", trigger.name(), table);
        add("renamed", "ALTER TRIGGER %s ON %s RENAME TO renamed", trigger.name(), table);
    }

    private void routine(Routine routine) {
        String signature = "%s(%s)".formatted(routine.name(), routine.arguments());
        String label = "%s(%s)".formatted(routine.name().name(), routine.arguments());
        add(label, "DROP ROUTINE %s CASCADE", signature);
        add(label, "ALTER ROUTINE %s SECURITY DEFINER", signature);
        add(label, "ALTER ROUTINE %s SET work_mem = '1MB'", signature);
        add(label, "ALTER FUNCTION %s COST 7", signature);
        add(label, "REVOKE EXECUTE ON ROUTINE %s FROM PUBLIC", signature);
        add(label, "COMMENT ON ROUTINE %s IS 'something else'", signature);
        add(
                label,
                "UPDATE pg_catalog.pg_proc SET prosrc = prosrc || E'\\n-- changed' WHERE oid = '%s'::regprocedure",
                signature);
    }

    private void view(View view) {
        String word = view.materialized() ? "MATERIALIZED VIEW" : "VIEW";
        String label = "view " + view.name().name();
        add(label, "DROP %s %s CASCADE", word, view.name());
        add(label, "COMMENT ON %s %s IS 'something else'", word, view.name());
        if (!view.materialized()) {
            add(label, "ALTER VIEW %s SET (security_barrier = true)", view.name());
        }
    }

    private void sequence(Sequence sequence) {
        String label = "sequence " + sequence.name().name();
        add(label, "ALTER SEQUENCE %s INCREMENT 7", sequence.name());
        add(label, "ALTER SEQUENCE %s CYCLE", sequence.name());
        add(label, "COMMENT ON SEQUENCE %s IS 'something else'", sequence.name());
    }

    private void extension(Extension extension) {
        String label = "extension " + extension.name().display();
        add(label, "DROP EXTENSION %s CASCADE", extension.name());
        add(label, "COMMENT ON EXTENSION %s IS 'something else'", extension.name());
        add(label, "CREATE SCHEMA elsewhere; ALTER EXTENSION %s SET SCHEMA elsewhere", extension.name());
        add(label, """
                DO $$
                DECLARE
                    member regprocedure;
                BEGIN
                    SELECT min(d.objid)::regprocedure INTO STRICT member
                    FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid
                    WHERE d.deptype = 'e' AND d.classid = 'pg_proc'::regclass AND x.extname = '%s';
                    EXECUTE format('REVOKE EXECUTE ON ROUTINE %%s FROM PUBLIC', member);
                END
                $$""", extension.name().name());
    }

    private void added() {
        add("schema another", "CREATE SCHEMA another");
        add("table another", "CREATE TABLE another (id integer)");
        add("view another", "CREATE VIEW another AS SELECT 1 AS one");
        add("materialized view another", "CREATE MATERIALIZED VIEW another AS SELECT 1 AS one");
        add("sequence another", "CREATE SEQUENCE another");
        add("enum another", "CREATE TYPE another AS ENUM ('a')");
        add("domain another", "CREATE DOMAIN another AS integer");
        add("another", "CREATE TYPE another AS (a integer)");
        add("function another()", "CREATE FUNCTION another() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
        add("procedure another()", "CREATE PROCEDURE another() LANGUAGE sql AS 'SELECT 1'");
        add("publication another", "CREATE PUBLICATION another FOR ALL TABLES");
        add("extension citext", "CREATE EXTENSION citext");
        add("privileges", "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC");
        add("schema public", "GRANT CREATE ON SCHEMA public TO pg_monitor");
        add("schema public", "COMMENT ON SCHEMA public IS 'something else'");
        add("another", "CREATE CAST (boolean AS date) WITH INOUT; CREATE COLLATION another (locale = 'C')");
    }

    private void addedOfRareKinds() {
        add("table other.another", "CREATE SCHEMA other CREATE TABLE another (id integer PRIMARY KEY)");
        add("another", "CREATE TYPE another AS RANGE (SUBTYPE = integer)");
        add("aggregate another(integer)", "CREATE AGGREGATE another(integer) (SFUNC = int4pl, STYPE = integer)");
        add("operator", "CREATE OPERATOR #=# (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4pl)");
        add("operator family another", "CREATE OPERATOR FAMILY another USING btree");
        add("text search configuration another", "CREATE TEXT SEARCH CONFIGURATION another (COPY = english)");
        add("text search dictionary another", "CREATE TEXT SEARCH DICTIONARY another (TEMPLATE = simple)");
        add("conversion another", "CREATE CONVERSION another FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8");
        add("access method another", "CREATE ACCESS METHOD another TYPE INDEX HANDLER bthandler");
        add("event trigger another", """
                CREATE FUNCTION another() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER another ON sql_drop EXECUTE FUNCTION another()""");
        add("foreign-data wrapper another", "CREATE FOREIGN DATA WRAPPER another OPTIONS (a 'b')");
        add("server another", "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER another FOREIGN DATA WRAPPER w");
        add("server another", """
                CREATE FOREIGN DATA WRAPPER w;
                CREATE SERVER another FOREIGN DATA WRAPPER w;
                CREATE USER MAPPING FOR PUBLIC SERVER another;
                CREATE FOREIGN TABLE far (a integer) SERVER another;
                ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA public GRANT SELECT ON TABLES TO pg_signal_backend""");
        add("privileges", "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
        add("language another", "CREATE LANGUAGE another HANDLER plpgsql_call_handler");
    }

    private void toTheDatabaseItself() {
        add("database itself", onDatabase("ALTER DATABASE this_one SET search_path TO \"$user\", public"));
        add("database itself", onDatabase("ALTER ROLE CURRENT_USER IN DATABASE this_one SET work_mem TO ''1GB''"));
        add("database itself", onDatabase("ALTER DATABASE this_one CONNECTION LIMIT 7"));
        add("database itself", onDatabase("COMMENT ON DATABASE this_one IS ''somebody''''s''"));
        add("database itself", onDatabase("REVOKE TEMPORARY ON DATABASE this_one FROM PUBLIC"));
        add("database itself", onDatabase("GRANT CREATE ON DATABASE this_one TO pg_monitor WITH GRANT OPTION"));
    }

    private static String onDatabase(String command) {
        return "DO $$ BEGIN EXECUTE replace('" + command + "', 'this_one', quote_ident(current_database())); END $$";
    }
}
