package io.schemactl.engine.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.engine.RollbackScope;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.Scope.ScopedRunnerWithReturn;
import liquibase.changelog.ChangeSet;
import liquibase.database.core.PostgresDatabase;
import org.junit.jupiter.api.Test;

/** Databases that older versions of Liquibase left, and changes that are programs. */
class TakeOverTest {

    private static final Path OLDER = CorpusTest.CORPUS.resolveSibling("older");
    private static final Path PROGRAMS = CorpusTest.CORPUS.resolveSibling("programs");

    @Test
    void takesOverHistoryOfOlderVersionsAsTheStockCommandLineDoes() throws Exception {
        try (TestDatabase stock = TestServers.freshDatabase();
                TestDatabase ours = TestServers.freshDatabase()) {
            for (TestDatabase database : new TestDatabase[] {stock, ours}) {
                new Schemactl(database, OLDER, "root.yaml", Map.of(), "!later", null).upgrade();
                makeOlder(database);
            }
            new StockCli(stock, OLDER, "root.yaml").run("update");
            new Schemactl(ours, OLDER, "root.yaml").upgrade();
            DatabaseState.assertSame(DatabaseState.read(stock), DatabaseState.read(ours), "take-over");
            String status = new StockCli(ours, OLDER, "root.yaml").run("status", "--verbose");
            assertEquals(List.of("root.yaml::v8-always::old"), CorpusTest.unapplied(status), status);
        }
    }

    private static void makeOlder(TestDatabase database) throws Exception {
        for (ChangeSet changeSet : ChangeTypesTest.parse(OLDER)) {
            boolean hasChecksum = changeSet.getId().startsWith("v8");
            String checksum = hasChecksum ? "'%s'".formatted(oldChecksum(changeSet)) : "NULL";
            database.execute(
                    "UPDATE databasechangelog SET md5sum = %s WHERE id = '%s'".formatted(checksum, changeSet.getId()));
        }
        database.execute(
                "ALTER TABLE databasechangelog DROP COLUMN deployment_id, DROP COLUMN labels, DROP COLUMN contexts");
    }

    private static String oldChecksum(ChangeSet changeSet) throws Exception {
        ScopedRunnerWithReturn<String> work =
                () -> changeSet.generateCheckSum(ChecksumVersion.V8).toString();
        return Scope.child(Map.of(Scope.Attr.database.name(), new PostgresDatabase()), work);
    }

    @Test
    void runsProgramsAsTheStockCommandLineDoes() throws Exception {
        try (TestDatabase stock = TestServers.freshDatabase();
                TestDatabase ours = TestServers.freshDatabase()) {
            new StockCli(stock, PROGRAMS, "root.yaml").run("update");
            new Schemactl(ours, PROGRAMS, "root.yaml").upgrade();
            DatabaseState.assertSame(DatabaseState.read(stock), DatabaseState.read(ours), "programs");
            new StockCli(stock, PROGRAMS, "root.yaml").run("rollback-count", "10");
            new Schemactl(ours, PROGRAMS, "root.yaml").rollback(RollbackScope.everything());
            DatabaseState.assertSame(DatabaseState.read(stock), DatabaseState.read(ours), "rollback of programs");
        }
    }
}
