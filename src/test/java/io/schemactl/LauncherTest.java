package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemactl.FakeDistribution.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher there is bin/schemactl.cmd")
final class LauncherTest {

    private static final Map<String, String> CACHING = Map.of("SCHEMACTL_CLASS_CACHE", "auto");

    @TempDir
    Path folder;

    private FakeDistribution distribution;

    @BeforeEach
    void makeDistribution() throws IOException {
        distribution = new FakeDistribution(folder.resolve("a b/schemactl"), folder.resolve("user cache"));
    }

    static Stream<String> shells() throws IOException {
        var shells = new TreeSet<String>();
        for (String name : List.of("/bin/sh", "/bin/dash", "/bin/bash", "/bin/ksh")) {
            if (Files.isExecutable(Path.of(name))) {
                shells.add(Path.of(name).toRealPath().toString());
            }
        }
        return shells.stream();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void passesArgumentsUntouched(String shell) {
        String[] arguments = {"two words", "", "*", "$HOME", "a\nb", "-x", "'\"", "\\", "ä€", "--"};

        Outcome outcome = distribution.run(shell, arguments);

        assertEquals("", outcome.err());
        assertEquals(
                String.join(
                                "\n",
                                Arrays.stream(arguments).map("<%s>"::formatted).toList()) + "\n",
                outcome.out().substring(outcome.out().indexOf("<")));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void passesArgumentsInAnyAlphabetWithoutALocale(String shell) {
        var variables = Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "");

        Outcome outcome = run(variables, shell, "ä€");

        assertTrue(outcome.out().contains("<ä€>"), outcome.out());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void exitsWithTheProgramsCode(String shell) {
        assertEquals(0, distribution.run(shell).status());
        assertEquals(6, distribution.run(shell, "exit", "6").status());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void runsThroughChainedSymbolicLinksFromAnotherFolder(String shell) throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path absolute = Files.createSymbolicLink(elsewhere.resolve("absolute"), distribution.launcher());
        Path relative = Files.createSymbolicLink(elsewhere.resolve("relative"), absolute.getFileName());

        Outcome outcome = distribution.run(
                elsewhere, Map.of(), shell, Path.of(relative.getFileName().toString()), "x");

        assertEquals("", outcome.err());
        assertTrue(outcome.out().contains("directory " + elsewhere.toRealPath()), outcome.out());
        assertTrue(outcome.out().endsWith("<x>\n"), outcome.out());
    }

    @Test
    void isFoundOnThePath() {
        var variables = Map.of("PATH", distribution.home().resolve("bin") + ":" + System.getenv("PATH"));

        Outcome outcome = distribution.run(folder, variables, List.of("/bin/sh", "-c", "schemactl x"));

        assertEquals("", outcome.err());
        assertTrue(outcome.out().endsWith("<x>\n"), outcome.out());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void passesOptionsToJavaWithoutExpandingThem(String shell) {
        Outcome outcome = run(Map.of("SCHEMACTL_JAVA_OPTS", "-Dother=1 -Doption=*"), shell);

        assertTrue(outcome.out().contains("option *\n"), outcome.out());
    }

    @Test
    void isReplacedByJavaSoThatSignalsReachIt() throws Exception {
        var process = distribution.start(
                folder, Map.of(), List.of("/bin/sh", distribution.launcher().toString(), "wait"));
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (!"<wait>".equals(lines.readLine())) {
                assertTrue(process.isAlive());
            }
            assertEquals(0, process.children().count());
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            assertEquals(143, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void saysWhenJavaHomeIsWrong(String shell) {
        Outcome outcome = run(Map.of("JAVA_HOME", folder.resolve("nowhere").toString()), shell);

        assertEquals(2, outcome.status());
        assertTrue(outcome.err().startsWith("error[settings]: JAVA_HOME is " + folder), outcome.err());
        assertTrue(outcome.err().contains("\n  fix: let JAVA_HOME name a Java 17 or newer"), outcome.err());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void saysWhenThereIsNoJava(String shell) {
        Outcome outcome = run(Map.of("JAVA_HOME", "", "PATH", folder.toString()), shell);

        assertEquals(2, outcome.status());
        assertTrue(outcome.err().startsWith("error[settings]: no Java found"), outcome.err());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void refusesAnOldJava(String shell) throws IOException {
        for (String version : List.of("1.8.0_412", "11.0.23", "16")) {
            Outcome outcome = run(Map.of("JAVA_HOME", pretendJava(version).toString()), shell);

            assertEquals(2, outcome.status());
            assertTrue(outcome.err().contains("is Java " + version), outcome.err());
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void runsAJavaThatDoesNotSayItsVersion(String shell) throws IOException {
        Path java = pretendJava("11.0.1");
        Files.delete(java.resolve("release"));

        assertEquals(
                0,
                run(Map.of("JAVA_HOME", java.toString(), "SCHEMACTL_CLASS_CACHE", "auto"), shell)
                        .status());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void makesTheClassCacheInTheBackgroundAndThenUsesIt(String shell) throws Exception {
        Outcome first = run(CACHING, shell);
        List<Path> caches = distribution.finishedCaches();
        Outcome second = run(CACHING, shell);

        assertTrue(first.out().startsWith("cached false\n"), first.out());
        assertTrue(second.out().startsWith("cached true\n"), second.out());
        assertEquals("", first.err() + second.err());
        assertEquals(1, caches.size());
        assertTrue(caches.get(0).startsWith(distribution.home().resolve("lib/classes")), caches.toString());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void doesNotUseACacheOfOtherJars(String shell) throws Exception {
        makeCache(shell);
        Files.writeString(distribution.home().resolve("lib/build-id"), "second\n");

        Outcome outcome = run(CACHING, shell);

        assertTrue(outcome.out().startsWith("cached false\n"), outcome.out());
        distribution.finishedCaches();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void replacesADamagedCache(String shell) throws Exception {
        Path archive = makeCache(shell).resolve("classes.jsa");
        assertTrue(archive.toFile().setWritable(true));
        byte[] whole = Files.readAllBytes(archive);
        for (byte[] damaged : List.of(
                Arrays.copyOf(whole, whole.length / 2), new byte[0], "garbage".getBytes(StandardCharsets.UTF_8))) {
            Files.write(archive, damaged);

            Outcome outcome = run(CACHING, shell);

            assertEquals(0, outcome.status());
            assertEquals("", outcome.err());
            assertTrue(outcome.out().startsWith("cached false\n"), outcome.out());
            distribution.finishedCaches();
            assertTrue(run(CACHING, shell).out().startsWith("cached true\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void runsWhereNoCacheCanBeWritten(String shell) throws IOException {
        Files.writeString(distribution.home().resolve("lib/classes"), "not a folder");

        Outcome outcome = run(CACHING, shell);

        assertEquals(0, outcome.status());
        assertEquals("", outcome.err());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void takesTheUsersCacheFolderWhereTheDistributionIsReadOnly(String shell) throws Exception {
        Path lib = distribution.home().resolve("lib");
        var command = new ArrayList<String>();
        if (Files.getOwner(lib).getName().equals("root")) {
            assumeTrue(
                    Files.isExecutable(Path.of("/usr/bin/setpriv")),
                    "root can write everything, and setpriv is not there");
            command.addAll(List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(lib, PosixFilePermissions.fromString("r-xr-xr-x"));
        Path user = Files.createDirectories(folder.resolve("user cache"));
        Files.setPosixFilePermissions(user, PosixFilePermissions.fromString("rwxrwxrwx"));
        command.addAll(List.of(shell, distribution.launcher().toString()));

        distribution.run(folder, CACHING, command);
        List<Path> caches = distribution.finishedCaches();
        Outcome second = distribution.run(folder, CACHING, command);
        Files.setPosixFilePermissions(lib, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertEquals(1, caches.size());
        assertTrue(caches.get(0).startsWith(user), caches.toString());
        assertEquals("", second.err());
        assertTrue(second.out().startsWith("cached true\n"), second.out());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void doesNotTryAgainWhatFailed(String shell) throws IOException {
        Path java = pretendJava("17.0.1");
        var variables = Map.of("JAVA_HOME", java.toString(), "SCHEMACTL_CLASS_CACHE", "now");

        Outcome outcome = run(variables, shell);

        assertEquals(1, outcome.status());
        assertTrue(outcome.err().startsWith("schemactl: no class cache"), outcome.err());
        Path cache = distribution.home().resolve("lib/classes/17.0.1");
        assertTrue(Files.exists(cache.resolve("failed")));
        assertFalse(Files.exists(cache.resolve("lock")));
        assertEquals(
                0,
                run(Map.of("JAVA_HOME", java.toString(), "SCHEMACTL_CLASS_CACHE", "auto"), shell)
                        .status());
        assertFalse(Files.exists(cache.resolve("lock")));
    }

    @Test
    void refusesAnUnknownWordForTheClassCache() {
        Outcome outcome = run(Map.of("SCHEMACTL_CLASS_CACHE", "always"), "/bin/sh");

        assertEquals(2, outcome.status());
        assertTrue(outcome.err().contains("SCHEMACTL_CLASS_CACHE is always"), outcome.err());
    }

    private Outcome run(Map<String, String> variables, String shell, String... arguments) {
        return distribution.run(folder, variables, shell, distribution.launcher(), arguments);
    }

    private Path makeCache(String shell) throws Exception {
        Outcome outcome = run(Map.of("SCHEMACTL_CLASS_CACHE", "now"), shell);
        assertEquals(0, outcome.status(), outcome.err());
        return distribution.finishedCaches().get(0);
    }

    /** A Java that says its version and does nothing when it is started. */
    private Path pretendJava(String version) throws IOException {
        Path home = folder.resolve("java-" + version);
        Files.createDirectories(home.resolve("bin"));
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }
}
