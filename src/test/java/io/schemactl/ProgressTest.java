package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal sees of long work. */
final class ProgressTest {

    @TempDir
    Path folder;

    @Test
    void showsWhatTheServerSaysOfAnIndexBuild() throws Exception {
        try (var project = Project.in(folder);
                var writer = project.database().connect();
                var statement = writer.createStatement()) {
            project.database().execute("CREATE TABLE a (x int)");
            project.changelog(Project.changeSet(1, false, "CREATE INDEX CONCURRENTLY i ON a (x)"));
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO a VALUES (1)");
            var run = CompletableFuture.supplyAsync(() -> project.onTerminal("upgrade", "--lock-timeout", "300ms"));
            Child.await(
                    "the build waits",
                    () -> !project.query(
                                    "SELECT 1 FROM pg_stat_progress_create_index WHERE datname = current_database()")
                            .isEmpty());
            Thread.sleep(1500);
            writer.rollback();

            assertEquals(0, run.get().code(), run.get().toString());
            assertTrue(
                    run.get().err().contains("(waiting for writers before build"),
                    run.get().err());
        }
    }
}
