package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However and whenever an upgrade is broken off, the next one completes it. */
final class FaultTest {

    private static final int KILLS = 50;
    private static final int ROLLBACKS = 15;
    private static final int INTERRUPTIONS = 15;
    private static final int TERMINATIONS = 20;
    private static final long PAUSE_MILLIS = 2;

    private static final String SESSION =
            "FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'schemactl%'";

    @TempDir
    Path folder;

    private final long seed = Long.getLong("schemactl.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private FaultProject.State undisturbed;
    private Duration took;

    /** The undisturbed run says where to go, and how long the way is. */
    @BeforeEach
    void runUndisturbed() throws Exception {
        try (var project = fresh();
                var child = project.start("upgrade")) {
            awaitSession(project, child);
            long start = System.nanoTime();
            assertEquals(0, child.code(), child.toString());
            took = Duration.ofNanos(System.nanoTime() - start);
            undisturbed = FaultProject.State.of(project);
        }
    }

    @Test
    void completesAfterKills() throws Exception {
        var applied = new TreeMap<Integer, Integer>();
        int notes = 0;
        for (int i = 0; i < KILLS; i++) {
            try (var project = fresh();
                    var child = project.start("upgrade")) {
                awaitSession(project, child);
                Thread.sleep(random.nextLong(took.toMillis() + 1));
                child.kill();
                applied.merge(applied(project), 1, Integer::sum);

                var next = project.run("upgrade");

                assertEquals(0, next.code(), () -> "seed " + seed + "\n" + next);
                assertEquals(undisturbed, FaultProject.State.of(project), () -> "seed " + seed + "\n" + next);
                notes += next.err().contains("was started before") ? 1 : 0;
            }
        }
        System.out.printf(
                "%d kills within %d ms, seed %d; kills by applied change sets: %s; %d between statements%n",
                KILLS, took.toMillis(), seed, applied, notes);
    }

    @Test
    void completesAfterInterruptions() throws Exception {
        var codes = new TreeMap<Integer, Integer>();
        for (int i = 0; i < INTERRUPTIONS; i++) {
            try (var project = fresh();
                    var child = project.start("upgrade")) {
                awaitSession(project, child);
                Thread.sleep(random.nextLong(took.toMillis() + 1));
                child.signal("INT");
                int code = child.code();
                codes.merge(code, 1, Integer::sum);
                assertTrue(code == 0 || code == 130, () -> "seed " + seed + ", exit " + code + "\n" + child);
                assertTrue(
                        code == 0
                                || child.out().contains("applied")
                                || child.err().contains("error[interrupted]"),
                        () -> "seed " + seed + "\n" + child);

                var next = project.run("upgrade");

                assertEquals(0, next.code(), () -> "seed " + seed + "\n" + next);
                assertEquals(undisturbed, FaultProject.State.of(project), () -> "seed " + seed + "\n" + next);
            }
        }
        System.out.printf("%d interruptions, seed %d; exit codes: %s%n", INTERRUPTIONS, seed, codes);
    }

    @Test
    void rollbackCompletesAfterKills() throws Exception {
        var applied = new TreeMap<Integer, Integer>();
        for (int i = 0; i < ROLLBACKS; i++) {
            try (var project = fresh()) {
                assertEquals(0, project.run("upgrade").code());
                try (var child = project.start("rollback", "--all")) {
                    awaitSession(project, child);
                    Thread.sleep(random.nextLong(2 * took.toMillis() + 1));
                    child.kill();
                }
                applied.merge(applied(project), 1, Integer::sum);

                var next = project.run("rollback", "--all");

                assertEquals(0, next.code(), () -> "seed " + seed + "\n" + next);
                assertTrue(FaultProject.State.isEmpty(project), () -> "seed " + seed + "\n" + next);
            }
        }
        System.out.printf("%d rollbacks killed, seed %d; by applied change sets: %s%n", ROLLBACKS, seed, applied);
    }

    @Test
    void completesAfterTheServerEndedTheSession() throws Exception {
        var applied = new TreeMap<Integer, Integer>();
        int broken = 0;
        for (int i = 0; i < TERMINATIONS; i++) {
            try (var project = fresh()) {
                var run = CompletableFuture.supplyAsync(() -> project.run("upgrade"));
                Thread.sleep(random.nextLong(took.toMillis() + 1));
                project.query("SELECT pg_terminate_backend(pid) " + SESSION);
                var first = run.get();
                applied.merge(applied(project), 1, Integer::sum);
                broken += first.code() == 0 ? 0 : 1;
                assertTrue(
                        first.code() == 0 || first.err().contains("error[connection-lost]"),
                        () -> "seed " + seed + "\n" + first);

                var next = project.run("upgrade");

                assertEquals(0, next.code(), () -> "seed " + seed + "\n" + next);
                assertEquals(undisturbed, FaultProject.State.of(project), () -> "seed " + seed + "\n" + next);
            }
        }
        System.out.printf("%d of %d sessions ended in time, seed %d; %s%n", broken, TERMINATIONS, seed, applied);
    }

    private Project fresh() throws Exception {
        return FaultProject.write(Project.in(Files.createTempDirectory(folder, "run")));
    }

    private static void awaitSession(Project project, Child child) throws Exception {
        try (Connection watcher = project.database().connect();
                var statement = watcher.prepareStatement("SELECT 1 " + SESSION)) {
            while (child.isAlive()) {
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return;
                    }
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        throw new AssertionError("never connected: " + child);
    }

    private static int applied(Project project) throws SQLException {
        boolean exists = project.query("SELECT to_regclass('databasechangelog') IS NOT NULL")
                .get(0)
                .equals("t");
        return exists ? project.applied().size() : 0;
    }
}
