package io.schemactl.config;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project in a folder of its own, and what its settings come to. */
abstract class SettingsProject {

    private static final String FILE = """
            default-target: portal
            targets:
              portal:
                changelog: portal/changelog.yaml
                url: ${DATABASE_URL:-embedded:portal}
                parameters: { owner: "${OWNER:-nobody}", api_token: "t0psecret" }
              portal-test:
                changelog: portal/changelog.yaml
                url: ${TEST_DATABASE_URL}
              mall-prod:
                changelog: mall/changelog.yaml
                url: postgresql://app:pa$$word@db:5432/mall
                protected: true
                search-path: .
                default-schema: shop
                context-filter: prod
                password-command: op read op://vault/mall
            settings:
              lock-timeout: 7s
              lock-retries: 4
              shadow: embedded:?version=16
            """;

    @TempDir
    Path folder;

    final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void project() throws IOException {
        folder = folder.toRealPath();
        Files.createDirectories(folder.resolve("changelog/portal"));
        Files.createDirectory(folder.resolve(".git"));
        write(FILE);
    }

    final void write(String text) throws IOException {
        Files.writeString(folder.resolve("changelog/schemactl.yaml"), text);
    }

    final Settings load(SettingsRequest request) {
        return SettingsLoader.load(request, new Environment(variables, folder, folder.resolve("home")));
    }

    static SettingsRequest targets(String... names) {
        return new SettingsRequest(null, List.of(names), null, null, Map.of());
    }

    static SettingsRequest options(Map<String, String> options) {
        return new SettingsRequest(null, List.of(), null, null, options);
    }

    static SettingsRequest url(String url, String... names) {
        return new SettingsRequest(null, List.of(names), url, null, Map.of());
    }

    final List<Problem> problems(SettingsRequest request) {
        return assertThrows(ProblemException.class, () -> load(request)).problems();
    }

    static Position place(Problem problem) {
        return Objects.requireNonNull(problem.position());
    }

    static String fix(Problem problem) {
        return Objects.requireNonNull(problem.fix());
    }

    static String url(Target target) {
        return target.url().require().reveal();
    }

    static List<String> names(Settings settings) {
        return settings.targets().stream().map(Target::name).toList();
    }

    static Sourced value(Settings settings, String name) {
        return settings.values().stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
