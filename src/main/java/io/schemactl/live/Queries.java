package io.schemactl.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts of the queries, which stand beside the classes. */
final class Queries {

    private Queries() {}

    static String text(String file) {
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
