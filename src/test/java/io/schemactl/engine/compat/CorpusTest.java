package io.schemactl.engine.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.RollbackScope;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares what schemactl, the stock command line, and psql with schemactl's script make of one large changelog. */
class CorpusTest {

    static final Path CORPUS =
            Path.of("src/test/resources/io/schemactl/engine/compat/corpus").toAbsolutePath();

    private static final List<String> FILTERS = List.of("--context-filter=test", "--label-filter=!never");

    /** So many change sets at the end: what they do depends on a column's type, so its table must be there to plan them. */
    private static final int LAST = 5;

    /** What runs again after the edits: what is skipped or fails every time, what always runs, and what was edited. */
    private static final List<String> TO_RUN_AGAIN = List.of(
            "logic/preconditions.yaml::fail-continue::eve",
            "logic/preconditions.yaml::error-continue::eve",
            "logic/preconditions.yaml::no-row::eve",
            "logic/preconditions.yaml::two-rows::eve",
            "logic/preconditions.yaml::two-columns::eve",
            "logic/preconditions.yaml::error-in-not::eve",
            "logic/preconditions.yaml::error-in-or::eve",
            "logic/choices.yaml::change-for-other-dbms::eve",
            "logic/choices.yaml::always::eve",
            "logic/choices.yaml::on-change::eve",
            "logic/choices.yaml::always-skipped::eve",
            "logic/choices.yaml::always-marked::eve",
            "logic/choices.yaml::may-fail::eve",
            "logic/choices.yaml::rollback-reference::eve",
            "formats/logical.sql::formatted-2::dan");

    @TempDir
    private Path temporary;

    @Test
    void upgradesAsTheStockCommandLineDoes() throws Exception {
        try (TestDatabase stock = TestServers.freshDatabase();
                TestDatabase ours = TestServers.freshDatabase()) {
            stock(stock, CORPUS).run("update");
            var expected = DatabaseState.read(stock);
            schemactl(ours, CORPUS).upgrade();
            DatabaseState.assertSame(expected, DatabaseState.read(ours), "upgrade");
        }
    }

    @Test
    void scriptsLeadToTheSameEnd() throws Exception {
        assumeTrue(hasPsql(), "there is no psql on the PATH");
        try (TestDatabase twoSteps = TestServers.freshDatabase();
                TestDatabase script = TestServers.freshDatabase()) {
            int first = pending(schemactl(script, CORPUS)) - LAST;
            schemactl(twoSteps, CORPUS).upgrade(first);
            schemactl(twoSteps, CORPUS).upgrade();
            psql(script, schemactl(script, CORPUS).plan(first).script());
            psql(script, schemactl(script, CORPUS).plan().script());
            DatabaseState.assertSame(DatabaseState.read(twoSteps), DatabaseState.read(script), "script");
        }
    }

    @Test
    void eachTakesOverFromTheOther() throws Exception {
        Path corpus = copy();
        try (TestDatabase stock = TestServers.freshDatabase();
                TestDatabase ours = TestServers.freshDatabase()) {
            // A plain SQL file can have no rollback.
            edit(
                    corpus.resolve("root.yaml"),
                    "  - include: { file: formats/plain.sql, relativeToChangelogFile: true }\n",
                    "");
            stock(stock, corpus).run("update");
            schemactl(ours, corpus).upgrade();
            edit(corpus.resolve("logic/choices.yaml"), "('on change')", "('on second change')");
            edit(corpus.resolve("formats/formatted.sql"), "SELECT 1; $$", "SELECT 2; $$");

            String status = stock(ours, corpus).run("status", "--verbose");
            assertEquals(TO_RUN_AGAIN, unapplied(status), status);
            schemactl(stock, corpus).upgrade();
            stock(ours, corpus).run("update");
            DatabaseState.assertSame(DatabaseState.read(ours), DatabaseState.read(stock), "second upgrade");

            schemactl(stock, corpus).rollback(RollbackScope.everything());
            stock(ours, corpus).run("rollback-count", "500");
            DatabaseState.assertSame(DatabaseState.read(ours), DatabaseState.read(stock), "rollback");
        }
    }

    @Test
    void stampsAsTheStockCommandLineSynchronizes() throws Exception {
        try (TestDatabase stock = TestServers.freshDatabase();
                TestDatabase ours = TestServers.freshDatabase()) {
            stock(stock, CORPUS).run("changelog-sync");
            schemactl(ours, CORPUS).stamp();
            DatabaseState.assertSame(DatabaseState.read(stock), DatabaseState.read(ours), "stamp");
        }
    }

    private static int pending(Schemactl schemactl) {
        return (int) schemactl.status().stories().stream()
                .flatMap(story -> story.changeSets().stream())
                .filter(changeSet -> changeSet.state() == ChangeSetState.PENDING)
                .count();
    }

    /** The change sets that the stock command line would run. */
    static List<String> unapplied(String status) {
        return status.lines()
                .filter(line -> line.contains("::"))
                .map(String::strip)
                .toList();
    }

    private static StockCli stock(TestDatabase database, Path folder) {
        return new StockCli(database, folder, "root.yaml", FILTERS);
    }

    private static Schemactl schemactl(TestDatabase database, Path folder) {
        return new Schemactl(database, folder, "root.yaml", Map.of(), "test", "!never");
    }

    private Path copy() throws IOException {
        Path target = temporary.resolve("corpus");
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(CORPUS.relativize(file)));
            }
        }
        return target;
    }

    private static void edit(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(before), before);
        Files.writeString(file, text.replace(before, after));
    }

    private static boolean hasPsql() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql")));
    }

    static void psql(TestDatabase database, String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("script", ".sql");
        Files.writeString(file, script);
        Process process = new ProcessBuilder(List.of(
                        "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database.url(), "-f", file.toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        Files.delete(file);
    }
}
