package io.schemactl.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generates rows for tables with constraints of all sorts; each file below {@code rows/accepted} makes some.
 *
 * <p>Its first lines may say {@code -- since: 15}; lines {@code -- true: query} ask for what must then be true.
 */
final class GeneratedConstraintsTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/schemactl/rows/accepted");

    static Stream<Arguments> filesOnVersions() throws IOException {
        List<Arguments> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                for (int major : TestServers.ends()) {
                    if (since(file) <= major) {
                        all.add(Arguments.of(file.getFileName().toString(), major));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("filesOnVersions")
    void fillsAllTables(String file, int major) throws SQLException, IOException {
        String sql = Files.readString(FOLDER.resolve(file));
        for (long seed = 1; seed <= 3; seed++) {
            try (RowDatabase database = RowDatabase.of(major, sql)) {
                GeneratedRows generated = database.generate(seed);

                assertEquals(List.of(), generated.empty());
                assertEquals(List.of(), generated.nullReferences());
                for (String question : notes(sql, "true")) {
                    assertEquals("t", database.value(question), question);
                }
            }
        }
    }

    private static int since(Path file) {
        try {
            return notes(Files.readString(file), "since").stream()
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> notes(String sql, String name) {
        String start = "-- " + name + ": ";
        return sql.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
