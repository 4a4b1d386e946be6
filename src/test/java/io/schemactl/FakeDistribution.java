package io.schemactl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A distribution with the real launcher and a small program that prints what it was given. */
final class FakeDistribution {

    private static final String PROGRAM = """
            package io.schemactl;

            public final class Main {
                public static void main(String[] arguments) throws Exception {
                    var flags = java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments();
                    var cached = flags.stream().anyMatch(flag -> flag.matches("-XX:(SharedArchiveFile|AOTCache)=.*"));
                    System.out.println("cached " + cached);
                    System.out.println("option " + System.getProperty("option"));
                    System.out.println("directory " + System.getProperty("user.dir"));
                    for (String argument : arguments) {
                        System.out.println("<" + argument + ">");
                    }
                    if (arguments.length == 2 && arguments[0].equals("exit")) {
                        System.exit(Integer.parseInt(arguments[1]));
                    }
                    if (arguments.length == 1 && arguments[0].equals("wait")) {
                        Thread.sleep(60_000);
                    }
                }
            }

            class Training {
                public static void main(String[] arguments) {}
            }
            """;

    private final Path home;
    private final Path cache;

    /** Makes the distribution in a folder that does not exist yet. */
    FakeDistribution(Path home, Path cache) throws IOException {
        this.home = home;
        this.cache = cache;
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(Path.of("src/main/dist/bin/schemactl"), launcher());
        Files.setPosixFilePermissions(launcher(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("lib/build-id"), "first\n");
        compile();
    }

    Path home() {
        return home;
    }

    Path launcher() {
        return home.resolve("bin/schemactl");
    }

    /** What a run of the launcher left. */
    record Outcome(int status, String out, String err) {}

    /** Runs the launcher with a shell. */
    Outcome run(String shell, String... arguments) {
        return run(Path.of("").toAbsolutePath(), Map.of(), shell, launcher(), arguments);
    }

    /** Runs a launcher with a shell in a folder, with more environment variables; null takes one away. */
    Outcome run(Path directory, Map<String, String> variables, String shell, Path launcher, String... arguments) {
        var command = new ArrayList<String>(List.of(shell, launcher.toString()));
        command.addAll(List.of(arguments));
        return run(directory, variables, command);
    }

    /** Runs a command in a folder, with more environment variables; an empty value takes one away. */
    Outcome run(Path directory, Map<String, String> variables, List<String> command) {
        try {
            var process = start(directory, variables, command);
            // Both streams are short, far below what a pipe holds.
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher did not end in a minute: " + command);
            }
            return new Outcome(process.exitValue(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Starts a command in a folder. */
    Process start(Path directory, Map<String, String> variables, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        var environment = new HashMap<>(variables);
        environment.putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        environment.putIfAbsent("SCHEMACTL_CLASS_CACHE", "off");
        environment.putIfAbsent("XDG_CACHE_HOME", cache.toString());
        environment.putIfAbsent("SCHEMACTL_JAVA_OPTS", "");
        builder.environment().putAll(environment);
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            }
        });
        return builder.start();
    }

    /** The folders that hold a class cache that is done and belongs to these jars, wherever it was put; waits for them. */
    List<Path> finishedCaches() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(deadline)) {
            List<Path> caches = found("key").stream().map(Path::getParent).toList();
            if (!caches.isEmpty() && found("lock").isEmpty() && areCurrent(caches)) {
                return caches;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no class cache after a minute under " + home + " or " + cache);
    }

    /** Whether no cache is one that a test made invalid and whose replacement has not begun yet. */
    private boolean areCurrent(List<Path> caches) throws IOException {
        String build = Files.readString(home.resolve("lib/build-id")).strip();
        for (Path folder : caches) {
            Path key = folder.resolve("key");
            Path archive = folder.resolve("classes.jsa");
            if (!Files.exists(key) || !Files.exists(archive)) {
                return false;
            }
            boolean touched = Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(key)) > 0;
            if (touched || !Files.readString(key).startsWith(build)) {
                return false;
            }
        }
        return true;
    }

    private List<Path> found(String name) throws IOException {
        var found = new ArrayList<Path>();
        for (Path root : List.of(home.resolve("lib"), cache)) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> paths = Files.walk(root)) {
                    paths.filter(path -> path.endsWith(name)).forEach(found::add);
                } catch (UncheckedIOException e) {
                    // A folder vanished between being listed and being read: the caller looks again.
                    return List.of(root);
                }
            }
        }
        return found;
    }

    private void compile() throws IOException {
        Path sources = Files.createTempDirectory("fake-distribution");
        Path source = sources.resolve("Main.java");
        Files.writeString(source, PROGRAM);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", sources.toString(), source.toString());
        if (status != 0) {
            throw new AssertionError("the small program does not compile");
        }
        try (var jar = new JarOutputStream(Files.newOutputStream(home.resolve("lib/schemactl.jar")));
                Stream<Path> classes = Files.walk(sources)) {
            for (Path file :
                    classes.filter(path -> path.toString().endsWith(".class")).toList()) {
                jar.putNextEntry(new JarEntry(sources.relativize(file).toString()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }
}
