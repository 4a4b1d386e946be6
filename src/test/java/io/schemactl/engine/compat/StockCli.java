package io.schemactl.engine.compat;

import io.schemactl.shadow.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/**
 * Liquibase's own command line, in a JVM of its own.
 *
 * @param database the database
 * @param folder the search path
 * @param root the root changelog, relative to the folder
 * @param options of every command
 */
record StockCli(TestDatabase database, Path folder, String root, List<String> options) {

    /** What a command did. */
    record Result(int exitCode, String output) {}

    StockCli(TestDatabase database, Path folder, String root) {
        this(database, folder, root, List.of());
    }

    /** Runs a command that must succeed. */
    String run(String... arguments) throws IOException, InterruptedException {
        Result result = tryRun(arguments);
        Assertions.assertEquals(0, result.exitCode(), result.output());
        return result.output();
    }

    /** Runs a command. */
    Result tryRun(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dliquibase.analytics.enabled=false",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                "liquibase.integration.commandline.LiquibaseCommandLine",
                "--show-banner=false",
                "--url=" + database.jdbcUrl(),
                "--search-path=" + folder));
        command.addAll(List.of(arguments));
        command.addAll(options);
        command.add("--changelog-file=" + root);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
