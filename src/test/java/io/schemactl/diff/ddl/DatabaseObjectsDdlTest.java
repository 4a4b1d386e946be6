package io.schemactl.diff.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.EventTrigger;
import io.schemactl.catalog.ForeignDataWrapper;
import io.schemactl.catalog.Publication;
import io.schemactl.catalog.Server;
import io.schemactl.catalog.Statistics;
import io.schemactl.catalog.Subscription;
import io.schemactl.catalog.UserMapping;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.diff.Statement;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands about a database's own objects make is read back equal. */
final class DatabaseObjectsDdlTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void changesForeignDataWrappersInPlace(int major) throws SQLException {
        try (var cases = new Cases<>(major, new ForeignDataWrapperDdl(), ForeignDataWrapper.class, "")) {
            cases.alters(
                    "CREATE FOREIGN DATA WRAPPER \"W x\" VALIDATOR postgresql_fdw_validator",
                    "CREATE FOREIGN DATA WRAPPER y OPTIONS (\"A b\" 'it''s', c '\\')");
            cases.alters(
                    "CREATE FOREIGN DATA WRAPPER w OPTIONS (a '1', b '2')",
                    "CREATE FOREIGN DATA WRAPPER w OPTIONS (b '3', c '')");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void changesServersInPlaceUnlessTheirTypeDiffers(int major) throws SQLException {
        try (var cases = new Cases<>(
                major,
                new ServerDdl(),
                Server.class,
                "CREATE FOREIGN DATA WRAPPER w; CREATE FOREIGN DATA WRAPPER w2")) {
            cases.alters(
                    "CREATE SERVER s TYPE 't' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'a', port '1')",
                    "CREATE SERVER z TYPE 't' FOREIGN DATA WRAPPER w OPTIONS (host 'b', dbname 'c')");
            cases.replaces("CREATE SERVER s TYPE 't' FOREIGN DATA WRAPPER w", "CREATE SERVER s FOREIGN DATA WRAPPER w");
            cases.replaces("CREATE SERVER s FOREIGN DATA WRAPPER w", "CREATE SERVER s FOREIGN DATA WRAPPER w2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void takesOptionsOfUserMappingsButGivesNone(int major) throws SQLException {
        var ddl = new UserMappingDdl();
        try (var cases = new Cases<>(
                major,
                ddl,
                UserMapping.class,
                "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w")) {
            String with = "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (\"User\" 'x')";
            String without = "CREATE USER MAPPING FOR PUBLIC SERVER s";
            cases.creates(without);
            cases.creates("CREATE USER MAPPING FOR pg_monitor SERVER s");
            cases.changes(with, without);
            UserMapping secret = cases.read(with);
            Context context = cases.context();
            assertThrows(Unmigratable.class, () -> ddl.create(secret, context));
            UserMapping none = cases.read(without);
            assertThrows(Unmigratable.class, () -> ddl.alter(none, secret, context));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void changesTheStateOfEventTriggersInPlace(int major) throws SQLException {
        try (var cases = new Cases<>(major, new EventTriggerDdl(), EventTrigger.class, """
                CREATE SCHEMA x; CREATE FUNCTION x.f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'""")) {
            String plain =
                    "CREATE EVENT TRIGGER e ON ddl_command_start WHEN TAG IN ('DROP TABLE', 'ALTER TABLE') EXECUTE FUNCTION x.f()";
            cases.alters(plain, plain.replace(" e ", " f ") + "; ALTER EVENT TRIGGER f DISABLE");
            cases.alters(plain, plain + "; ALTER EVENT TRIGGER e ENABLE REPLICA");
            cases.alters(plain + "; ALTER EVENT TRIGGER e ENABLE ALWAYS", plain);
            cases.replaces(plain, "CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION x.f()");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 17, 18})
    void changesTargetsAndNamesOfStatisticsInPlace(int major) throws SQLException {
        try (var cases = new Cases<>(
                major,
                new StatisticsDdl(),
                Statistics.class,
                "CREATE SCHEMA x; CREATE TABLE t (a int, \"B b\" int, c text)")) {
            String all = "CREATE STATISTICS s ON lower(c), a, \"B b\", (a * 2) FROM t";
            cases.alters(all, all.replace(" s ", " x.z ") + "; ALTER STATISTICS x.z SET STATISTICS 7");
            cases.alters(all + "; ALTER STATISTICS s SET STATISTICS 0", all);
            cases.replaces(all, "CREATE STATISTICS s (mcv) ON a, \"B b\" FROM t");
            cases.creates("CREATE STATISTICS s ON (a + 1) FROM t");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 18})
    void changesPublicationsInPlace(int major) throws SQLException {
        try (var cases = new Cases<>(major, new PublicationDdl(), Publication.class, """
                CREATE SCHEMA x; CREATE TABLE t (id int PRIMARY KEY, "B b" int);
                    CREATE TABLE u (id int) PARTITION BY LIST (id); CREATE TABLE above (id int);
                    CREATE TABLE below () INHERITS (above)""")) {
            cases.creates("CREATE PUBLICATION p FOR ALL TABLES");
            cases.creates("CREATE PUBLICATION p FOR TABLE ONLY above");
            cases.alters(
                    "CREATE PUBLICATION p FOR TABLE t, u WITH (publish_via_partition_root)",
                    "CREATE PUBLICATION q FOR TABLE u, above WITH (publish = 'insert, delete')");
            cases.alters("CREATE PUBLICATION p FOR TABLE t", "CREATE PUBLICATION p WITH (publish = '')");
            cases.alters("CREATE PUBLICATION p", "CREATE PUBLICATION p FOR TABLE t");
            cases.replaces("CREATE PUBLICATION p", "CREATE PUBLICATION p FOR ALL TABLES");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void changesMembersOfPublicationsInPlace(int major) throws SQLException {
        try (var cases = new Cases<>(major, new PublicationDdl(), Publication.class, """
                CREATE SCHEMA x; CREATE SCHEMA "Y y"; CREATE TABLE t (id int PRIMARY KEY, "B b" int, c boolean)""")) {
            String filtered = "CREATE PUBLICATION p FOR TABLE t (\"B b\", id) WHERE (id > 1 AND id < 5)";
            cases.alters(filtered, "CREATE PUBLICATION p FOR TABLE t (id)");
            cases.alters(filtered, "CREATE PUBLICATION p FOR TABLE t WHERE (c), TABLES IN SCHEMA \"Y y\"");
            cases.alters("CREATE PUBLICATION p FOR TABLES IN SCHEMA x, \"Y y\"", filtered);
            cases.alters("CREATE PUBLICATION p FOR TABLES IN SCHEMA x, \"Y y\"", "CREATE PUBLICATION p");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 18)
    void changesThatGeneratedColumnsArePublished(int major) throws SQLException {
        try (var cases = new Cases<>(major, new PublicationDdl(), Publication.class, "")) {
            cases.alters(
                    "CREATE PUBLICATION p FOR ALL TABLES",
                    "CREATE PUBLICATION p FOR ALL TABLES WITH (publish_generated_columns = stored)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void changesSubscriptionsInPlaceButMakesNone(int major) throws SQLException {
        var ddl = new SubscriptionDdl();
        try (var cases = new Cases<>(major, ddl, Subscription.class, "")) {
            String name = "s_" + Long.toHexString(System.nanoTime());
            String make =
                    "CREATE SUBSCRIPTION %s CONNECTION 'host=h' PUBLICATION %s WITH (connect = false, slot_name = NONE, enabled = false%s)";
            String from = make.formatted(name, "p, q", ", binary");
            String to = make.formatted(
                    name + "x",
                    "q, r",
                    ", streaming = " + (major >= 16 ? "parallel" : "on")
                            + ", synchronous_commit = local"
                            + (major >= 15 ? ", disable_on_error" : "")
                            + (major >= 16 ? ", origin = none, run_as_owner, password_required = false" : ""));
            cases.changes(from, to);
            Subscription subscription = cases.read(from);
            Context context = cases.context();
            assertThrows(Unmigratable.class, () -> ddl.create(subscription, context));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 17, 18})
    void changesDefaultPrivileges(int major) throws SQLException {
        try (var cases = new Cases<>(major, new DefaultPrivilegesDdl(), DefaultPrivileges.class, "CREATE SCHEMA x")) {
            String noPublic = "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC";
            cases.alters(noPublic, "ALTER DEFAULT PRIVILEGES GRANT ALL ON FUNCTIONS TO pg_monitor WITH GRANT OPTION");
            cases.alters(
                    "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM CURRENT_USER",
                    "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC");
            cases.alters(
                    "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TYPES FROM CURRENT_USER, PUBLIC",
                    "ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC");
            cases.alters(
                    "ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SEQUENCES FROM CURRENT_USER",
                    "ALTER DEFAULT PRIVILEGES REVOKE UPDATE ON SEQUENCES FROM CURRENT_USER");
            cases.alters(
                    "ALTER DEFAULT PRIVILEGES REVOKE CREATE ON SCHEMAS FROM CURRENT_USER",
                    "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO PUBLIC");
            String inSchema = "ALTER DEFAULT PRIVILEGES IN SCHEMA x GRANT ";
            cases.alters(
                    inSchema + "SELECT, UPDATE ON TABLES TO pg_monitor WITH GRANT OPTION",
                    inSchema + "SELECT ON TABLES TO pg_monitor; " + inSchema
                            + "INSERT ON TABLES TO CURRENT_USER, PUBLIC");
            if (major >= 18) {
                cases.creates("ALTER DEFAULT PRIVILEGES REVOKE UPDATE ON LARGE OBJECTS FROM CURRENT_USER");
            }
        }
    }

    /** A database in which objects of a kind are made, one at a time. */
    private static final class Cases<T extends CatalogObject> implements AutoCloseable {

        private final TestDatabase database;
        private final Ddl<T> ddl;
        private final Class<T> type;
        private final Catalog empty;

        /** The first statements make what the objects need. */
        Cases(int major, Ddl<T> ddl, Class<T> type, String before) throws SQLException {
            this.database = TestServers.freshDatabase(major);
            this.ddl = ddl;
            this.type = type;
            database.execute(before);
            this.empty = catalog();
        }

        void creates(String sql) throws SQLException {
            T object = read(sql);
            execute(ddl.create(object, context()));
            assertEquals(object, only());
            drop(object);
        }

        void alters(String from, String to) throws SQLException {
            creates(from);
            creates(to);
            changes(from, to);
            changes(to, from);
        }

        void changes(String from, String to) throws SQLException {
            T wanted = read(to);
            database.execute(from);
            Optional<List<Step>> steps = ddl.alter(only(), wanted, context());
            assertTrue(steps.isPresent(), () -> from + " -> " + to);
            execute(steps.orElseThrow());
            assertEquals(wanted, only());
            drop(wanted);
        }

        void replaces(String from, String to) throws SQLException {
            creates(from);
            creates(to);
            assertFalse(ddl.alter(read(from), read(to), context()).isPresent());
        }

        T read(String sql) throws SQLException {
            database.execute(sql);
            T object = only();
            drop(object);
            return object;
        }

        /** What the objects need stays. */
        Context context() {
            return new Context(empty, empty, database.majorVersion(), false);
        }

        private void drop(T object) throws SQLException {
            execute(ddl.drop(object, context()));
            assertEquals(empty, catalog());
        }

        private T only() throws SQLException {
            List<T> objects = catalog().all(type).toList();
            assertEquals(1, objects.size(), objects::toString);
            return objects.get(0);
        }

        private Catalog catalog() throws SQLException {
            try (Connection connection = database.connect()) {
                return CatalogReader.read(connection, Scope.everything());
            }
        }

        private void execute(List<Step> steps) throws SQLException {
            var statements = new ArrayList<Statement>();
            steps.forEach(step -> statements.addAll(step.statements()));
            for (Statement statement : statements) {
                database.execute(statement.sql());
            }
        }

        @Override
        public void close() throws SQLException {
            database.close();
        }
    }
}
