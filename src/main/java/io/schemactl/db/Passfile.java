package io.schemactl.db;

import io.schemactl.config.Environment;
import io.schemactl.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads libpq's password file (section 34.16).
 *
 * @param path the file
 */
record Passfile(Path path) {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** The file that an address names, or the user's own. PGPASSFILE is among what the address names. */
    static Passfile at(@Nullable Path named, Environment environment) {
        if (named != null) {
            return new Passfile(named);
        }
        boolean isWindows = System.getProperty("os.name", "").startsWith("Windows");
        return new Passfile(environment
                .find("APPDATA")
                .filter(folder -> isWindows)
                .map(folder -> Path.of(folder, "postgresql", "pgpass.conf"))
                .orElseGet(() -> environment.home().resolve(".pgpass")));
    }

    /** The password of the first line that matches one of the address's servers, asked in their order. */
    Optional<Secret> find(ServerAddress address, Consumer<String> warnings) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            if (!isUsable(warnings)) {
                return Optional.empty();
            }
            List<List<String>> lines =
                    Files.readAllLines(path).stream().flatMap(Passfile::fields).toList();
            return address.hosts().stream()
                    .flatMap(host -> lines.stream().filter(line -> matches(line, host, address)))
                    .findFirst()
                    .map(line -> new Secret(line.get(4)));
        } catch (IOException e) {
            warnings.accept("password file %s cannot be read: %s".formatted(path, e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean isUsable(Consumer<String> warnings) throws IOException {
        if (!Files.isRegularFile(path)) {
            warnings.accept("password file %s is not a plain file and is ignored".formatted(path));
            return false;
        }
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class, new LinkOption[0]);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
            warnings.accept("password file %s may be read by others and is ignored; make it private: chmod 600 %s"
                    .formatted(path, path));
            return false;
        }
        return true;
    }

    private static boolean matches(List<String> line, HostPort server, ServerAddress address) {
        return matches(line.get(0), server.host())
                && matches(line.get(1), String.valueOf(server.port()))
                && matches(line.get(2), address.database())
                && matches(line.get(3), address.user());
    }

    private static boolean matches(String field, String value) {
        return field.equals("*") || field.equals(value);
    }

    /** The five fields of a line; a backslash takes the special meaning from a colon or a backslash. */
    private static Stream<List<String>> fields(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return Stream.empty();
        }
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            if (next == '\\' && at + 1 < line.length()) {
                field.append(line.charAt(++at));
            } else if (next == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(next);
            }
        }
        fields.add(field.toString());
        return fields.size() < 5 ? Stream.empty() : Stream.of(fields);
    }
}
