package io.schemactl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the history has no room for is found before anything is contacted. */
final class HistoryRoomTest {

    @TempDir
    private Path folder;

    @Test
    void refusesWhatTheHistoryCannotHold() {
        var e = assertThrows(ProblemException.class, () -> load("i".repeat(256), "ann", "c".repeat(256)));

        assertEquals(
                List.of(
                        "the id is longer than the 255 characters that the history has room for",
                        "the list of contexts is longer than the 255 characters that the history has room for"),
                e.problems().stream().map(Problem::message).toList());
    }

    @Test
    void takesWhatJustFits() throws IOException {
        assertEquals(
                1,
                load("ü".repeat(255), "a".repeat(255), "c".repeat(255))
                        .entries()
                        .size());
    }

    private Changelog load(String id, String author, String context) throws IOException {
        Path root = folder.resolve("changelog.yaml");
        Files.writeString(root, """
                databaseChangeLog:
                  - changeSet:
                      id: "%s"
                      author: "%s"
                      context: "%s"
                      changes: [ { sql: { sql: SELECT 1 } } ]
                """.formatted(id, author, context));
        return Changelog.load(new ChangelogRequest(root, folder, Map.of(), null, null, null, null, List.of()));
    }
}
