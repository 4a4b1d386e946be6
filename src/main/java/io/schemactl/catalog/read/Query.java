package io.schemactl.catalog.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A catalog query: its {@code .sql} file, and what a row of it becomes.
 *
 * @param file the name of the file, without its ending
 * @param since the major versions from which on a sibling file {@code file-version.sql} replaces it, ascending
 * @param mapper makes a value of a row
 */
record Query<T>(String file, List<Integer> since, Mapper<T> mapper) {

    /** How many rows the driver takes from the server at once. */
    private static final int FETCH_SIZE = 5_000;

    /** A query whose text is the same for all versions. */
    static <T> Query<T> of(String file, Mapper<T> mapper) {
        return new Query<>(file, List.of(), mapper);
    }

    /** The rows on a server of a major version. */
    List<T> run(Connection connection, int major) throws SQLException {
        var values = new ArrayList<T>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery(text(major))) {
                var row = new Row(rows);
                while (rows.next()) {
                    values.add(mapper.map(row));
                }
            }
        }
        return values;
    }

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
