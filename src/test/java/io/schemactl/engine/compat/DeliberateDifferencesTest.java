package io.schemactl.engine.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.engine.RollbackScope;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What schemactl does otherwise than the stock engine, on purpose. */
class DeliberateDifferencesTest {

    @TempDir
    private Path folder;

    /** The stock engine runs the rollback SQL of change sets whose changes never ran. */
    @Test
    void rollbackOfAMarkedChangeSetOnlyForgetsIt() throws Exception {
        write("""
                databaseChangeLog:
                  - changeSet:
                      id: marked
                      author: dee
                      preConditions: [ { onFail: MARK_RAN }, { tableExists: { tableName: nope } } ]
                      changes: [ { sql: { sql: CREATE TABLE made (a int) } } ]
                      rollback: DROP TABLE precious
                """);
        try (TestDatabase database = TestServers.freshDatabase()) {
            database.execute("CREATE TABLE precious (a int)");
            var schemactl = new Schemactl(database, folder, "root.yaml");
            schemactl.upgrade();
            schemactl.rollback(RollbackScope.everything());
            assertEquals(List.of(), DatabaseState.texts(database, "SELECT id FROM databasechangelog"));
            assertEquals(List.of("0"), DatabaseState.texts(database, "SELECT count(*) FROM precious"));
        }
    }

    /** The stock engine says that it cannot find the executor, when it gets there. */
    @Test
    void refusesOtherExecutorsBeforeAnythingRuns() throws Exception {
        write("""
                databaseChangeLog:
                  - changeSet: { id: with-psql, author: dee, runWith: psql, changes: [ { sql: { sql: SELECT 1 } } ] }
                """);
        try (TestDatabase database = TestServers.freshDatabase()) {
            var error = assertThrows(AssertionError.class, new Schemactl(database, folder, "root.yaml")::upgrade);
            assertTrue(String.valueOf(error.getMessage()).contains("cannot run a change set with `psql`"));
        }
    }

    /** A dry run cannot know the type of a column that does not exist; the stock engine fails with a null pointer. */
    @Test
    void saysThatAFileCannotBePlannedForATableThatIsNotThere() throws Exception {
        write("""
                databaseChangeLog:
                  - changeSet:
                      id: blob
                      author: dee
                      changes:
                        - createTable: { tableName: b, columns: [ { column: { name: c, type: bytea } } ] }
                        - insert: { tableName: b, columns: [ { column: { name: c, valueBlobFile: root.yaml } } ] }
                """);
        try (TestDatabase database = TestServers.freshDatabase()) {
            var schemactl = new Schemactl(database, folder, "root.yaml");
            var error = assertThrows(AssertionError.class, schemactl::plan);
            assertTrue(String.valueOf(error.getMessage()).contains("column c of table b must be there"));
            schemactl.upgrade();
            assertEquals(List.of("t"), DatabaseState.texts(database, "SELECT length(c) > 100 FROM b"));
        }
    }

    private void write(String changelog) throws IOException {
        Files.writeString(folder.resolve("root.yaml"), changelog);
    }
}
