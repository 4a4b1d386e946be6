package io.schemactl.engine.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares what schemactl, the stock command line, and psql with schemactl's script make of one large changelog. */
class CorpusTest {

    private static final Path CORPUS =
            Path.of("src/test/resources/io/schemactl/engine/compat/corpus").toAbsolutePath();

    @Test
    void upgradesAsTheStockCommandLineDoes() throws Exception {
        try (TestDatabase stock = TestServers.freshDatabase();
                TestDatabase ours = TestServers.freshDatabase();
                TestDatabase script = TestServers.freshDatabase()) {
            new StockCli(stock, CORPUS, "root.yaml").run("update", "--context-filter=test", "--label-filter=!never");
            var expected = DatabaseState.read(stock);
            new Schemactl(ours, CORPUS, "root.yaml", Map.of(), "test", "!never").upgrade();
            DatabaseState.assertSame(expected, DatabaseState.read(ours), "upgrade");
            psql(
                    script,
                    new Schemactl(script, CORPUS, "root.yaml", Map.of(), "test", "!never")
                            .plan()
                            .script());
            DatabaseState.assertSame(expected, DatabaseState.read(script), "script");
        }
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
