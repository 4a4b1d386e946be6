package io.schemactl.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemactl.catalog.Reading;
import io.schemactl.shadow.TestServers;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A database does not differ from what {@code pg_dump} and {@code psql} make of it, nor from one built by the same script. */
final class DumpedCopyTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/schemactl/diff/schemas");
    private static final Pattern MAJOR = Pattern.compile("pg_dump \\(PostgreSQL\\) (\\d+)");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> equalsItsDumpedCopy() throws IOException {
        return eachSchema((major, schema) -> {
            int newest = dumpVersion();
            assumeTrue(newest >= major, "the pg_dump on this machine is of version " + newest);
            DiffCase one = schema(schema);
            CaseDatabase.prepare(major, one);
            try (CaseDatabase original = CaseDatabase.of(major, one.old());
                    CaseDatabase copy = CaseDatabase.of(major, "")) {
                Path dump = folder.resolve("dump.sql");
                // Not --schema-only, which leaves materialized views unpopulated.
                run("pg_dump", "--file=" + dump, "--dbname=" + original.url());
                run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "--file=" + dump, "--dbname=" + copy.url());
                assertEquals("", GoldenText.of(FiveSteps.differences(original.read(), copy.read())));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> equalsWhatTheSameScriptMakes() throws IOException {
        return eachSchema((major, schema) -> {
            DiffCase one = schema(schema);
            CaseDatabase.prepare(major, one);
            try (CaseDatabase original = CaseDatabase.of(major, one.old());
                    CaseDatabase other = CaseDatabase.of(major, one.old())) {
                Reading reading = original.read();
                assertEquals(List.of(), reading.unseen());
                assertEquals("", GoldenText.of(FiveSteps.differences(reading, other.read())));
            }
        });
    }

    private Stream<DynamicTest> eachSchema(Check check) throws IOException {
        List<Path> schemas;
        try (Stream<Path> files = Files.list(FOLDER)) {
            schemas = files.sorted().toList();
        }
        return TestServers.versions().stream()
                .flatMap(major -> schemas.stream()
                        .map(schema -> DynamicTest.dynamicTest(
                                major + " " + schema.getFileName(), () -> check.run(major, schema))));
    }

    private static DiffCase schema(Path file) throws IOException {
        return new DiffCase(file.getFileName().toString(), FOLDER, Files.readString(file), "", "");
    }

    /** The major version of the {@code pg_dump} on the path; 0 if there is none. */
    private static int dumpVersion() throws IOException, InterruptedException {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean isThere = Stream.of(path.split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "pg_dump")));
        if (!isThere) {
            return 0;
        }
        Matcher version = MAJOR.matcher(run("pg_dump", "--version"));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    /** What is checked of a schema on a version. */
    @FunctionalInterface
    private interface Check {
        void run(int major, Path schema) throws IOException, InterruptedException, SQLException;
    }
}
