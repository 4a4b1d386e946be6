package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What plan finds out beside the SQL, on real servers. */
final class PlanTest {

    static final String SCHEMA = """
            CREATE TABLE visit (id int PRIMARY KEY, kind int NOT NULL, note text);
            CREATE TABLE event (id int, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
            CREATE TABLE event_2026 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')""";

    private static final String GROWN = Project.changeSet(1, true, SCHEMA)
            + Project.changeSet(
                    2,
                    true,
                    "ALTER TABLE visit ALTER COLUMN kind TYPE bigint",
                    "ALTER TABLE visit ALTER COLUMN kind TYPE int")
            + Project.changeSet(
                    3, false, "CREATE INDEX CONCURRENTLY visit_kind ON visit (kind)", "DROP INDEX visit_kind")
            + Project.changeSet(
                    4,
                    true,
                    "ALTER TABLE event ADD COLUMN size int NOT NULL DEFAULT 0",
                    "ALTER TABLE event DROP COLUMN size");

    @TempDir
    Path folder;

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    private Project project(int major) {
        return new Project(folder, TestServers.freshDatabase(major));
    }

    static void fill(TestDatabase database) throws SQLException {
        database.execute("""
                INSERT INTO visit SELECT n, n, repeat('x', 100) FROM generate_series(1, 20000) n;
                INSERT INTO event SELECT n, date '2025-01-01' + n % 700 FROM generate_series(1, 10000) n;
                """);
        database.execute("ANALYZE");
    }

    /** The text without its line breaks. */
    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    static JsonNode changeSet(Project.Run run, int index) throws IOException {
        assertEquals(0, run.code(), run.toString());
        JsonNode plan = new ObjectMapper().readTree(run.out());
        return plan.at("/targets/0/changeSets/" + index);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void saysLocksWorkAndSizes(int major) throws Exception {
        try (Project project = project(major)) {
            project.sql(SCHEMA);
            assertEquals(0, project.run("upgrade").code());
            fill(project.database());
            project.changelog(GROWN);

            var run = project.run("plan", "--format", "json");

            JsonNode rewrite = changeSet(run, 0).at("/tables/0");
            assertEquals("visit", rewrite.get("name").asText(), run.out());
            assertEquals("ACCESS EXCLUSIVE", rewrite.get("lock").asText());
            assertTrue(rewrite.get("rewritten").asBoolean());
            assertEquals(20_000, rewrite.get("rows").asLong());
            assertTrue(rewrite.get("bytes").asLong() > 2_000_000, run.out());
            assertTrue(rewrite.get("bytes").asLong() > rewrite.get("heapBytes").asLong(), run.out());
            assertTrue(rewrite.get("writesPerSecond").asDouble() > 0, run.out());
            JsonNode index = changeSet(run, 1).at("/tables/0");
            assertEquals("SHARE UPDATE EXCLUSIVE", index.get("lock").asText(), run.out());
            assertEquals("visit_kind", index.at("/indexesBuilt/0").asText());
            assertFalse(index.get("blocksWrites").asBoolean());
            JsonNode partitioned = changeSet(run, 2).at("/tables");
            assertEquals(1, partitioned.size(), partitioned.toString());
            assertEquals("event", partitioned.at("/0/name").asText());
            assertEquals(10_000, partitioned.at("/0/rows").asLong());
            assertFalse(partitioned.at("/0/rewritten").asBoolean());
            assertEquals(
                    "event.size",
                    changeSet(run, 2).at("/lostByRollback/0/object").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void namesTheTransactionThatIsInTheWay(int major) throws Exception {
        try (Project project = project(major)) {
            project.sql(SCHEMA);
            assertEquals(0, project.run("upgrade").code());
            project.sql(SCHEMA, "ALTER TABLE visit ADD COLUMN size int", "ALTER TABLE event ADD COLUMN size int");
            try (var reader = project.database().connect();
                    var statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.execute("SET application_name = 'the report'");
                statement.execute("SELECT count(*) FROM visit");
                statement.execute("SELECT count(*) FROM event_2025");
                Thread.sleep(3_500);

                var run = project.run("plan");

                assertEquals(0, run.code(), run.toString());
                assertTrue(run.out().contains("careful: takes ACCESS EXCLUSIVE on visit ("), run.out());
                assertTrue(
                        oneLine(run.out())
                                .matches(
                                        "(?s).*must wait for pid \\d+, user postgres \\(the report\\), idle in transaction"
                                                + " for \\d+ s, which holds ACCESS SHARE on visit: it waits at most --lock-timeout.*"),
                        run.out());
                assertTrue(oneLine(run.out()).contains("which holds ACCESS SHARE on event_2025"), run.out());
            }
        }
    }

    @Test
    void judgesByAFileWithoutADatabase() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            project.sql(SCHEMA, "ALTER TABLE visit ALTER COLUMN kind TYPE bigint");
            project.file("stats.json", """
                    {"version": 1, "serverVersion": "14.1", "taken": "2026-03-01T10:00:00Z", "since": "2026-02-01T10:00:00Z",
                     "sinceServerStart": false,
                     "tables": [{"schema": "public", "name": "visit", "bytes": 12884901888, "heapBytes": 8589934592,
                                 "rows": 40000000, "written": 241920000}],
                     "applied": [{"id": "1", "author": "test", "file": "changelog.yaml"}]}
                    """);

            var run = project.runAs("postgresql://nobody@localhost:1/none", "plan", "--stats", "stats.json");

            assertEquals(0, run.code(), run.toString());
            assertTrue(
                    oneLine(run.out())
                            .contains(
                                    "dangerous: takes ACCESS EXCLUSIVE on visit (12 GB, 40 million rows) and rewrites it:"
                                            + " expect minutes of blocked reads and writes"),
                    run.out());
            assertTrue(run.out().contains("visit has 100 writes/s, which wait meanwhile"), run.out());
            assertTrue(run.out().contains("1 change set would run"), run.out());
        }
    }

    @Test
    void saysWhatIsMissingWithoutAShadow() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            project.sql(SCHEMA);

            var run = project.run("plan", "--shadow", "postgresql://nobody@localhost:1/none");

            assertEquals(0, run.code(), run.toString());
            assertTrue(run.out().contains("CREATE TABLE visit"), run.out());
            assertTrue(
                    oneLine(run.out())
                            .contains(
                                    "not known: locks, rewrites and losses, because nothing could be tried on a shadow:"
                                            + " nobody listens on localhost:1"),
                    run.out());
        }
    }

