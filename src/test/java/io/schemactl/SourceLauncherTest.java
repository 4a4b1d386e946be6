package io.schemactl;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the source folder, with a stand-in for Maven that counts how often it is called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
final class SourceLauncherTest {

    private static final String MAVEN = """
            #!/bin/sh
            echo "$*" >>"${0%/*}/calls"
            [ ! -e "${0%/*}/fails" ] || { echo '[INFO] before'; echo '[ERROR] Main.java:[1,2] wrong'; exit 1; }
            sleep 1
            mkdir -p "$SOURCES/target/schemactl/bin"
            touch "$SOURCES/target/schemactl/build-start"
            printf '#!/bin/sh\\nprintf "<%%s>" "$@"\\nexit 6\\n' >"$SOURCES/target/schemactl/bin/schemactl"
            chmod +x "$SOURCES/target/schemactl/bin/schemactl"
            """;

    @TempDir
    Path folder;

    private Path sources;
    private Path tools;

    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void makeSources() throws IOException {
        sources = Files.createDirectories(folder.resolve("my sources")).toRealPath();
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.createDirectories(sources.resolve("src/main"));
        Files.writeString(sources.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("schemactl"), sources.resolve("schemactl"));
        makeExecutable(Files.writeString(tools.resolve("mvn"), MAVEN));
        makeExecutable(sources.resolve("schemactl"));
    }

    @Test
    void buildsOnFirstUseOnlyAndSaysSoInOneLine() throws Exception {
        Outcome first = run("a b", "");
        Outcome second = run("c");

        assertEquals("schemactl: building (first use, takes a minute or two) …\n", first.err());
        assertEquals("<a b><>", first.out());
        assertEquals(6, first.status());
        assertEquals("", second.err());
        assertEquals("<c>", second.out());
        assertEquals(1, calls().size());
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        run();
        Path source = Files.writeString(sources.resolve("src/main/Main.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));

        Outcome outcome = run();

        assertEquals("schemactl: building (a source has changed) …\n", outcome.err());
        assertEquals(2, calls().size());
    }

    @Test
    void twoFirstUsesAtOnceBuildOnce() throws Exception {
        Process first = start();
        Process second = start();

        for (Process process : List.of(first, second)) {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(6, process.exitValue());
        }
        assertEquals(1, calls().size());
        assertFalse(Files.exists(sources.resolve("target/build.lock"), NOFOLLOW_LINKS));
    }

    @Test
    void takesOverTheLockOfABuildThatDied() throws Exception {
        Process dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        dead.waitFor();
        Files.createDirectories(sources.resolve("target"));
        Files.createSymbolicLink(sources.resolve("target/build.lock"), Path.of(Long.toString(dead.pid())));

        assertEquals(6, run().status());
    }

    @Test
    void showsWhatMavenSaidWhenTheBuildFails() throws Exception {
        Files.createFile(tools.resolve("fails"));

        Outcome outcome = run();

        assertEquals(70, outcome.status());
        assertTrue(outcome.err().contains("[ERROR] Main.java:[1,2] wrong\n"), outcome.err());
        assertFalse(outcome.err().contains("before"), outcome.err());
        assertTrue(outcome.err().endsWith("fix: read " + sources.resolve("target/build.log") + "\n"), outcome.err());
        assertFalse(Files.exists(sources.resolve("target/build.lock"), NOFOLLOW_LINKS));
    }

    @Test
    void saysWhenThereIsNoMaven() throws Exception {
        Files.delete(tools.resolve("mvn"));
        for (String tool : List.of("find", "head", "mkdir", "ln", "rm", "readlink")) {
            Path wrapper = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(which(tool)));
            makeExecutable(wrapper);
        }

        Outcome outcome = outcomeOf(builder(tools.toString()).start());

        assertEquals(2, outcome.status());
        assertTrue(outcome.err().startsWith("error[settings]: schemactl is built with Maven"), outcome.err());
    }

    @Test
    void runsThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), sources.resolve("schemactl"));
        ProcessBuilder builder = builder(tools + ":" + System.getenv("PATH"), "x");
        builder.command().set(0, link.toString());

        assertEquals("<x>", outcomeOf(builder.start()).out());
    }

    private Outcome run(String... arguments) throws Exception {
        return outcomeOf(start(arguments));
    }

    private Process start(String... arguments) throws IOException {
        return builder(tools + ":" + System.getenv("PATH"), arguments).start();
    }

    private ProcessBuilder builder(String path, String... arguments) {
        var command = new ArrayList<String>(List.of(sources.resolve("schemactl").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("PATH", path);
        builder.environment().put("SOURCES", sources.toString());
        return builder;
    }

    private static Outcome outcomeOf(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), out, err);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(tools.resolve("calls"));
    }

    private static Path which(String tool) {
        for (String place : List.of("/usr/bin", "/bin")) {
            Path file = Path.of(place, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new AssertionError("no " + tool);
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
