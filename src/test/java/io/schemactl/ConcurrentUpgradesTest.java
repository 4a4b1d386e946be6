package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several upgrades at once on one fresh database. */
final class ConcurrentUpgradesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void runEveryChangeSetOnce(int processes) throws Exception {
        try (var project = FaultProject.write(Project.in(folder))) {
            var children = new ArrayList<Child>();
            for (int i = 0; i < processes; i++) {
                children.add(project.start("upgrade"));
            }

            for (Child child : children) {
                assertEquals(0, child.code(), child.toString());
                assertFalse(child.err().contains("already exists"), child.toString());
            }
            assertEquals(IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList(), project.applied());
        }
    }

    /** Threads of one process come much closer to each other than processes do. */
    @Test
    void doNotRaceForTheHistoryTable() throws Exception {
        for (int i = 0; i < 10; i++) {
            try (var project = Project.in(folder).sql("CREATE TABLE a ()", "CREATE TABLE b ()")) {
                var runs = IntStream.range(0, 4)
                        .mapToObj(run -> CompletableFuture.supplyAsync(() -> project.run("upgrade")))
                        .toList();

                for (var run : runs) {
                    assertEquals(0, run.get().code(), run.get().toString());
                }
                assertEquals(2, project.applied().size());
            }
        }
    }
}
