package io.schemactl.catalog.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * A catalog query: its {@code .sql} file, and what a row of it becomes.
 *
 * @param file the name of the file, without its ending
 * @param since the major versions from which on a sibling file {@code file-version.sql} replaces it, ascending
 * @param mapper makes a value of a row
 */
record Query<T>(String file, List<Integer> since, Mapper<T> mapper) {

    /** A query whose text is the same for all versions. */
    static <T> Query<T> of(String file, Mapper<T> mapper) {
        return new Query<>(file, List.of(), mapper);
    }

    /** The query's text for a server of a major version. */
    String text(int major) {
        String name = since.stream()
                .filter(version -> version <= major)
                .reduce((older, newer) -> newer)
                .map(version -> file + "-" + version)
                .orElse(file);
        try (InputStream stream = Query.class.getResourceAsStream(name + ".sql")) {
            if (stream == null) {
                throw new IllegalStateException("no file " + name + ".sql");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }
}
