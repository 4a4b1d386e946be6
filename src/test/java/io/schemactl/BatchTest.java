package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schemactl.shadow.TestServers;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A change set that is executed in ranges of a key changes each row once. */
final class BatchTest extends BatchCase {

    static Stream<Arguments> keys() {
        var types = List.of(
                List.of("bigint", "i * 7 - 350000"),
                List.of("uuid", "md5(i::text)::uuid"),
                List.of("text COLLATE \"C\"", "chr(33 + i % 90) || '''\\\\' || i"),
                List.of("varchar(20)", "CASE i % 2 WHEN 0 THEN 'ä' ELSE 'Z' END || i"),
                List.of("timestamptz", "timestamptz '2020-01-01' + i * interval '1.000001 s'"),
                List.of("numeric", "i / 7.0"));
        return TestServers.ends().stream()
                .flatMap(version -> types.stream().map(type -> Arguments.of(version, type.get(0), type.get(1))));
    }

    @ParameterizedTest(name = "[{0}, {1}]")
    @MethodSource("keys")
    void changesEachRowOnceWhateverTheKeyIs(int version, String keyType, String key) throws Exception {
        open(version);
        counted.table(keyType, key);
        project.database()
                .execute("ALTER DATABASE \"%s\" SET datestyle = 'German'"
                        .formatted(project.database().name()));
        counted.increment("size=7000");

        var up = project.run("upgrade");

        assertEquals(0, up.code(), up.toString());
        assertTrue(up.err().contains("100,000 rows changed; run `ANALYZE counted`"), up.err());
        assertEquals(List.of("1 " + CountedRows.ROWS), counted.counts());
        assertEquals(List.of("15"), project.query("SELECT count(DISTINCT xmin::text) FROM counted"), "transactions");
        counted.assertAtRest();

        var back = project.run("rollback", "--all");

        assertEquals(0, back.code(), back.toString());
        assertEquals(List.of("0 " + CountedRows.ROWS), counted.counts());
        counted.assertAtRest();
    }

    @Test
    void keepsRowsWithEqualKeysInOneRangeAlsoOfPartitions() throws Exception {
        project.database().execute("""
                CREATE TABLE counted (id int NOT NULL, n int NOT NULL DEFAULT 0) PARTITION BY HASH (id);
                CREATE TABLE counted_0 PARTITION OF counted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE counted_1 PARTITION OF counted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                CREATE INDEX ON counted (id);
                INSERT INTO counted (id) SELECT i / 300 FROM generate_series(0, 8999) AS i""");
        counted.increment("size=1000");

        var run = project.run("upgrade");

        assertEquals(0, run.code(), run.toString());
        assertEquals(List.of("1 9000"), counted.counts());
        assertEquals(List.of("8"), project.query("SELECT count(DISTINCT xmin::text) FROM counted"));
        assertEquals(
                List.of(), project.query("SELECT id FROM counted GROUP BY id HAVING count(DISTINCT xmin::text) > 1"));
    }

    @Test
    void planShowsTheRangesAndTheScriptLeadsToTheSameEnd() throws Exception {
        counted.table("bigint", "i");
        counted.increment("size=40000 pause=100ms analyze=true");

        String plan = project.run("plan").out();

        assertTrue(
                plan.contains("in ranges of 40000 rows of counted, each in a transaction of its own, pauses of 100ms"),
                plan);
        assertTrue(plan.contains("WHERE (c.id > :from AND c.id <= :to)"), plan);
        String script = project.run("upgrade", "--dry-run").out();
        assertTrue(
                script.contains("-- schemactl executes it in ranges of 40000 rows; here it is one statement\n"),
                script);
        // Nobody else holds the lock, which is all that psql would decide.
        PsqlScript.run(
                project.database(),
                script.replace(" \\gset", ";").replaceAll("(?m)^DO \\$schemactl\\$ BEGIN RAISE.*$", ""));
        assertEquals(List.of("1 " + CountedRows.ROWS), counted.counts());
        assertTrue(project.run("status").out().contains("applied"));
        assertEquals(0, project.run("status", "--check").code());
    }

    @Test
    void deletesAndInsertsInRanges() throws Exception {
        counted.table("bigint", "i");
        project.database().execute("CREATE TABLE copy AS TABLE counted WITH NO DATA");
        counted.batch(
                "table=counted key=id size=30000 analyze=true",
                "INSERT INTO copy SELECT id, 1 FROM counted WHERE id % 2 = 0 AND true /* batch */",
                "DELETE FROM copy WHERE true /* batch */");

        var up = project.run("upgrade");

        assertEquals(0, up.code(), up.toString());
        assertTrue(up.err().contains("50,000 rows changed\n"), up.err());
        assertEquals(List.of("50000"), project.query("SELECT count(*) FROM copy"));
        assertEquals(0, project.run("rollback", "--all").code());
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM copy"));
    }

