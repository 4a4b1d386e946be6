package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change set that is executed in ranges of a key changes each row once, however it is broken off. */
final class BatchFaultTest extends BatchCase {

    private final long seed = Long.getLong("schemactl.test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("versions")
    void killsLoseNothingAndRepeatNothingWhileOthersWrite(int version) throws Exception {
        open(version);
        counted.table("bigint", "i");
        counted.increment("size=500 pause=5ms");
        var stop = new AtomicBoolean();
        var writer = CompletableFuture.supplyAsync(() -> write(stop));
        int kills = 0;
        long before = 0;
        try {
            while (kills < 6) {
                try (var child = project.start("upgrade")) {
                    long least = before;
                    Child.await("the batch gets on", () -> !child.isAlive() || counted.changed() > least);
                    assertTrue(child.isAlive(), child.toString());
                    Thread.sleep(random.nextLong(60));
                    child.kill();
                }
                kills++;
                before = counted.changed();
            }
        } finally {
            stop.set(true);
        }
        long written = writer.get();
        assertTrue(
                before > 0 && before < CountedRows.ROWS,
                "seed %d: %d rows changed after the kills".formatted(seed, before));
        var status = project.run("status");
        assertTrue(status.err().contains("rows are changed); run `schemactl upgrade`"), status.err());

        var last = project.run("upgrade");

        assertEquals(0, last.code(), () -> "seed " + seed + "\n" + last);
        assertTrue(last.err().contains("goes on behind the rows that are done"), last.err());
        assertEquals(
                List.of("1 " + (CountedRows.ROWS + written)), counted.counts(), () -> "seed " + seed + "\n" + last);
        assertTrue(written > 0, "nothing was written meanwhile");
        counted.assertAtRest();
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
        counted.table("bigint", "i");
        counted.increment("size=500 pause=1h");
        try (var child = project.start("upgrade")) {
            Child.await("the first range", () -> !child.isAlive() || counted.changed() > 0);
            assertTrue(child.isAlive(), child.toString());
            child.signal("INT");
            assertEquals(130, child.code(), child.toString());
            assertTrue(child.err().contains("the next run goes on there"), child.err());
        }
        assertEquals(500, counted.changed());

        counted.increment("size=60000");
        var next = project.run("upgrade");

        assertEquals(0, next.code(), next.toString());
        assertEquals(List.of("1 " + CountedRows.ROWS), counted.counts());
    }

    /** In READ COMMITTED an UPDATE waits for another's, and goes on; in REPEATABLE READ it fails, and a second attempt does not. */
    @Test
    void triesARangeAgainThatMeetsWhatOthersChanged() throws Exception {
        counted.table("bigint", "i");
        counted.increment("size=200000");
        project.database()
                .execute("ALTER DATABASE \"%s\" SET default_transaction_isolation = 'repeatable read'"
                        .formatted(project.database().name()));
        try (Connection other = project.database().connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE counted SET n = n WHERE id = 50000");
            var run = CompletableFuture.supplyAsync(() -> project.run("upgrade", "--lock-timeout", "1m"));
            try (Connection watch = project.database().connect()) {
                Child.await("the batch waits", () -> isWaiting(watch));
            }
            other.commit();

            assertEquals(0, run.get().code(), run.get().toString());
            assertTrue(
                    run.get().err().contains("met what others changed meanwhile"),
                    run.get().err());
        }
        assertEquals(List.of("1 " + CountedRows.ROWS), counted.counts());
    }

    private static boolean isWaiting(Connection watch) throws SQLException {
        try (var statement = watch.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }

    @Test
    void triesARangeAgainThatCannotGetItsLock() throws Exception {
        counted.table("bigint", "i");
        counted.increment("size=40000");
        try (Connection blocker = project.database().connect();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("SELECT FROM counted WHERE id = 50000 FOR UPDATE");

            var refused = project.run("upgrade", "--lock-timeout", "100ms", "--lock-retries", "1");

            assertEquals(5, refused.code(), refused.toString());
            assertTrue(refused.err().contains("error[lock-timeout]"), refused.err());
            assertEquals(40_000, counted.changed());
            blocker.rollback();
        }

        var next = project.run("upgrade", "--lock-timeout", "100ms");

        assertEquals(0, next.code(), next.toString());
        assertEquals(List.of("1 " + CountedRows.ROWS), counted.counts());
    }
}
