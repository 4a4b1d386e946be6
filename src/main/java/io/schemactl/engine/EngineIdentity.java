package io.schemactl.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import liquibase.Scope;

/** Tells one build of schemactl and Liquibase from another, whose results may differ. */
public final class EngineIdentity {

    private EngineIdentity() {}

    /** The names, sizes and times of the jars, or of the class files where there are no jars. */
    public static List<String> parts() {
        return Stream.of(EngineIdentity.class, Scope.class)
                .map(EngineIdentity::place)
                .flatMap(EngineIdentity::files)
                .map(EngineIdentity::identity)
                .toList();
    }

    private static Path place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place is not a URI: " + source.getLocation(), e);
        }
    }

    private static Stream<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return Stream.of(place);
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String identity(Path file) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            return "%s %d %s".formatted(file.getFileName(), Files.size(file), changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
