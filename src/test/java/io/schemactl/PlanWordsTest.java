package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.schemactl.shadow.TestServers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What plan says of change sets that run again, of work beside others, of much work, and of tables without statistics. */
final class PlanWordsTest {

    @TempDir
    Path folder;

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void tracesWhatRunsAgainBecauseItChanged(int major) throws Exception {
        String yaml = Project.changeSet(1, true, "CREATE TABLE visit (id int PRIMARY KEY, kind int)")
                + Project.changeSet(2, true, "ALTER TABLE visit ALTER COLUMN kind SET DEFAULT 1")
                        .replace("runInTransaction: true", "runOnChange: true")
                + Project.changeSet(3, true, "ALTER TABLE visit ADD COLUMN late int");
        try (Project project = new Project(folder, TestServers.freshDatabase(major))) {
            project.changelog(yaml);
            assertEquals(0, project.run("upgrade").code());
            project.changelog(yaml.replace("SET DEFAULT 1", "SET DEFAULT 2"));

            var run = project.run("plan", "--format", "json");

            assertEquals("2", PlanTest.changeSet(run, 0).get("id").asText(), run.out());
            assertEquals(
                    "ACCESS EXCLUSIVE",
                    PlanTest.changeSet(run, 0).at("/tables/0/lock").asText(),
                    run.out());
            assertTrue(PlanTest.changeSet(run, 1).isMissingNode(), run.out());
            assertFalse(run.out().contains("did not run on the shadow"), run.out());
        }
    }

    @Test
    void saysThatReadsAndWritesGoOnWhileAConstraintIsValidated() throws Exception {
        try (Project project = Project.in(folder)) {
            project.sql(PlanTest.SCHEMA, "ALTER TABLE visit ADD CONSTRAINT ck_visit_kind CHECK (kind > 0) NOT VALID");
            assertEquals(0, project.run("upgrade").code());
            PlanTest.fill(project.database());
            project.sql(
                    PlanTest.SCHEMA,
                    "ALTER TABLE visit ADD CONSTRAINT ck_visit_kind CHECK (kind > 0) NOT VALID",
                    "ALTER TABLE visit VALIDATE CONSTRAINT ck_visit_kind");

            var run = project.run("plan");

            assertTrue(
                    PlanTest.oneLine(run.out())
                            .matches(
                                    ".*safe: takes SHARE UPDATE EXCLUSIVE on visit \\([^)]*20,000 rows\\) and reads all of it:"
                                            + " expect less than a second, while reads and writes go on.*"),
                    run.out());
        }
    }

    @Test
    void staysWithinATerminalOfHundredColumns() throws Exception {
        var sql = new StringBuilder("ALTER TABLE visit ADD COLUMN c0 int");
        for (int i = 1; i < 9; i++) {
            sql.append(";\nALTER TABLE visit ADD COLUMN c%d int;\nCREATE INDEX ix_visit_c%d ON visit (c%d)"
                    .formatted(i, i, i));
        }
        var back = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            back.append("ALTER TABLE visit DROP COLUMN c%d;\n".formatted(i));
        }
        try (Project project = Project.in(folder)) {
            project.sql(PlanTest.SCHEMA);
            assertEquals(0, project.run("upgrade").code());
            PlanTest.fill(project.database());
            project.changelog(Project.changeSet(1, true, PlanTest.SCHEMA)
                    + Project.changeSet(2, true, sql.toString(), back.toString()));

            var run = project.run("plan");

            assertEquals(0, run.code(), run.toString());
            assertTrue(run.out().contains("builds 8 indexes on it"), run.out());
            assertTrue(run.out().contains("8 indexes built"), run.out());
            assertTrue(
                    PlanTest.oneLine(run.out()).contains("a later rollback loses: the values of visit.c0"), run.out());
            assertTrue(PlanTest.oneLine(run.out()).contains(", and 4 more"), run.out());
            String outlook = run.out()
                    .substring(
                            run.out().indexOf("careful: ") > 0
                                    ? run.out().indexOf("careful: ")
                                    : run.out().indexOf("safe: "));
            outlook.lines().forEach(line -> assertTrue(line.length() <= 100, line));
            JsonNode json = PlanTest.changeSet(project.run("plan", "--format", "json"), 0);
            assertEquals(8, json.at("/tables/0/indexesBuilt").size(), json.toString());
            assertEquals(9, json.at("/lostByRollback").size(), json.toString());
        }
    }

    @Test
    void estimatesRowsOfTablesThatWereNeverAnalyzed() throws Exception {
        try (Project project = Project.in(folder)) {
            String schema = """
                    CREATE TABLE "Odd ""Name" (id int PRIMARY KEY, note text);
                    CREATE TABLE grown (id int PRIMARY KEY);
                    CREATE TABLE blank (id int PRIMARY KEY, note text)""";
            project.sql(schema);
            assertEquals(0, project.run("upgrade").code());
            project.database().execute("""
                    ALTER TABLE grown SET (autovacuum_enabled = false);
                    INSERT INTO grown SELECT generate_series(1, 1000);
                    """);
            project.database().execute("ANALYZE grown");
            project.database().execute("INSERT INTO grown SELECT generate_series(1001, 50000)");
            project.sql(schema, """
                    ALTER TABLE "Odd ""Name" ADD COLUMN size int;
                    ALTER TABLE grown ADD COLUMN size int;
                    ALTER TABLE blank ADD COLUMN size int""");

            var run = project.run("plan", "--format", "json");

            JsonNode tables = PlanTest.changeSet(run, 0).get("tables");
            assertEquals("Odd \"Name", tables.at("/0/name").asText(), run.out());
            assertEquals(0, tables.at("/0/rows").asLong(-1), run.out());
            assertEquals(0, tables.at("/1/rows").asLong(-1), run.out());
            assertEquals("grown", tables.at("/2/name").asText());
            assertTrue(Math.abs(tables.at("/2/rows").asLong() - 50_000) < 15_000, run.out());
        }
    }
}
