package io.schemactl.engine.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.RollbackScope;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
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

    @TempDir
    private Path temporary;

    @Test
    void upgradesAsTheStockCommandLineDoes() throws Exception {
        try (TestDatabase stock = TestServers.freshDatabase();
                TestDatabase ours = TestServers.freshDatabase();
                TestDatabase script = TestServers.freshDatabase()) {
            stock(stock, CORPUS).run("update");
            var expected = DatabaseState.read(stock);
            schemactl(ours, CORPUS).upgrade();
            DatabaseState.assertSame(expected, DatabaseState.read(ours), "upgrade");
            var planner = schemactl(script, CORPUS);
            psql(script, planner.plan(pending(planner).size() - LAST).script());
            psql(script, planner.plan().script());
            DatabaseState.assertSame(expected, DatabaseState.read(script), "script");
        }
    }

    @Test
    void eachTakesOverFromTheOther() throws Exception {
        Path corpus = copy();
        try (TestDatabase stock = TestServers.freshDatabase();
                TestDatabase ours = TestServers.freshDatabase()) {
            stock(stock, corpus).run("update");
            schemactl(ours, corpus).upgrade();
            edit(corpus.resolve("logic/choices.yaml"), "('on change')", "('on second change')");
            edit(corpus.resolve("formats/formatted.sql"), "SELECT 1; $$", "SELECT 2; $$");

            assertTrue(stock(ours, corpus).run("status").contains("9 changesets have not been applied"));
            schemactl(stock, corpus).upgrade();
            stock(ours, corpus).run("update");
            DatabaseState.assertSame(DatabaseState.read(ours), DatabaseState.read(stock), "second upgrade");

            stock(ours, corpus).run("rollback-count", "500");
            schemactl(stock, corpus).rollback(RollbackScope.everything());
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

    private static List<String> pending(Schemactl schemactl) {
        return schemactl.status().stories().stream()
                .flatMap(story -> story.changeSets().stream())
                .filter(changeSet -> changeSet.state() == ChangeSetState.PENDING)
                .map(changeSet -> changeSet.entry().id().id())
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
