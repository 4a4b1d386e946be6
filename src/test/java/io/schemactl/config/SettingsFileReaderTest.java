package io.schemactl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFileReaderTest extends SettingsProject {

    @Test
    void findsFileUpToRepositoryRootOnly() throws IOException {
        var below = new Environment(variables, folder.resolve("changelog/portal"), folder.resolve("home"));
        assertEquals(
                folder.resolve("changelog/schemactl.yaml"),
                SettingsLoader.load(targets(), below).file());
        Files.delete(folder.resolve(".git"));
        assertThrows(ProblemException.class, () -> SettingsLoader.load(targets(), below));
        var atHome = new Environment(variables, folder.resolve("changelog/portal"), folder);
        assertEquals(
                folder.resolve("changelog/schemactl.yaml"),
                SettingsLoader.load(targets(), atHome).file());
    }

    @Test
    void takesFileThatIsNamed() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), "targets: { one: { changelog: c.yaml, url: \"embedded:\" } }");
        var request = new SettingsRequest(Path.of("other.yaml"), List.of(), null, null, Map.of());
        assertEquals(List.of("one"), names(load(request)));
        variables.put("SCHEMACTL_CONFIG", "other.yaml");
        assertEquals(List.of("one"), names(load(targets())));
        variables.put("SCHEMACTL_CONFIG", "missing.yaml");
        assertTrue(problems(targets()).get(0).message().startsWith("settings file not found"));
    }

    @Test
    void reportsEveryProblemOfTheFile() throws IOException {
        write("""
                defaulttarget: portal
                lock-timeout: 1s
                targets:
                  all: { changelog: c.yaml }
                  portal:
                    chnagelog: c.yaml
                    protected: perhaps
                    url: [a, b]
                    shadow: x
                  broken: { changelog: "${oops" }
                settings:
                  lock-timout: 3s
                  lock-timeout: 3000
                  lock-retries: { a: 1 }
                  shadow:
                """);
        List<String> found = problems(targets()).stream()
                .map(problem -> "%d:%d %s"
                        .formatted(place(problem).line(), place(problem).column(), problem.message()))
                .toList();
        assertEquals(
                List.of(
                        "1:1 unknown key `defaulttarget` at the top of the file; did you mean `default-target`?",
                        "2:1 unknown key `lock-timeout` at the top of the file; it belongs under `settings`",
                        "4:3 `all` cannot be the name of a target",
                        "6:5 unknown key `chnagelog` in a target; did you mean `changelog`?",
                        "7:16 `protected` is `perhaps`, which is neither true nor false",
                        "8:10 `url` wants a single value, not a list",
                        "9:5 unknown key `shadow` in a target; it belongs under `settings`",
                        "5:3 target `portal` has no `changelog`",
                        "10:24 `${` without `}`",
                        "12:3 unknown key `lock-timout` under `settings`; did you mean `lock-timeout`?",
                        "13:17 `lock-timeout` is `3000`, which is not a time",
                        "14:17 `lock-retries` wants a single value, not a mapping",
                        "15:3 `shadow` has no value"),
                found);
    }

    @Test
    void readsFileOfCommentsAlone() throws IOException {
        write("# nothing yet\n");
        assertEquals(
                "the settings file has no targets", problems(targets()).get(0).message());
    }
}