    /** The type's own operators put 'b' before 'C'; those of text, which would be found, do not. */
    @Test
    void refusesAKeyWhoseOperatorsAreNotOnTheSearchPath() throws Exception {
        project.database().execute("CREATE SCHEMA hidden; CREATE EXTENSION citext SCHEMA hidden");
        counted.table("hidden.citext", "CASE i % 2 WHEN 0 THEN 'a' ELSE 'Z' END || i");
        counted.increment("size=7000");

        var refused = project.run("upgrade");

        assertEquals(3, refused.code(), refused.toString());
        assertTrue(
                refused.err()
                        .contains(
                                "the key id of counted has the type hidden.citext, whose operators are not on the search path"),
                refused.err());
        project.database()
                .execute("ALTER DATABASE \"%s\" SET search_path = public, hidden"
                        .formatted(project.database().name()));
        var up = project.run("upgrade");
        assertEquals(0, up.code(), up.toString());
        assertEquals(List.of("1 " + CountedRows.ROWS), counted.counts());
    }

    @Test
    void refusesAKeyWhoseNotNullIsNotValidated() throws Exception {
        int newest = TestServers.versions().get(TestServers.versions().size() - 1);
        assumeTrue(newest >= 18, "older versions have no such NOT NULL");
        open(newest);
        project.database().execute("""
                CREATE TABLE counted (id int UNIQUE, n int NOT NULL DEFAULT 0);
                INSERT INTO counted (id) VALUES (1), (2), (3), (NULL);
                ALTER TABLE counted ADD CONSTRAINT later NOT NULL id NOT VALID""");
        counted.increment("size=1");

        var refused = project.run("upgrade");

        assertEquals(3, refused.code(), refused.toString());
        assertTrue(refused.err().contains("may be null, and no range holds such rows"), refused.err());
        project.database()
                .execute("DELETE FROM counted WHERE id IS NULL; ALTER TABLE counted VALIDATE CONSTRAINT later");
        assertEquals(0, project.run("upgrade").code());
        assertEquals(List.of("1 3"), counted.counts());
    }

    @Test
    void worksOnNoRowsAndOnNamesOfAnyKind() throws Exception {
        project.database().execute("""
                CREATE SCHEMA "My Schema";
                CREATE TABLE "My Schema"."Odd ""T=.ü" ("Ke y" int, b text, n int NOT NULL DEFAULT 0, PRIMARY KEY ("Ke y", b))""");
        counted.batch(
                "'table=\"My Schema\".\"Odd \"\"T=.ü\" key=o.\"Ke y\" size=2 analyze=true'",
                "UPDATE \\\"My Schema\\\".\\\"Odd \\\"\\\"T=.ü\\\" o SET n = n + 1 WHERE true /* batch */",
                "UPDATE \\\"My Schema\\\".\\\"Odd \\\"\\\"T=.ü\\\" o SET n = n - 1 WHERE true /* batch */");

        var empty = project.run("upgrade");

        assertEquals(0, empty.code(), empty.toString());
        assertTrue(empty.err().contains("0 rows changed\n"), empty.err());
        assertEquals(0, project.run("rollback", "--all").code());
        project.database().execute("""
                INSERT INTO "My Schema"."Odd ""T=.ü" ("Ke y", b)
                SELECT i / 3, i::text FROM generate_series(1, 20) AS i""");
        assertEquals(0, project.run("upgrade").code());
        assertEquals(List.of("20"), project.query("SELECT count(*) FROM \"My Schema\".\"Odd \"\"T=.ü\" WHERE n = 1"));
        counted.assertAtRest();
    }

    @Test
    void refusesKeysWhoseRangesCannotBeFound() throws Exception {
        project.database()
                .execute(
                        "CREATE TABLE t (a int, b int, c int NOT NULL, d int[] PRIMARY KEY); CREATE INDEX ON t (a); CREATE INDEX ON t USING hash (c)");
        for (var said : List.of(
                List.of("nowhere", "id", "there is no table nowhere with a column id"),
                List.of("t", "a", "the key a of t may be null, and no range holds such rows"),
                List.of("t", "c", "t has no B-tree index that begins with c"),
                List.of("t", "d", "the key d of t has the type integer[], whose values consist of others"))) {
            counted.batch(
                    "table=%s key=%s".formatted(said.get(0), said.get(1)),
                    "UPDATE t SET b = 1 WHERE true /* batch */",
                    "SELECT 1");
            var run = project.run("upgrade");
            assertEquals(3, run.code(), run.toString());
            assertTrue(run.err().contains(said.get(2)), run.err());
            assertTrue(run.err().contains("changelog.yaml:8:"), run.err());
        }
        Files.delete(folder.resolve("changelog.yaml"));
    }
}
