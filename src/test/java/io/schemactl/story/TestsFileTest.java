package io.schemactl.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.ExpectedValue.Form;
import io.schemactl.story.TestCheck.Affects;
import io.schemactl.story.TestCheck.ExpectedCell;
import io.schemactl.story.TestCheck.ExpectedRow;
import io.schemactl.story.TestCheck.Fails;
import io.schemactl.story.TestCheck.Returns;
import io.schemactl.story.TestCheck.Succeeds;
import io.schemactl.story.TestCheck.UsesIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TestsFileTest {

    private static final Path FILE = Path.of("tests.yaml");

    private static final String EVERY_KIND = """
            before:
              - INSERT INTO a VALUES (1)
              - INSERT INTO a VALUES (2); INSERT INTO a VALUES (3)
            compatible:
              - SELECT old
                FROM a
              - { name: inserts, given: SELECT 1, statement: INSERT INTO a VALUES (4) }
            tests:
              - { name: rows, given: [SELECT 1, SELECT 2], query: SELECT 3, rows: [[3]], any-order: yes }
              - { name: plan, query: SELECT 4, uses-index: ix_a }
              - { name: refused, statement: SELECT 5, error: 22P02 }
              - { name: told, statement: SELECT 6, error: { sqlstate: 23505, constraint: c, message: m } }
              - { name: counted, statement: SELECT 7, affects: 0 }
              - { name: fine, statement: SELECT 8 }
            """;

    private static StoryTests parse(String yaml) {
        return TestsFile.parse("story", FILE, yaml, new Identifier("public"));
    }

    private static List<String> complaints(String yaml) {
        var thrown = assertThrows(ProblemException.class, () -> parse(yaml));
        return thrown.problems().stream().map(TestsFileTest::line).toList();
    }

    private static String line(Problem problem) {
        assertEquals(ProblemCode.TESTS, problem.code());
        return problem.position() + " " + problem.message();
    }

    private static Position at(int line, int column) {
        return new Position(FILE, line, column);
    }

    @Test
    void readsEveryKindOfTest() {
        StoryTests tests = parse(EVERY_KIND);

        assertEquals(
                List.of(
                        new TestSql("INSERT INTO a VALUES (1)", at(2, 5)),
                        new TestSql("INSERT INTO a VALUES (2); INSERT INTO a VALUES (3)", at(3, 5))),
                tests.before());
        assertEquals(
                List.of("SELECT old FROM a", "inserts"),
                tests.compatible().stream().map(StoryTest::name).toList());
        assertEquals(
                List.of("rows", "plan", "refused", "told", "counted", "fine"),
                tests.tests().stream().map(StoryTest::name).toList());
        assertEquals(
                List.of(
                        new Returns(
                                List.of(new ExpectedRow(
                                        List.of(new ExpectedCell(null, new ExpectedValue(Form.NUMBER, "3"))),
                                        at(9, 72))),
                                true),
                        new UsesIndex(QualifiedName.of("public", "ix_a")),
                        new Fails("22P02", null, null),
                        new Fails("23505", "c", "m"),
                        new Affects(0),
                        new Succeeds()),
                tests.tests().stream().map(StoryTest::check).toList());
        assertEquals(
                List.of("SELECT 1", "SELECT 2"),
                tests.tests().get(0).given().stream().map(TestSql::text).toList());
    }

    @Test
    void readsValuesAsWhatTheyAre() {
        StoryTests tests = parse("""
                tests:
                  - name: values
                    query: SELECT
                    rows:
                      - [null, ~, 'null', no, true, 1.50, '1.50', 2024-01-01, text]
                      - { a: [1, x, null], b: { c: { d: 1.0, e: yes } } }
                      - alone
                """);
        List<ExpectedRow> rows = ((Returns) tests.tests().get(0).check()).rows();
        assertEquals(
                List.of(
                        new ExpectedValue(Form.NULL, "null"),
                        new ExpectedValue(Form.NULL, "~"),
                        new ExpectedValue(Form.TEXT, "null"),
                        new ExpectedValue(Form.FALSE, "no"),
                        new ExpectedValue(Form.TRUE, "true"),
                        new ExpectedValue(Form.NUMBER, "1.50"),
                        new ExpectedValue(Form.TEXT, "1.50"),
                        new ExpectedValue(Form.TEXT, "2024-01-01"),
                        new ExpectedValue(Form.TEXT, "text")),
                rows.get(0).cells().stream().map(ExpectedCell::value).toList());
        assertEquals(
                List.of(
                        new ExpectedCell("a", new ExpectedValue(Form.JSON, "[1,\"x\",null]")),
                        new ExpectedCell("b", new ExpectedValue(Form.JSON, "{\"c\":{\"d\":1.0,\"e\":true}}"))),
                rows.get(1).cells());
        assertEquals(
                List.of(new ExpectedCell(null, new ExpectedValue(Form.TEXT, "alone"))),
                rows.get(2).cells());
    }

    @Test
    void reportsEveryErrorWithItsPlace() {
        assertEquals(
                List.of(
                        "tests.yaml:1:1 unknown key `test` in a tests file; did you mean `tests`?",
                        "tests.yaml:3:5 a test has either a `query` or a `statement`",
                        "tests.yaml:3:7 unknown key `qery` in a test; did you mean `query`?",
                        "tests.yaml:5:5 `compatible` has no `name`",
                        "tests.yaml:5:18 `statement` wants one statement, not 2"),
                complaints("""
                        test: []
                        tests:
                          - { qery: SELECT 1, name: a }
                        compatible:
                          - { statement: SELECT 1; SELECT 2 }
                        """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            tests: { a: b }                                            | tests.yaml:1:8 `tests` wants a list
            tests: [a]                                                 | tests.yaml:1:9 a test wants a mapping; its keys are name, given, query, rows, any-order, uses-index, statement, error, affects
            tests: [{ query: SELECT 1, rows: [] }]                     | tests.yaml:1:9 a test has no `name`
            tests: [{ name: a, query: SELECT 1 }]                      | tests.yaml:1:27 a `query` has either `rows` or `uses-index`
            tests: [{ name: a, query: SELECT 1, rows: [], uses-index: i }] | tests.yaml:1:27 a `query` has either `rows` or `uses-index`
            tests: [{ name: a, query: SELECT 1, rows: [], error: 23505 }] | tests.yaml:1:54 `error` goes with a `statement`, not with a `query`
            tests: [{ name: a, statement: SELECT 1, rows: [] }]        | tests.yaml:1:47 `rows` goes with a `query`, not with a `statement`
            tests: [{ name: a, query: SELECT 1, uses-index: i, any-order: true }] | tests.yaml:1:63 `any-order` goes with `rows`
            tests: [{ name: a, query: SELECT 1, rows: 1 }]             | tests.yaml:1:43 `rows` wants a list of rows, such as [[a, 1], [b, 2]]
            tests: [{ name: a, query: SELECT 1, rows: [[]] }]          | tests.yaml:1:44 a row has at least one value
            tests: [{ name: a, query: -- nothing, rows: [] }]          | tests.yaml:1:27 `query` has no statement in it
            tests: [{ name: a, query: [SELECT 1], rows: [] }]          | tests.yaml:1:27 `query` wants SQL as a text
            tests: [{ name: a, statement: SELECT 1, error: 235 }]      | tests.yaml:1:48 `235` is not an SQLSTATE
            tests: [{ name: a, statement: SELECT 1, error: { constraint: c } }] | tests.yaml:1:48 `error` has no `sqlstate`
            tests: [{ name: a, statement: SELECT 1, error: { sqlstat: 23505 } }] | tests.yaml:1:48 `error` has no `sqlstate`
            tests: [{ name: a, statement: SELECT 1, error: 23505, affects: 1 }] | tests.yaml:1:64 a statement that fails affects nothing; leave out `affects`
            tests: [{ name: a, statement: SELECT 1, affects: one }]    | tests.yaml:1:50 `affects` wants a whole number
            tests: [{ name: a, statement: SELECT 1, affects: -1 }]     | tests.yaml:1:50 `affects` is a number of rows, 0 or more
            tests: [{ name: a, statement: SELECT 1 }, { name: a, statement: SELECT 2 }] | tests.yaml:1:43 two tests have the name `a`; the first is on line 1
            before: { a: b }                                           | tests.yaml:1:9 `before` wants SQL as a text
            before: [~]                                                | tests.yaml:1:10 `before` wants SQL as a text
            compatible: INSERT                                         | tests.yaml:1:13 `compatible` wants a list
            [a]                                                        | tests.yaml:1:1 a tests file wants a mapping; its keys are before, compatible, tests
            """)
    void saysWhatIsWrong(String yaml, String complaint) {
        assertEquals(complaint, complaints(yaml).get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "INSERT INTO a VALUES (1); COMMIT",
                "begin",
                "START TRANSACTION",
                "/* */ ROLLBACK",
                "END",
                "ABORT",
                "COMMIT AND CHAIN",
                "PREPARE TRANSACTION 'x'"
            })
    void refusesWhatEndsTheTransaction(String sql) {
        String yaml = "tests: [{ name: a, given: \"%s\", statement: SELECT 1 }]".formatted(sql);
        List<String> complaints = complaints(yaml);
        assertEquals(1, complaints.size());
        assertEquals(true, complaints.get(0).endsWith("cannot be in `given`"), complaints.get(0));
    }

    @Test
    void allowsSavepointsAndBlocks() {
        StoryTests tests = parse("""
                tests:
                  - name: a
                    given: SAVEPOINT s; ROLLBACK TO SAVEPOINT s; PREPARE q AS SELECT 1
                    statement: DO $$ BEGIN PERFORM 1; END $$
                """);
        assertEquals(1, tests.tests().size());
    }

    @Test
    void suggestsTheSqlStateInCapitals() {
        var thrown = assertThrows(
                ProblemException.class, () -> parse("tests: [{ name: a, statement: SELECT 1, error: 22p02 }]"));
        assertEquals("write 22P02", thrown.problem().fix());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "tests: []", "before:", "tests:"})
    void emptyFilesHaveNoTests(String yaml) {
        assertEquals(StoryTests.none("story"), parse(yaml));
    }

    @Test
    void aStoryWithoutAFileHasNoTests(@TempDir Path folder) {
        Story story = Story.of(folder.resolve("changelog.yaml"));
        assertEquals(StoryTests.none(story.name()), TestsFile.read(story, new Identifier("public")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test.yaml", "tests.yml"})
    void namesAMisspeltFile(String name, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(name), "tests: []");
        Story story = Story.of(folder.resolve("changelog.yaml"));
        var thrown = assertThrows(ProblemException.class, () -> TestsFile.read(story, new Identifier("public")));
        assertEquals("tests are in " + name, thrown.problem().message());
        assertEquals("rename the file to tests.yaml", thrown.problem().fix());
    }
}
