package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollback says what it destroys before it does. */
final class DataLossTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void open() {
        project = Project.in(folder);
        project.changelog("""
                  - changeSet:
                      id: tables
                      author: test
                      changes:
                        - createTable:
                            tableName: person
                            columns: [{column: {name: id, type: int}}]
                        - createTable:
                            tableName: nothing
                            columns: [{column: {name: id, type: int}}]
                  - changeSet:
                      id: columns
                      author: test
                      changes:
                        - addColumn:
                            tableName: person
                            columns:
                              - column: {name: nick, type: text}
                              - column: {name: unused, type: text}
                """);
        assertEquals(0, project.run("upgrade").code());
    }

    @AfterEach
    void close() throws SQLException {
        project.close();
    }

    private Project.Run protectedRun(String... more) {
        project.file("schemactl.yaml", """
                targets:
                  main:
                    changelog: changelog.yaml
                    url: %s
                    protected: true
                """.formatted(project.database().url()));
        return project.withSettings(more);
    }

    @Test
    void countsRowsAndValues() throws SQLException {
        project.database()
                .execute("INSERT INTO person SELECT i, CASE WHEN i % 3 = 0 THEN 'n' END FROM generate_series(1, 30) i");

        var columns = project.run("rollback", "--count", "1");
        assertEquals(0, columns.code(), columns.toString());
        assertTrue(columns.toString().contains("person.nick"), columns.toString());
        assertTrue(columns.toString().matches("(?s).*\\b10\\b.*"), columns.toString());
        assertFalse(columns.toString().contains("unused"), columns.toString());

        var tables = project.run("rollback", "--all");
        assertEquals(0, tables.code(), tables.toString());
        assertTrue(tables.toString().matches("(?s).*\\b30\\b.*"), tables.toString());
        assertFalse(tables.toString().contains("nothing,"), tables.toString());
    }

    @Test
    void protectedTargetKeepsItsData() throws SQLException {
        project.database().execute("INSERT INTO person VALUES (1, 'n')");

        var refused = protectedRun("rollback", "--count", "1");

        assertEquals(6, refused.code(), refused.toString());
        assertTrue(refused.err().contains("error[data-loss]"), refused.err());
        assertTrue(refused.toString().contains("person.nick"), refused.toString());
        assertEquals(List.of("tables", "columns"), project.applied());

        var allowed = protectedRun("rollback", "--count", "1", "--allow-data-loss");
        assertEquals(0, allowed.code(), allowed.toString());
        assertEquals(List.of("tables"), project.applied());
    }

    @Test
    void protectedTargetLosesEmptyTables() throws SQLException {
        var run = protectedRun("rollback", "--all");

        assertEquals(0, run.code(), run.toString());
        assertEquals(List.of(), project.applied());
    }

    @Test
    void lockedTableIsEstimated() throws SQLException {
        project.database().execute("INSERT INTO person SELECT i, 'n' FROM generate_series(1, 5000) i; ANALYZE person");
        try (var other = project.database().connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE person");

            var run = protectedRun("rollback", "--all");

            assertEquals(6, run.code(), run.toString());
            assertTrue(run.toString().contains("5000") || run.toString().contains("5,000"), run.toString());
            assertTrue(run.toString().contains("about") || run.toString().contains("~"), run.toString());
        }
    }
}
