package io.schemactl.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.problem.Position;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.story.StoryTest;
import io.schemactl.story.StoryTests;
import io.schemactl.story.TestCheck.Succeeds;
import io.schemactl.story.TestSql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tests files do on a real server. */
final class FunctionalTestsTest {

    private static final String SCHEMA = """
            CREATE TABLE people (id integer PRIMARY KEY, name text NOT NULL CONSTRAINT ck_name CHECK (name <> ''), facts jsonb);
            CREATE UNIQUE INDEX uq_people_name ON people (name);
            CREATE TABLE pets (owner integer CONSTRAINT fk_owner REFERENCES people DEFERRABLE INITIALLY DEFERRED);
            INSERT INTO people SELECT n, 'person ' || n FROM generate_series(1, 3) AS n""";

    private final TestDatabase database = TestServers.freshDatabase();
    private TestDesk desk;

    @BeforeEach
    void connect() throws SQLException {
        database.execute(SCHEMA);
        desk = TestDesk.on(database);
    }

    @AfterEach
    void drop() throws SQLException {
        desk.close();
        database.close();
    }

    private static String names(List<TestResult> results, boolean passed) {
        return results.stream()
                .filter(result -> result.passed() == passed)
                .map(TestResult::name)
                .collect(Collectors.joining(" "));
    }

    @Test
    void rollsBackWhatATestDoes() throws SQLException {
        List<TestResult> results = desk.run("""
                tests:
                  - { name: deletes, statement: DELETE FROM people, affects: 3 }
                  - { name: still-there, query: SELECT count(*) FROM people, rows: [3] }
                  - { name: inserts, given: "INSERT INTO people VALUES (4, 'x')", query: SELECT count(*) FROM people, rows: [4] }
                  - { name: gone-again, query: SELECT count(*) FROM people, rows: [3] }
                  - { name: sets, statement: SET search_path = nowhere }
                  - { name: forgotten, query: SELECT count(*) FROM people, rows: [3] }
                """);
        assertEquals("", names(results, false));
        assertEquals("3", desk.value("SELECT count(*) FROM people"));
        assertFalse(desk.connection().isInTransaction());
    }

    @Test
    void comparesErrors() throws SQLException {
        List<TestResult> results = desk.run("""
                tests:
                  - { name: state, statement: "INSERT INTO people VALUES (1, 'x')", error: 23505 }
                  - { name: constraint, statement: "INSERT INTO people VALUES (4, '')", error: { sqlstate: 23514, constraint: ck_name } }
                  - name: index
                    statement: INSERT INTO people VALUES (4, 'person 1')
                    error: { sqlstate: 23505, constraint: uq_people_name, message: duplicate key }
                  - { name: deferred, statement: INSERT INTO pets VALUES (9), error: { sqlstate: 23503, constraint: fk_owner } }
                  - { name: other-state, statement: "INSERT INTO people VALUES (1, 'x')", error: 23503 }
                  - { name: other-constraint, statement: "INSERT INTO people VALUES (1, 'x')", error: { sqlstate: 23505, constraint: c } }
                  - { name: other-message, statement: "INSERT INTO people VALUES (1, 'x')", error: { sqlstate: 23505, message: nope } }
                  - { name: none, statement: SELECT 1, error: 23505 }
                """);
        assertEquals("state constraint index deferred", names(results, true));
        TestOutcome other = results.get(5).outcome();
        assertEquals("error 23505, constraint c", other.expected());
        assertEquals(
                "error 23505, constraint people_pkey: duplicate key value violates unique constraint \"people_pkey\"",
                other.actual());
        assertEquals("Key (id)=(1) already exists.", TestDesk.server(other).detail());
        assertEquals("success", results.get(7).outcome().actual());
        assertEquals(TestKind.ERROR, results.get(7).kind());
        assertEquals(new Position(Path.of("tests.yaml"), 11, 5), results.get(7).position());
    }

    @Test
    void countsRows() throws SQLException {
        List<TestResult> results = desk.run("""
                tests:
                  - { name: update, statement: UPDATE people SET name = name || '!' WHERE id > 1, affects: 2 }
                  - { name: returning, statement: DELETE FROM people WHERE id = 1 RETURNING id, affects: 1 }
                  - { name: none, statement: DELETE FROM people WHERE id = 9, affects: 0 }
                  - { name: more, statement: DELETE FROM people, affects: 2 }
                """);
        assertEquals("update returning none", names(results, true));
        assertEquals(
                "2 rows, 3 rows",
                results.get(3).outcome().expected() + ", "
                        + results.get(3).outcome().actual());
    }

    @Test
    void aStatementMustSucceed() throws SQLException {
        TestResult passed = desk.runOne("statement: INSERT INTO people VALUES (4, 'x')");
        TestResult failed = desk.runOne("statement: INSERT INTO people VALUES (4, nme)");
        assertTrue(passed.passed());
        assertEquals(
                "error 42703: column \"nme\" does not exist", failed.outcome().actual());
        assertEquals("nme)", TestDesk.marked(failed.outcome()));
    }

