package io.schemactl.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryArchiveTest {

    private static final EmbeddedPlatform PLATFORM = new EmbeddedPlatform("linux-amd64");

    @TempDir
    private Path temporary;

    private EmbeddedServers servers;

    @BeforeEach
    void makeServers() {
        servers = new EmbeddedServers(temporary.resolve("data"), List.of());
    }

    @Test
    void takesTheNewestOfTheFirstFolderThatHasTheVersion() throws IOException {
        Path flat = Files.createDirectory(temporary.resolve("flat"));
        Path repository = temporary.resolve("repository");
        jar(flat, "14.9.0");
        jar(flat, "14.10.0");
        jar(maven(repository, "14.22.0"), "14.22.0");
        jar(maven(repository, "15.1.0"), "15.1.0");
        List<Path> folders = List.of(temporary.resolve("none"), flat, repository);
        assertEquals("14.10.0", version(14, folders));
        assertEquals("15.1.0", version(15, folders));
        assertTrue(BinaryArchive.find(PLATFORM, 16, folders).isEmpty());
    }

    @Test
    void namesTheArtifactThatIsMissing() throws IOException {
        Path one = Files.createDirectory(temporary.resolve("one"));
        Path other = temporary.resolve("repository");
        servers = new EmbeddedServers(temporary.resolve("data"), List.of(one, other));
        Problem problem = problemOf(15);
        assertEquals(ProblemCode.EMBEDDED_MISSING, problem.code());
        String artifact =
                "io.zonky.test.postgres:" + EmbeddedPlatform.ofProcess().artifact() + ":15.";
        assertTrue(String.valueOf(problem.fix()).contains(artifact), problem.fix());
        assertTrue(String.valueOf(problem.fix()).contains(one.toString())
                && String.valueOf(problem.fix()).contains(other.toString()));
    }

    @Test
    void saysThatTheArchiveIsBroken() throws IOException {
        Path broken = Files.createDirectory(temporary.resolve("broken"));
        String name = EmbeddedPlatform.ofProcess().artifact() + "-14.99.0.jar";
        Files.writeString(broken.resolve(name), "not a jar");
        servers = new EmbeddedServers(temporary.resolve("data"), List.of(broken));
        assertTrue(problemOf(14).message().contains(name));
    }

    private Problem problemOf(int major) {
        return assertThrows(ProblemException.class, () -> servers.start(major).close())
                .problem();
    }

    private static String version(int major, List<Path> folders) {
        return BinaryArchive.find(PLATFORM, major, folders)
                .orElseThrow()
                .version()
                .toString();
    }

    private static Path maven(Path repository, String version) throws IOException {
        return Files.createDirectories(repository
                .resolve("io/zonky/test/postgres")
                .resolve(PLATFORM.artifact())
                .resolve(version));
    }

    private static void jar(Path folder, String version) throws IOException {
        Files.createFile(folder.resolve(PLATFORM.artifact() + "-" + version + ".jar"));
    }
}