    @Test
    void saysWhyAChangeSetFailsOnRows() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            project.sql(SCHEMA, "ALTER TABLE visit ADD COLUMN weight integer NOT NULL");

            var run = project.run("plan");

            assertEquals(0, run.code(), run.toString());
            assertTrue(
                    oneLine(run.out())
                            .contains("careful: failed on a shadow with generated rows, and was judged without rows:"
                                    + " the statement failed: 23502 column \"weight\""),
                    run.out());
        }
    }

    @Test
    void needsNoShadowWithoutTrace() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            project.sql(SCHEMA);

            var run = project.run("plan", "--no-trace", "--shadow", "postgresql://nobody@localhost:1/none");

            assertEquals(0, run.code(), run.toString());
            assertFalse(run.out().contains("not known"), run.out());
        }
    }

    @Test
    void takesRenamedTablesForWhatTheyWere() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            project.sql(SCHEMA);
            assertEquals(0, project.run("upgrade").code());
            fill(project.database());
            project.sql(SCHEMA, "ALTER TABLE visit RENAME TO call", "ALTER TABLE call ALTER COLUMN kind TYPE bigint");

            var run = project.run("plan", "--format", "json");

            assertEquals("visit", changeSet(run, 0).at("/tables/0/name").asText(), run.out());
            assertEquals("visit", changeSet(run, 1).at("/tables/0/name").asText(), run.out());
            assertEquals(20_000, changeSet(run, 1).at("/tables/0/rows").asLong());
        }
    }

    @Test
    void readsSizesBesideALockedTable() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            project.sql(SCHEMA);
            assertEquals(0, project.run("upgrade").code());
            fill(project.database());
            project.sql(SCHEMA, "ALTER TABLE visit ADD COLUMN size int");
            try (var writer = project.database().connect();
                    var statement = writer.createStatement()) {
                writer.setAutoCommit(false);
                statement.execute("LOCK TABLE visit");

                var run = project.run("plan");

                assertEquals(0, run.code(), run.toString());
                assertTrue(
                        oneLine(run.out()).contains("not known: a table is locked against reading at this moment"),
                        run.out());
                assertTrue(run.out().contains("20,000 rows"), run.out());
            }
        }
    }

    @Test
    void goesOnAfterAChangeSetThatFailsOnTheShadow() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            project.sql(SCHEMA);
            assertEquals(0, project.run("upgrade").code());
            project.database().execute("CREATE TABLE by_hand (id int)");
            project.sql(SCHEMA, "ALTER TABLE visit ADD COLUMN size int", "ALTER TABLE by_hand ADD COLUMN size int");

            var run = project.run("plan");

            assertEquals(0, run.code(), run.toString());
            assertTrue(run.out().contains("takes ACCESS EXCLUSIVE on visit"), run.out());
            assertTrue(oneLine(run.out()).contains("because a change set fails on the shadow"), run.out());
        }
    }

    @Test
    void plansWhatABranchAdds() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            project.sql(SCHEMA);
            GitFolder git = GitFolder.create(folder);
            git.commit("main");
            git.branch("base");
            project.sql(SCHEMA, "ALTER TABLE visit ALTER COLUMN kind TYPE bigint");

            var run = project.runAs(
                    "postgresql://nobody@localhost:1/none", "plan", "--offline", "--since", "base", "--format", "json");

            assertEquals("2", changeSet(run, 0).get("id").asText(), run.out());
            assertEquals("visit", changeSet(run, 0).at("/tables/0/name").asText(), run.out());
            assertTrue(changeSet(run, 1).isMissingNode(), run.out());
            assertEquals(2, project.run("plan", "--since", "base").code());
        }
    }
}
