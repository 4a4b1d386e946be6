package io.schemactl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements with CONCURRENTLY, as their author may write them. */
final class ConcurrentIndexTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX CONCURRENTLY i ON t (x)|i on \"t\"",
                "create unique index concurrently if not exists \"I\" on only s.\"T\" using gin (x)|\"I\" on \"s\".\"T\"",
                "/* c */ CREATE INDEX /* d */ CONCURRENTLY i ON t (x)|i on \"t\"",
                "CREATE INDEX CONCURRENTLY ON t (x)|none",
                "CREATE INDEX i ON t (x)|none",
                "CREATE INDEX concurrently_named ON t (x)|none",
                "DROP INDEX CONCURRENTLY i|none",
                "SELECT 'CREATE INDEX CONCURRENTLY i ON t (x)'|none",
            })
    void findsTheIndexAndItsTable(String sql, String expected) {
        String found = ConcurrentIndex.find(sql)
                .map(build -> build.name().display() + " on " + build.table())
                .orElse("none");

        assertEquals(expected, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP INDEX CONCURRENTLY i|\"i\"",
                "DROP INDEX CONCURRENTLY IF EXISTS S.i CASCADE|\"s\".\"i\"",
                "DROP INDEX i|none",
            })
    void findsTheDroppedIndex(String sql, String expected) {
        assertEquals(expected, ConcurrentIndex.findDropped(sql).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX CONCURRENTLY i ON t (x)|true",
                "REINDEX (VERBOSE) TABLE CONCURRENTLY t|true",
                "ALTER TABLE t DETACH PARTITION p CONCURRENTLY|true",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v|false",
                "SELECT 'CONCURRENTLY'|false",
            })
    void knowsWhatCannotRunInATransaction(String sql, boolean expected) {
        assertEquals(expected, ConcurrentIndex.isConcurrent(sql));
    }
}
