package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;

/**
 * A table whose rows count how often they were changed, and a change set that changes them in ranges.
 *
 * @param project where they are
 */
record CountedRows(Project project) {

    /** How many rows the table has. */
    static final int ROWS = 100_000;

    /** A table whose rows count how often they were changed. */
    void table(String keyType, String key) throws SQLException {
        project.database().execute("""
                CREATE TABLE counted (id %s PRIMARY KEY, n int NOT NULL DEFAULT 0);
                INSERT INTO counted (id) SELECT %s FROM generate_series(1, %d) AS i;
                ANALYZE counted""".formatted(keyType, key, ROWS));
    }

    void batch(String attribute, String sql, String rollback) {
        project.changelog("""
                  - changeSet:
                      id: "1"
                      author: test
                      runInTransaction: false
                      schemactl:batch: %s
                      changes:
                        - sql: { sql: "%s" }
                      rollback:
                        - sql: { sql: "%s" }
                """.formatted(attribute, sql, rollback));
    }

    void increment(String options) {
        batch(
                "table=counted key=c.id " + options,
                "UPDATE counted c SET n = n + 1 WHERE true /* batch */",
                "UPDATE counted c SET n = n - 1 WHERE true /* batch */");
    }

    List<String> counts() throws SQLException {
        return project.query("SELECT n || ' ' || count(*) FROM counted GROUP BY n ORDER BY n");
    }

    void assertAtRest() throws SQLException {
        assertEquals(List.of("null"), project.query("SELECT to_regclass('databasechangelog_started')"));
    }

    long changed() throws SQLException {
        return Long.parseLong(
                project.query("SELECT count(*) FROM counted WHERE n > 0").get(0));
    }
}
