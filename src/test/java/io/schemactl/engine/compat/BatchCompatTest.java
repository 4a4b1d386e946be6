package io.schemactl.engine.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.engine.RollbackScope;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch is one statement for the stock engine, with the same checksum and the same end. */
class BatchCompatTest {

    private static final String CHANGELOG = """
            databaseChangeLog:
              - changeSet:
                  id: backfill
                  author: bea
                  runInTransaction: false
                  schemactl:batch: table=public."Odd Table" key=o.id size=700 pause=1ms analyze=true
                  changes:
                    - sql:
                        sql: |
                          UPDATE public."Odd Table" o SET n = n + 1
                          WHERE o.id > 10 AND true /* batch */
                  rollback:
                    - sql: UPDATE public."Odd Table" o SET n = n - 1 WHERE o.id > 10 AND true /* batch */
            """;

    @TempDir
    private Path folder;

    @Test
    void leadsWithTheStockCommandLineToTheSameRowsAndChecksum() throws Exception {
        Files.writeString(folder.resolve("root.yaml"), CHANGELOG);
        try (TestDatabase stock = TestServers.freshDatabase();
                TestDatabase ours = TestServers.freshDatabase()) {
            for (TestDatabase database : List.of(stock, ours)) {
                database.execute("""
                        CREATE TABLE "Odd Table" (id int PRIMARY KEY, n int);
                        INSERT INTO "Odd Table" SELECT i, i FROM generate_series(1, 5000) AS i""");
            }
            new StockCli(stock, folder, "root.yaml").run("update");
            new Schemactl(ours, folder, "root.yaml").upgrade();
            DatabaseState.assertSame(DatabaseState.read(stock), DatabaseState.read(ours), "update");
            assertEquals(
                    List.of("10 4990"),
                    DatabaseState.texts(
                            ours,
                            "SELECT count(*) FILTER (WHERE n = id) || ' ' || count(*) FILTER (WHERE n = id + 1) FROM \"Odd Table\""));

            // Each takes over from the other, because the checksum is the same.
            new StockCli(ours, folder, "root.yaml").run("rollback-count", "1");
            new Schemactl(stock, folder, "root.yaml").rollback(RollbackScope.everything());
            DatabaseState.assertSame(DatabaseState.read(stock), DatabaseState.read(ours), "rollback");
            assertEquals(
                    List.of("5000"), DatabaseState.texts(stock, "SELECT count(*) FROM \"Odd Table\" WHERE n = id"));
        }
    }
}
