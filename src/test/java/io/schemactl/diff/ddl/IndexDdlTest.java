package io.schemactl.diff.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indexes. */
final class IndexDdlTest {

    private static final String SETUP = """
            CREATE TABLE t (id int NOT NULL, a int, b text, "where" text);
            CREATE TABLE p (id int NOT NULL, a int) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
            CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (9) TO (19) PARTITION BY RANGE (id);
            CREATE TABLE p21 PARTITION OF p2 FOR VALUES FROM (9) TO (15);
            CREATE MATERIALIZED VIEW m AS SELECT id, b FROM t;
            INSERT INTO t VALUES (1, 2, 'x', 'y'), (2, 2, NULL, 'z')
            """;

    private static final String INVALID = "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | CREATE INDEX \"I x\" ON t USING gin (to_tsvector('english'::regconfig, b)) WITH (fastupdate = off) WHERE \"where\" = ' WHERE '",
                "CREATE INDEX i ON t (a) | CREATE INDEX i ON t (a DESC NULLS LAST, lower(b) text_pattern_ops) INCLUDE (id) WHERE a > 3",
                "CREATE INDEX i ON t (b) | CREATE UNIQUE INDEX i ON t (b COLLATE \"C\")",
                "CREATE INDEX i ON t (b) | CREATE INDEX i ON t USING hash (b)",
                "CREATE INDEX i ON t (b) WITH (fillfactor = 70) | CREATE INDEX i ON t (b) WITH (deduplicate_items = off);; ALTER TABLE t CLUSTER ON i",
                "CREATE INDEX i ON t (a);; CREATE INDEX j ON t (b);; ALTER TABLE t CLUSTER ON i | CREATE INDEX i ON t (a);; CREATE INDEX j ON t (b);; ALTER TABLE t CLUSTER ON j",
                "CREATE INDEX i ON m (id) | CREATE UNIQUE INDEX i ON m (b);; ALTER MATERIALIZED VIEW m CLUSTER ON i",
                "CREATE UNIQUE INDEX i ON t (id);; ALTER TABLE t REPLICA IDENTITY USING INDEX i | CREATE UNIQUE INDEX i ON t (id DESC);; ALTER TABLE t REPLICA IDENTITY USING INDEX i",
                "`` | CREATE INDEX i ON p (a)",
                "`` | CREATE INDEX i ON ONLY p (a);; CREATE INDEX \"X1\" ON p1 (a);; ALTER INDEX i ATTACH PARTITION \"X1\"",
                "CREATE INDEX i ON p (a) | CREATE INDEX i ON p (a, id) WITH (fillfactor = 50)",
                "ALTER TABLE t ADD CONSTRAINT i UNIQUE (a, id) | CREATE INDEX i ON t (a)",
                "ALTER TABLE t ADD CONSTRAINT i UNIQUE (a, id) | ALTER TABLE t ADD CONSTRAINT i UNIQUE (a, id) WITH (fillfactor = 60)",
            })
    void leadsThereAndBack(String from, String to) throws SQLException {
        for (int major : List.of(14, 18)) {
            DdlCase.on(major, SETUP).change(from == null ? "" : from, to);
        }
        DdlCase.on(18, SETUP).inSingleTransaction().change(from == null ? "" : from, to);
    }

    @Test
    void buildsTheNewIndexBeforeTheOldOneGoes() throws SQLException {
        var done = DdlCase.on(18, SETUP + "; CREATE INDEX i_new ON t (id)")
                .change("CREATE INDEX i ON t (a)", "CREATE INDEX i ON t (b) WHERE a > 1");
        assertEquals(
                List.of(
                        "CREATE INDEX CONCURRENTLY \"i_new2\" ON \"public\".\"t\" USING btree (b) WHERE (a > 1)",
                        "DROP INDEX CONCURRENTLY \"public\".\"i\"",
                        "ALTER INDEX \"public\".\"i_new2\" RENAME TO \"i\""),
                DdlCase.texts(done));
        assertEquals(List.of("INDEX_BUILD public.t SHARE UPDATE EXCLUSIVE"), DdlCase.hazards(done));
    }

    @Test
    void rebuildsInvalidIndexes() throws SQLException {
        String index = "CREATE INDEX i ON t (a)";
        for (int major : List.of(14, 18)) {
            var done = DdlCase.on(major, SETUP).migrate(index + ";;" + INVALID, index);
            assertEquals(List.of("REINDEX INDEX CONCURRENTLY \"public\".\"i\""), DdlCase.texts(done));
            DdlCase.on(major, SETUP).inSingleTransaction().migrate(index + ";;" + INVALID, index);
            DdlCase.on(major, SETUP)
                    .migrate(index + ";;" + INVALID.replace("= false", "= false, indisready = false"), index);
            DdlCase.on(major, SETUP).migrate(index + ";;" + INVALID, "CREATE INDEX i ON t (b)");
        }
    }

    @Test
    void refusesToMakeAnIndexInvalid() {
        String index = "CREATE INDEX i ON t (a)";
        assertThrows(Unmigratable.class, () -> DdlCase.on(14, SETUP).migrate(index, index + ";;" + INVALID));
    }

    @Test
    void attachesIndexes() throws SQLException {
        String apart = "CREATE INDEX i ON ONLY p (a);; CREATE INDEX x ON p1 (a)";
        String attached = apart + ";; ALTER INDEX i ATTACH PARTITION x";
        var done = DdlCase.on(14, SETUP).migrate(apart, attached);
        assertEquals(List.of("ALTER INDEX \"public\".\"i\" ATTACH PARTITION \"public\".\"x\""), DdlCase.texts(done));
    }
}
