package io.schemactl.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemactl.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs to be root, with setpriv, to become another user; ordinary developers run the rest as one anyway. */
class ServerAccountTest {

    private static final int MAJOR = 14;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    /** JUnit makes it for its owner only, as root's home is. */
    @TempDir
    private Path temporary;

    private EmbeddedPlatform platform;

    @BeforeEach
    void needsRoot() {
        platform = EmbeddedPlatform.ofProcess();
        assumeTrue(platform.isLinux(), "other systems have no setpriv");
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become another user");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is not installed");
    }

    @Test
    void rootRunsServerAsNobodyInFolderOfRoot() {
        startAndStop(ServerAccount.inPlaceOfRoot(ServerAccount.NOBODY));
        // What was made that way belongs to nobody, and later runs as root keep it so.
        try (EmbeddedServer server = servers().start(MAJOR)) {
            assertEquals(65534, owner(server.dataDirectory()));
        }
    }

    @Test
    void rootRunsServerAsNobodyWithoutCapabilitiesInOpenFolder() throws IOException {
        open(temporary);
        List<ServerAccount> accounts = ServerAccount.inPlaceOfRoot(ServerAccount.NOBODY);
        startAndStop(accounts.subList(1, 2));
        startAndStop(accounts.subList(2, 3));
    }

    @Test
    void saysWhenThereIsNoWayToRunAsRoot() {
        ServerFolder folder = ServerFolder.open(temporary, MAJOR, platform);
        Binaries binaries = Binaries.prepare(folder, source());
        List<ServerAccount> none =
                List.of(new ServerAccount(List.of("no-such-program"), null), new ServerAccount(List.of("false"), null));
        ProblemException thrown =
                assertThrows(ProblemException.class, () -> ServerAccount.choose(none, folder, binaries));
        assertTrue(thrown.problem().message().contains("no-such-program"), thrown.getMessage());
    }

    @Test
    void ordinaryUserStartsServer() throws Exception {
        open(temporary);
        Path home = Files.createDirectory(temporary.resolve("home"));
        setOwner(home);
        Path archives = copyReadable(TestServers.ARCHIVES, "archives", platform.artifact() + "-14.*");
        try (ChildProcess child = ChildProcess.start(AS_NOBODY, readableClassPath(), home, archives, MAJOR)) {
            child.awaitLine("ready");
            ServerFolder folder = ServerFolder.open(home, MAJOR, platform);
            assertTrue(PostmasterFile.find(folder).orElseThrow().isAlive());
            assertEquals(65534, owner(folder.data()));
            child.finish();
            assertFalse(PostmasterFile.find(folder).isPresent());
        }
    }

    @Test
    void ordinaryUserIsToldThatTheDataDirectoryIsNotWritable() throws Exception {
        open(temporary);
        Path home = Files.createDirectory(temporary.resolve("home"));
        try (ChildProcess child =
                ChildProcess.start(AS_NOBODY, readableClassPath(), home, TestServers.ARCHIVES, MAJOR)) {
            String problem = child.awaitLine("problem");
            assertTrue(problem.contains("permission denied") && problem.contains("--data-dir"), problem);
        }
    }

    private void startAndStop(List<ServerAccount> candidates) {
        ServerFolder folder = ServerFolder.open(temporary, MAJOR, platform);
        Binaries binaries = Binaries.prepare(folder, source());
        ServerAccount account = ServerAccount.choose(candidates, folder, binaries);
        assertEquals(candidates.get(0), account);
        Postmaster postmaster = new Postmaster(new ServerTools(MAJOR, folder, binaries, account));
        assertTrue(postmaster.ensure(() -> true, step -> {}).isReady());
        postmaster.stop();
        assertFalse(PostmasterFile.find(folder).isPresent());
    }

    private EmbeddedServers servers() {
        return new EmbeddedServers(temporary, List.of(TestServers.ARCHIVES));
    }

    private EmbeddedSource source() {
        return new EmbeddedSource(platform, MAJOR, List.of(TestServers.ARCHIVES), step -> {});
    }

    /** The class path with everything that another user might not be allowed to read copied. */
    private String readableClassPath() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                entries.add(copyReadable(path, "classes" + entries.size(), "**").toString());
            } else if (entry.matches(".*(commons|xz|jspecify)[^/]*\\.jar")) {
                Path copy = temporary.resolve(entries.size() + ".jar");
                open(Files.copy(path, copy));
                entries.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private Path copyReadable(Path from, String name, String glob) throws IOException {
        Path to = temporary.resolve(name);
        var matcher = from.getFileSystem().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    open(Files.createDirectories(copy));
                } else if (matcher.matches(from.relativize(file))) {
                    open(Files.copy(file, copy));
                }
            }
        }
        return to;
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void setOwner(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", 65534);
    }

    private static int owner(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