    @Test
    void saysThatGivenFails() throws SQLException {
        TestResult result = desk.runOne("""
                given:
                  - INSERT INTO people VALUES (4, 'x')
                  - INSERT INTO people VALUES (5, 'y'); INSERT INTO people VALUES (1, 'z')
                statement: INSERT INTO people VALUES (1, 'x')
                error: 23505
                """);
        assertFalse(result.passed());
        assertEquals("`given` in line 5 fails", result.outcome().difference());
        assertEquals("INSERT INTO people VALUES (1, 'z')", TestDesk.marked(result.outcome()));
    }

    @Test
    void deferredConstraintsAreMetByGivenAndStatementTogether() throws SQLException {
        assertTrue(desk.runOne("""
                given: INSERT INTO pets VALUES (9)
                statement: INSERT INTO people VALUES (9, 'x')
                """).passed());
        assertFalse(desk.runOne("statement: INSERT INTO pets VALUES (9)").passed());
    }

    @Test
    void aSlowTestIsCancelledAndHarmsNoOther() throws SQLException {
        List<TestResult> results = desk.run("""
                tests:
                  - { name: slow, statement: SELECT pg_sleep(60) }
                  - { name: next, query: SELECT count(*) FROM people, rows: [3] }
                """, Duration.ofMillis(200));
        assertEquals("slow", names(results, false));
        assertEquals("57014", TestDesk.server(results.get(0).outcome()).sqlState());
        assertEquals(
                "it takes longer than a statement may take, 0.2 s",
                results.get(0).outcome().difference());
        assertTrue(results.get(0).took().compareTo(Duration.ofSeconds(30)) < 0);
        assertEquals("0", desk.value("SELECT setting FROM pg_settings WHERE name = 'statement_timeout'"));
    }

    @Test
    void aTestThatEndsItsTransactionFailsAndHarmsNoOther() throws SQLException {
        var here = Position.startOf(Path.of("tests.yaml"));
        var committing = new StoryTest("commits", here, List.of(), new TestSql("COMMIT", here), new Succeeds());
        var next = new StoryTest("next", here, List.of(), new TestSql("SELECT 1", here), new Succeeds());
        List<TestResult> results = new FunctionalTests(desk.connection())
                .run(new StoryTests("story", List.of(), List.of(), List.of(committing, next)));
        assertEquals("commits", names(results, false));
        assertEquals("the test ended its transaction", results.get(0).outcome().actual());
    }

    @Test
    void aProcedureCannotCommit() throws SQLException {
        TestResult result = desk.runOne("""
                given: DELETE FROM people
                statement: DO $$ BEGIN COMMIT; END $$
                """);
        assertFalse(result.passed());
        assertEquals("2D000", TestDesk.server(result.outcome()).sqlState());
        assertEquals("3", desk.value("SELECT count(*) FROM people"));
    }

    @Test
    void aLostConnectionIsNoAnswer() throws SQLException {
        try (var other = TestDesk.on(database)) {
            assertThrows(
                    SQLException.class,
                    () -> other.runOne("statement: SELECT pg_terminate_backend(pg_backend_pid())\nerror: 57P01"));
        }
    }

    @Test
    void anInterruptionIsNoAnswer() {
        desk.interruption().request();
        assertThrows(SQLException.class, () -> desk.runOne("statement: SELECT 1\nerror: 57014"));
    }

    @Test
    void putsAllRowsInBeforeOrNone() throws SQLException {
        var tests = new FunctionalTests(desk.connection());
        List<TestResult> failed = tests.before(TestDesk.parse("""
                before:
                  - INSERT INTO people VALUES (4, 'x')
                  - INSERT INTO people VALUES (1, 'y')
                  - INSERT INTO people VALUES (5, 'z')
                """));
        assertEquals("rows before, text 2", names(failed, false));
        assertEquals(2, failed.size());
        assertEquals("3", desk.value("SELECT count(*) FROM people"));

        List<TestResult> deferred = tests.before(TestDesk.parse("before: INSERT INTO pets VALUES (9)"));
        assertEquals("rows before", names(deferred, false));
        assertEquals("23503", TestDesk.server(deferred.get(0).outcome()).sqlState());
        assertEquals("0", desk.value("SELECT count(*) FROM pets"));

        List<TestResult> passed = tests.before(TestDesk.parse("""
                before:
                  - INSERT INTO pets VALUES (9)
                  - INSERT INTO people VALUES (8, 'x'); INSERT INTO people VALUES (9, 'z')
                """));
        assertEquals("", names(passed, false));
        assertEquals("5", desk.value("SELECT count(*) FROM people"));
        assertFalse(desk.connection().isInTransaction());
        assertEquals(List.of(), tests.before(TestDesk.parse("tests: []")));
    }

    @Test
    void runsTheOldApplicationsStatements() throws SQLException {
        List<TestResult> results = new FunctionalTests(desk.connection()).compatible(TestDesk.parse("""
                compatible:
                  - INSERT INTO people (id, name) VALUES (4, 'x')
                  - { name: misses, given: ALTER TABLE people DROP COLUMN name CASCADE, statement: SELECT name FROM people }
                """));
        assertEquals("INSERT INTO people (id, name) VALUES (4, 'x')", names(results, true));
        assertEquals(TestKind.COMPATIBLE, results.get(1).kind());
        assertEquals(
                "error 42703: column \"name\" does not exist",
                results.get(1).outcome().actual());
        assertEquals("3", desk.value("SELECT count(*) FROM people"));
    }
}
