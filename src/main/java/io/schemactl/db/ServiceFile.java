package io.schemactl.db;

import io.schemactl.config.Environment;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads libpq's connection service file (section 34.17). */
final class ServiceFile {

    private ServiceFile() {}

    /**
     * The words of a service; nothing if none is named.
     *
     * @param named the service that the URL names; null leaves it to PGSERVICE
     * @param file the file that the URL names; null leaves it to PGSERVICEFILE and the usual places
     */
    static Optional<Map<String, String>> find(@Nullable String named, @Nullable String file, Environment environment) {
        String service = named != null ? named : environment.find("PGSERVICE").orElse(null);
        if (service == null) {
            return Optional.empty();
        }
        List<String> seen = new ArrayList<>();
        List<Path> places = places(file, environment);
        for (Path place : places) {
            if (Files.isRegularFile(place)) {
                var words = section(place, service, seen);
                if (words.isPresent()) {
                    return words;
                }
            }
        }
        throw UrlProblem.of(
                "connection service `%s` is not defined%s".formatted(service, Suggestion.hint(service, seen)),
                "define [%s] in %s".formatted(service, places.get(0)));
    }

    private static List<Path> places(@Nullable String file, Environment environment) {
        Path user = Optional.ofNullable(file)
                .or(() -> environment.find("PGSERVICEFILE"))
                .map(Path::of)
                .orElseGet(() -> userFile(environment));
        return Stream.concat(
                        Stream.of(user),
                        environment.find("PGSYSCONFDIR").map(folder -> Path.of(folder, "pg_service.conf")).stream())
                .toList();
    }

    private static Path userFile(Environment environment) {
        return environment
                .find("APPDATA")
                .filter(folder -> System.getProperty("os.name", "").startsWith("Windows"))
                .map(folder -> Path.of(folder, "postgresql", ".pg_service.conf"))
                .orElseGet(() -> environment.home().resolve(".pg_service.conf"));
    }

    private static Optional<Map<String, String>> section(Path file, String service, List<String> seen) {
        Map<String, String> words = new LinkedHashMap<>();
        boolean isInside = false;
        boolean isFound = false;
        int number = 0;
        for (String raw : lines(file)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                String name = line.substring(1, line.length() - 1);
                seen.add(name);
                isInside = name.equals(service);
                isFound |= isInside;
            } else if (isInside) {
                entry(line, new Position(file, number, 1), words);
            }
        }
        return isFound ? Optional.of(words) : Optional.empty();
    }

    private static void entry(String line, Position position, Map<String, String> words) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new ProblemException(Problem.of(ProblemCode.SETTINGS, "not a line of a connection service file")
                    .at(position)
                    .fix("write name=value; LDAP lookups are not supported"));
        }
        words.putIfAbsent(
                line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SETTINGS, "cannot read the connection service file " + file), e);
        }
    }
}
