package io.schemactl.rows;

import io.schemactl.db.WorkConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** The queries in the files beside this class. */
final class Queries {

    private Queries() {}

    /** The rows of the query in a file. */
    static <T> List<T> run(WorkConnection connection, String file, WorkConnection.RowMapper<T> mapper)
            throws SQLException {
        return connection.query(text(file), mapper);
    }

    private static String text(String file) {
        try (InputStream stream = Queries.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
