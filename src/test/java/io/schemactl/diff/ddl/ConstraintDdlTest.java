package io.schemactl.diff.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints of all sorts. */
final class ConstraintDdlTest {

    private static final String SETUP = """
            CREATE EXTENSION btree_gist;
            CREATE TABLE t (id int NOT NULL, a int NOT NULL, b text, r int4range NOT NULL);
            CREATE TABLE "O x" (id int PRIMARY KEY, "B" int, UNIQUE (id, "B"));
            CREATE TABLE p (id int NOT NULL, a int NOT NULL) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
            CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (9) TO (19);
            CREATE TABLE up (x int, n int);
            CREATE TABLE low () INHERITS (up);
            INSERT INTO t VALUES (1, 2, 'x', '[1,2)'), (2, 3, NULL, '[2,3)');
            INSERT INTO "O x" VALUES (1, 2), (2, 3);
            INSERT INTO p VALUES (1, 2), (2, 1), (12, 1);
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | ALTER TABLE t ADD PRIMARY KEY (id)",
                "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (id) | ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a, id) DEFERRABLE",
                "ALTER TABLE t ADD CONSTRAINT k UNIQUE (id) | ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (id)",
                "ALTER TABLE t ADD CONSTRAINT k UNIQUE (b) DEFERRABLE INITIALLY DEFERRED | ALTER TABLE t ADD CONSTRAINT k UNIQUE (b, id) INCLUDE (a) WITH (fillfactor = 70)",
                "ALTER TABLE t ADD CONSTRAINT k UNIQUE (b) | ALTER TABLE t ADD CONSTRAINT k UNIQUE (b) WITH (fillfactor = 70);; ALTER TABLE t CLUSTER ON k",
                "ALTER TABLE t ADD CONSTRAINT k UNIQUE (a) | ALTER TABLE t ADD CONSTRAINT k UNIQUE (id);; ALTER TABLE t REPLICA IDENTITY USING INDEX k;; ALTER TABLE t REPLICA IDENTITY DEFAULT",
                "CREATE UNIQUE INDEX k ON t (b) | ALTER TABLE t ADD CONSTRAINT k UNIQUE (b)",
                "CREATE UNIQUE INDEX k ON t (b DESC) | ALTER TABLE t ADD CONSTRAINT k UNIQUE (b)",
                "ALTER TABLE p ADD CONSTRAINT k UNIQUE (id) | ALTER TABLE p ADD CONSTRAINT k PRIMARY KEY (id, a)",
                "`` | ALTER TABLE ONLY p ADD CONSTRAINT k PRIMARY KEY (id);; ALTER TABLE p1 ADD CONSTRAINT \"K 1\" PRIMARY KEY (id);; ALTER INDEX k ATTACH PARTITION \"K 1\";; ALTER TABLE p2 ADD CONSTRAINT z PRIMARY KEY (id);; ALTER INDEX k ATTACH PARTITION z",
                "ALTER TABLE p1 ADD CONSTRAINT k1 UNIQUE (id) | ALTER TABLE p1 ADD CONSTRAINT k1 UNIQUE (id);; ALTER TABLE p ADD CONSTRAINT k UNIQUE (id)",
                "`` | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\"",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" DEFERRABLE INITIALLY DEFERRED",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" NOT VALID | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" DEFERRABLE",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id, a) REFERENCES \"O x\" (id, \"B\") MATCH FULL ON UPDATE SET NULL ON DELETE CASCADE",
                "ALTER TABLE p ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES \"O x\" | ALTER TABLE p ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES \"O x\" ON DELETE SET DEFAULT DEFERRABLE",
                "`` | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\";; ALTER TABLE t DISABLE TRIGGER ALL;; ALTER TABLE \"O x\" DISABLE TRIGGER ALL",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\";; ALTER TABLE t DISABLE TRIGGER ALL;; ALTER TABLE \"O x\" DISABLE TRIGGER ALL",
                "`` | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0 AND (b <> 'x)' OR id > 0))",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1 IS TRUE)",
                "ALTER TABLE up ADD CONSTRAINT c CHECK (x > 0) | ALTER TABLE up ADD CONSTRAINT c CHECK (x > 0) NO INHERIT",
                "ALTER TABLE up ADD CONSTRAINT c CHECK (x > 0) NOT VALID | ALTER TABLE up ADD CONSTRAINT c CHECK (x > 0)",
                "`` | ALTER TABLE p1 ADD CONSTRAINT c CHECK (a > 0);; ALTER TABLE p ADD CONSTRAINT c CHECK (a > 0)",
                "`` | ALTER TABLE t ADD CONSTRAINT e EXCLUDE USING gist (id WITH =, r WITH &&) WHERE (a > 0) DEFERRABLE",
                "ALTER TABLE t ADD CONSTRAINT e EXCLUDE USING gist (id WITH =, r WITH &&) | ALTER TABLE t ADD CONSTRAINT e EXCLUDE USING gist (r WITH &&) INCLUDE (b) WITH (fillfactor = 70)",
            })
    void leadsThereAndBack(String from, String to) throws SQLException {
        for (int major : List.of(14, 18)) {
            DdlCase.on(major, SETUP).change(from, to);
        }
        DdlCase.on(18, SETUP).inSingleTransaction().change(from, to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALTER TABLE t ADD CONSTRAINT k UNIQUE (b) | ALTER TABLE t ADD CONSTRAINT k UNIQUE NULLS NOT DISTINCT (b)",
                "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (id, r) | ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (id, r WITHOUT OVERLAPS)",
                "`` | ALTER TABLE t ADD CONSTRAINT k UNIQUE (a, r WITHOUT OVERLAPS);; ALTER TABLE t ADD CONSTRAINT z FOREIGN KEY (a, PERIOD r) REFERENCES t (a, PERIOD r)",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id, a) REFERENCES \"O x\" (id, \"B\") ON DELETE SET NULL | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id, a) REFERENCES \"O x\" (id, \"B\") ON DELETE SET NULL (a)",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" NOT ENFORCED | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\"",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" NOT ENFORCED | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" NOT VALID",
                "ALTER TABLE p ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" NOT VALID | ALTER TABLE p ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\" NOT ENFORCED",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED",
                "`` | ALTER TABLE up ADD CONSTRAINT c NOT NULL x NO INHERIT",
                "ALTER TABLE up ADD CONSTRAINT c NOT NULL x NOT VALID | ALTER TABLE up ADD CONSTRAINT c NOT NULL x NO INHERIT",
                "ALTER TABLE up ADD CONSTRAINT c NOT NULL x NOT VALID | ALTER TABLE up ADD CONSTRAINT c NOT NULL n NOT VALID",
            })
    void leadsThereAndBackOnNewServers(String from, String to) throws SQLException {
        DdlCase.on(18, SETUP).change(from, to);
        DdlCase.on(18, SETUP).inSingleTransaction().change(from, to);
    }

    @Test
    void validatesInATransactionOfItsOwn() throws SQLException {
        var done =
                DdlCase.on(14, SETUP).change("", "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES \"O x\"");
        assertEquals(
                List.of(
                        "ALTER TABLE \"public\".\"t\" ADD CONSTRAINT \"f\" FOREIGN KEY (\"id\") REFERENCES \"public\".\"O x\" (\"id\") NOT VALID",
                        "ALTER TABLE \"public\".\"t\" VALIDATE CONSTRAINT \"f\""),
                DdlCase.texts(done));
        assertEquals(
                List.of(true, false),
                done.stream().map(each -> each.transactional()).toList());
        assertEquals(
                List.of(
                        "LOCK public.t SHARE ROW EXCLUSIVE",
                        "LOCK public.\"O x\" SHARE ROW EXCLUSIVE",
                        "TABLE_SCAN public.t SHARE UPDATE EXCLUSIVE",
                        "MAY_FAIL public.t"),
                DdlCase.hazards(done));
    }

    @Test
    void buildsAKeysIndexBeforeTheOldOneGoes() throws SQLException {
        var done = DdlCase.on(14, SETUP)
                .change("ALTER TABLE t ADD CONSTRAINT k UNIQUE (id)", "ALTER TABLE t ADD CONSTRAINT k UNIQUE (a)");
        assertEquals(
                List.of(
                        "CREATE UNIQUE INDEX CONCURRENTLY \"k_new\" ON \"public\".\"t\" USING btree (a)",
                        "ALTER TABLE \"public\".\"t\" DROP CONSTRAINT \"k\", ADD CONSTRAINT \"k\" UNIQUE USING INDEX \"k_new\""),
                DdlCase.texts(done));
        assertEquals(
                List.of(
                        "MAY_FAIL public.t",
                        "INDEX_BUILD public.t SHARE UPDATE EXCLUSIVE",
                        "LOCK public.t ACCESS EXCLUSIVE"),
                DdlCase.hazards(done));
    }
}
