package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A change set that is executed in ranges of a key: each row once, whatever happens. */
final class BatchTest {

    private static final int ROWS = 100_000;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("schemactl.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Project project;

    @AfterEach
    void close() throws SQLException {
        project.close();
    }

    private void open(int version) {
        project = new Project(folder, TestServers.freshDatabase(version));
    }

    /** A table whose rows count how often they were changed. */
    private void table(String keyType, String key) throws SQLException {
        project.database().execute("""
                CREATE TABLE counted (id %s PRIMARY KEY, n int NOT NULL DEFAULT 0);
                INSERT INTO counted (id) SELECT %s FROM generate_series(1, %d) AS i;
                ANALYZE counted""".formatted(keyType, key, ROWS));
    }

    private void batch(String attribute, String sql, String rollback) {
        project.changelog("""
                  - changeSet:
                      id: "1"
                      author: test
                      runInTransaction: false
                      schemactl:batch: %s
                      changes:
                        - sql: { sql: "%s" }
                      rollback:
                        - sql: { sql: "%s" }
                """.formatted(attribute, sql, rollback));
    }

    private void increment(String options) {
        batch(
                "table=counted key=c.id " + options,
                "UPDATE counted c SET n = n + 1 WHERE true /* batch */",
                "UPDATE counted c SET n = n - 1 WHERE true /* batch */");
    }

    private List<String> counts() throws SQLException {
        return project.query("SELECT n || ' ' || count(*) FROM counted GROUP BY n ORDER BY n");
    }

    private void assertAtRest() throws SQLException {
        assertEquals(List.of("null"), project.query("SELECT to_regclass('databasechangelog_started')"));
    }

    static Stream<Arguments> keys() {
        var types = List.of(
                List.of("bigint", "i * 7 - 350000"),
                List.of("uuid", "md5(i::text)::uuid"),
                List.of("text COLLATE \"C\"", "chr(33 + i % 90) || '''\\\\' || i"),
                List.of("varchar(20)", "CASE i % 2 WHEN 0 THEN 'ä' ELSE 'Z' END || i"),
                List.of("timestamptz", "timestamptz '2020-01-01' + i * interval '1.000001 s'"),
                List.of("numeric", "i / 7.0"));
        return TestServers.versions().stream()
                .flatMap(version -> types.stream().map(type -> Arguments.of(version, type.get(0), type.get(1))));
    }

    @ParameterizedTest(name = "[{0}, {1}]")
    @MethodSource("keys")
    void changesEachRowOnceWhateverTheKeyIs(int version, String keyType, String key) throws Exception {
        open(version);
        table(keyType, key);
        project.database()
                .execute("ALTER DATABASE \"%s\" SET datestyle = 'German'"
                        .formatted(project.database().name()));
        increment("size=7000");

        var up = project.run("upgrade");

        assertEquals(0, up.code(), up.toString());
        assertTrue(up.err().contains("100,000 rows changed; run `ANALYZE counted`"), up.err());
        assertEquals(List.of("1 " + ROWS), counts());
        assertEquals(List.of("15"), project.query("SELECT count(DISTINCT xmin::text) FROM counted"), "transactions");
        assertAtRest();

        var back = project.run("rollback", "--all");

        assertEquals(0, back.code(), back.toString());
        assertEquals(List.of("0 " + ROWS), counts());
        assertAtRest();
    }

    static Stream<Integer> versions() {
        return TestServers.versions().stream();
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("versions")
    void killsLoseNothingAndRepeatNothingWhileOthersWrite(int version) throws Exception {
        open(version);
        table("bigint", "i");
        increment("size=500 pause=5ms");
        var stop = new AtomicBoolean();
        var writer = CompletableFuture.supplyAsync(() -> write(stop));
        int kills = 0;
        long before = 0;
        try {
            while (kills < 6) {
                try (var child = project.start("upgrade")) {
                    long least = before;
                    Child.await("the batch gets on", () -> !child.isAlive() || changed() > least);
                    assertTrue(child.isAlive(), child.toString());
                    Thread.sleep(random.nextLong(60));
                    child.kill();
                }
                kills++;
                before = changed();
            }
        } finally {
            stop.set(true);
        }
        long written = writer.get();
        assertTrue(before > 0 && before < ROWS, "seed %d: %d rows changed after the kills".formatted(seed, before));
        var status = project.run("status");
        assertTrue(status.err().contains("rows are changed); run `schemactl upgrade`"), status.err());

        var last = project.run("upgrade");

        assertEquals(0, last.code(), () -> "seed " + seed + "\n" + last);
        assertTrue(last.err().contains("goes on behind the rows that are done"), last.err());
        assertEquals(List.of("1 " + (ROWS + written)), counts(), () -> "seed " + seed + "\n" + last);
        assertTrue(written > 0, "nothing was written meanwhile");
        assertAtRest();
    }

    private long changed() throws SQLException {
        return Long.parseLong(
                project.query("SELECT count(*) FROM counted WHERE n > 0").get(0));
    }

    /** Adds rows behind the last key, one by one. */
    private long write(AtomicBoolean stop) {
        try (Connection connection = project.database().connect();
                var statement = connection.createStatement()) {
            long written = 0;
            while (!stop.get()) {
                statement.execute("INSERT INTO counted (id) SELECT max(id) + 1 FROM counted");
                written++;
                Thread.sleep(5);
            }
            return written;
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void goesOnAfterAnInterruption() throws Exception {
        open(TestServers.versions().get(0));
        table("bigint", "i");
        increment("size=500 pause=1h");
        try (var child = project.start("upgrade")) {
            Child.await("the first range", () -> !child.isAlive() || changed() > 0);
            assertTrue(child.isAlive(), child.toString());
            child.signal("INT");
            assertEquals(130, child.code(), child.toString());
            assertTrue(child.err().contains("the next run goes on there"), child.err());
        }
        assertEquals(500, changed());

        increment("size=60000");
        var next = project.run("upgrade");

        assertEquals(0, next.code(), next.toString());
        assertEquals(List.of("1 " + ROWS), counts());
    }

    @Test
    void triesARangeAgainThatCannotGetItsLock() throws Exception {
        open(TestServers.versions().get(0));
        table("bigint", "i");
        increment("size=40000");
        try (Connection blocker = project.database().connect();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("SELECT FROM counted WHERE id = 50000 FOR UPDATE");

            var refused = project.run("upgrade", "--lock-timeout", "100ms", "--lock-retries", "1");

            assertEquals(5, refused.code(), refused.toString());
            assertTrue(refused.err().contains("error[lock-timeout]"), refused.err());
            assertEquals(40_000, changed());
            blocker.rollback();
        }

        var next = project.run("upgrade", "--lock-timeout", "100ms");

        assertEquals(0, next.code(), next.toString());
        assertEquals(List.of("1 " + ROWS), counts());
    }

    @Test
    void planShowsTheRangesAndTheScriptLeadsToTheSameEnd() throws Exception {
        open(TestServers.versions().get(0));
        table("bigint", "i");
        increment("size=40000 pause=100ms analyze=true");

        String plan = project.run("plan").out();

        assertTrue(
                plan.contains("in ranges of 40000 rows of counted, each in a transaction of its own, pauses of 100ms"),
                plan);
        assertTrue(plan.contains("WHERE (c.id > :from AND c.id <= :to)"), plan);
        String script = project.run("upgrade", "--dry-run").out();
        assertTrue(
                script.contains("-- schemactl executes it in ranges of 40000 rows; here it is one statement\n"),
                script);
        // Nobody else holds the lock, which is all that psql would decide.
        PsqlScript.run(
                project.database(),
                script.replace(" \\gset", ";").replaceAll("(?m)^DO \\$schemactl\\$ BEGIN RAISE.*$", ""));
        assertEquals(List.of("1 " + ROWS), counts());
        assertTrue(project.run("status").out().contains("applied"));
        assertEquals(0, project.run("status", "--check").code());
    }

    @Test
    void deletesAndInsertsInRanges() throws Exception {
        open(TestServers.versions().get(0));
        table("bigint", "i");
        project.database().execute("CREATE TABLE copy AS TABLE counted WITH NO DATA");
        batch(
                "table=counted key=id size=30000 analyze=true",
                "INSERT INTO copy SELECT id, 1 FROM counted WHERE id % 2 = 0 AND true /* batch */",
                "DELETE FROM copy WHERE true /* batch */");

        var up = project.run("upgrade");

        assertEquals(0, up.code(), up.toString());
        assertTrue(up.err().contains("50,000 rows changed\n"), up.err());
        assertEquals(List.of("50000"), project.query("SELECT count(*) FROM copy"));
        assertEquals(0, project.run("rollback", "--all").code());
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM copy"));
    }

    @Test
    void refusesKeysWhoseRangesCannotBeFound() throws Exception {
        open(TestServers.versions().get(0));
        project.database()
                .execute(
                        "CREATE TABLE t (a int, b int, c int NOT NULL); CREATE INDEX ON t (a); CREATE INDEX ON t USING hash (c)");
        for (var said : List.of(
                List.of("nowhere", "id", "there is no table nowhere with a column id"),
                List.of("t", "a", "the key a of t may be null, and no range holds such rows"),
                List.of("t", "c", "t has no B-tree index that begins with c"))) {
            batch(
                    "table=%s key=%s".formatted(said.get(0), said.get(1)),
                    "UPDATE t SET b = 1 WHERE true /* batch */",
                    "SELECT 1");
            var run = project.run("upgrade");
            assertEquals(3, run.code(), run.toString());
            assertTrue(run.err().contains(said.get(2)), run.err());
            assertTrue(run.err().contains("changelog.yaml:8:"), run.err());
        }
        Files.delete(folder.resolve("changelog.yaml"));
    }
}
