package io.schemactl.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.db.Interruption;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Position;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TracerTest {

    private static final Position HERE = new Position(Path.of("changelog.yaml"), 7, 3);

    private static final String SCHEMA = """
            CREATE TABLE shop (id int PRIMARY KEY, name varchar(10), size int NOT NULL DEFAULT 1);
            CREATE TABLE sale (id int PRIMARY KEY, shop_id int, at timestamp);
            ALTER TABLE sale ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
            CREATE INDEX sale_at ON sale (at);
            CREATE TABLE "Odd ""Name" (id int);
            INSERT INTO shop SELECT n, 'n' FROM generate_series(1, 10) n;
            INSERT INTO sale SELECT n, n, now() FROM generate_series(1, 10) n;
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE shop ADD COLUMN a int                        | public.shop ACCESS EXCLUSIVE
            ALTER TABLE shop ADD COLUMN a timestamptz DEFAULT clock_timestamp() | public.shop ACCESS EXCLUSIVE rewritten scanned, public.shop_pkey ACCESS EXCLUSIVE rewritten
            ALTER TABLE shop ALTER COLUMN name TYPE text             | public.shop ACCESS EXCLUSIVE
            ALTER TABLE shop ALTER COLUMN size TYPE bigint           | public.shop ACCESS EXCLUSIVE rewritten scanned, public.shop_pkey ACCESS EXCLUSIVE rewritten
            ALTER TABLE shop ALTER COLUMN name SET NOT NULL          | public.shop ACCESS EXCLUSIVE scanned
            CREATE INDEX i ON shop (name)                            | public.i made, public.shop SHARE scanned
            DROP INDEX sale_at                                       | public.sale ACCESS EXCLUSIVE, public.sale_at ACCESS EXCLUSIVE dropped
            DROP TABLE sale                                          | public.sale ACCESS EXCLUSIVE dropped, public.sale_at ACCESS EXCLUSIVE dropped, public.sale_pkey ACCESS EXCLUSIVE dropped
            ALTER TABLE sale VALIDATE CONSTRAINT positive            | public.sale SHARE UPDATE EXCLUSIVE scanned
            UPDATE shop SET size = 2 WHERE id < 4                    | public.shop ROW EXCLUSIVE updated 3, public.shop_pkey ROW EXCLUSIVE
            CREATE TABLE fresh (id int)                              | public.fresh made
            COMMENT ON TABLE "Odd ""Name" IS 'x'                     | public."Odd ""Name" SHARE UPDATE EXCLUSIVE
            """)
    void seesWhatAStatementDoesInATransaction(String sql, String expected) throws SQLException {
        for (int major : TestServers.ends()) {
            try (TestDatabase database = TestServers.freshDatabase(major)) {
                database.execute(SCHEMA);

                assertEquals(expected, traced(database, true, sql), sql + " on " + major);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE INDEX CONCURRENTLY i ON shop (name) | public.i made, public.shop SHARE UPDATE EXCLUSIVE scanned
            ALTER TABLE sale VALIDATE CONSTRAINT positive | public.sale SHARE UPDATE EXCLUSIVE scanned
            ALTER TABLE shop ALTER COLUMN name SET NOT NULL | public.shop ACCESS EXCLUSIVE scanned
            ALTER TABLE sale ADD CHECK (shop_id > 0)   | public.sale ACCESS EXCLUSIVE scanned
            CREATE INDEX i ON shop (name) | public.i made, public.shop SHARE scanned
            DROP INDEX CONCURRENTLY sale_at            | public.sale SHARE UPDATE EXCLUSIVE, public.sale_at SHARE UPDATE EXCLUSIVE dropped
            VACUUM FULL shop                           | public.shop ACCESS EXCLUSIVE rewritten scanned, public.shop_pkey rewritten
            """)
    void seesWhatAStatementDoesThatRunsAlone(String sql, String expected) throws SQLException {
        for (int major : TestServers.ends()) {
            try (TestDatabase database = TestServers.freshDatabase(major)) {
                database.execute(SCHEMA);

                assertEquals(
                        expected,
                        traced(database, false, sql).replace("public.shop_pkey ACCESS EXCLUSIVE", "public.shop_pkey"),
                        sql + " on " + major);
            }
        }
    }

    @Test
    void seesWhatRowsAStatementReadsAndChangesThatRunsAlone() throws SQLException {
        for (int major : TestServers.ends()) {
            try (TestDatabase database = TestServers.freshDatabase(major)) {
                database.execute(SCHEMA);

                // Nothing waits for its lock, so that it may be over before anybody sees that.
                String seen =
                        traced(database, false, "UPDATE shop SET size = 2").replace(" ROW EXCLUSIVE", "");
                assertEquals("public.shop scanned updated 10", seen.replace(", public.shop_pkey", ""), "on " + major);
            }
        }
    }

    @Test
    void tellsWhatTheStoryMadeFromWhatOthersUse() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase()) {
            database.execute(SCHEMA);

            assertEquals(
                    """
                    public.fresh made
                    public.fresh young scanned updated 2
                    public.shop SHARE ROW EXCLUSIVE""",
                    traced(
                            database,
                            true,
                            "CREATE TABLE fresh (shop_id int); INSERT INTO fresh VALUES (1), (2)",
                            "UPDATE fresh SET shop_id = 3",
                            "ALTER TABLE fresh ADD FOREIGN KEY (shop_id) REFERENCES shop NOT VALID"));
        }
    }

    static Stream<String> lockModes() {
        return Stream.of("AccessShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "AccessExclusiveLock");
    }

    @ParameterizedTest
    @MethodSource("lockModes")
    void knowsTheServersNamesOfLocks(String name) {
        assertEquals(name, LockMode.find(name).map(LockModeName::of).orElseThrow());
    }

    /** The name back from the words. */
    private static final class LockModeName {
        static String of(LockMode mode) {
            var name = new StringBuilder();
            for (String word : mode.words().split(" ")) {
                name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
            }
            return name + "Lock";
        }
    }

    private static String traced(TestDatabase database, boolean inTransaction, String... statements)
            throws SQLException {
        try (WorkConnection work = connect(database);
                var tracer = new Tracer(work, () -> connect(database))) {
            tracer.storyBegins();
            if (inTransaction) {
                work.execute("BEGIN");
            }
            for (String sql : statements) {
                tracer.executes(sql, HERE);
                work.execute(sql);
                tracer.executed();
            }
            if (inTransaction) {
                work.execute("COMMIT");
            }
            return String.join(
                    "\n", tracer.take().stream().map(TracerTest::words).toList());
        }
    }

    private static WorkConnection connect(TestDatabase database) throws SQLException {
        return new WorkConnection(
                DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple"),
                new Interruption(),
                notice -> {});
    }

    private static String words(StatementTrace trace) {
        List<String> relations = trace.relations().stream()
                .map(relation -> (relation.name() + lock(relation) + existence(relation) + work(relation.work())))
                .toList();
        return String.join(", ", relations);
    }

    private static String lock(RelationTrace relation) {
        LockMode taken = relation.taken();
        return taken == null ? "" : " " + taken.words();
    }

    private static String existence(RelationTrace relation) {
        return switch (relation.existence()) {
            case OLD -> "";
            case YOUNG -> " young";
            case MADE -> " made";
            case DROPPED -> " dropped";
        };
    }

    private static String work(RelationTrace.Work work) {
        return (work.rewritten() ? " rewritten" : "")
                + (work.scans() > 0 ? " scanned" : "")
                + (work.updated() > 0 ? " updated " + work.updated() : "");
    }
}
