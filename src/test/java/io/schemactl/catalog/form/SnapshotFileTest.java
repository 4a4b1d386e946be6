package io.schemactl.catalog.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Catalog;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SnapshotFileTest {

    private static final Path GOLDEN = Path.of("src/test/resources/catalog");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsBackWhatItWrote(int majorVersion) throws Exception {
        try (var database = RichDatabase.create(majorVersion)) {
            var snapshot = new Snapshot(RichDatabase.read(database), majorVersion);
            String text = SnapshotFile.print(snapshot);

            assertEquals(snapshot, SnapshotFile.read(write(text)));
            assertEquals(snapshot, SnapshotFile.read(write(text.replace("\n", "\r\n"))));
            assertEquals(text, SnapshotFile.print(SnapshotFile.read(write(text))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void looksAsItDidWhenItWasReviewed(int majorVersion) throws Exception {
        try (var database = RichDatabase.create(majorVersion)) {
            String text = SnapshotFile.print(new Snapshot(RichDatabase.read(database), majorVersion));
            Path golden = GOLDEN.resolve("rich-%d.schema.yaml".formatted(majorVersion));
            if (Boolean.getBoolean("schemactl.golden.update")) {
                Files.writeString(golden, text);
            }

            assertEquals(Files.readString(golden), text);
        }
    }

    @Test
    void printsEmptyCatalogs() throws Exception {
        var snapshot = new Snapshot(Catalog.of(List.of()), 17);

        assertEquals(snapshot, SnapshotFile.read(write(SnapshotFile.print(snapshot))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cycle: true   | cycel: true   | 11:5 unknown key `cycel`; did you mean `cycle`?
            cycle: true   | cycle: maybe  | 11:12 this must be true or false
            type: integer | type: [1]     | 8:11 this must be one value
            type: integer | owned-by: { relation: A.b, column: a } | 7:3 this is no object: not a name as PostgreSQL would print it: A.b (names that are not plain lower-case words stand in double quotes)
            cache: 3      | cache: x      | 10:12 this must be a number
            format: 1     | format: 2     | 2:1 the snapshot has format 2, this schemactl reads format 1
            sequences:    | sequenzes:    | 6:1 unknown key `sequenzes`; did you mean `sequences`?
            cache: 3      | cache: 4      | 4:1 the snapshot was edited by hand or merged: its digest does not fit what it says
            cache: 3      | type: bigint  | 10:5 key `type` appears twice; the first is on line 8
            cache: 3      | cache: *three | 10:12 this file can have no aliases
            cache: 3      | cache:        | 7:3 this is no object: `cache` is missing
            format: 1     | # no format   | 3:1 `format` is missing; this is no snapshot
            cache: 3      | persistence: logged | 10:18 unknown value `logged`; possible are permanent, unlogged, temporary
            """)
    void saysWhereAFileIsWrong(String right, String wrong, String message) throws Exception {
        String text = SnapshotFile.print(new Snapshot(Catalog.of(List.of(TestObjects.SEQUENCE)), 17));
        Path file = write(text.replace(right, wrong));
        assertTrue(text.contains(right), text);

        Problem problem = assertThrows(ProblemException.class, () -> SnapshotFile.read(file))
                .problem();

        String where = String.valueOf(problem.position());
        assertEquals(message, where.substring(where.indexOf(".yaml:") + 6) + " " + problem.message());
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("schema.yaml"), text);
    }
}
