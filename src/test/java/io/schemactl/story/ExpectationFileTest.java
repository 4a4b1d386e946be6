package io.schemactl.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import io.schemactl.story.Expectation.ExpectedEnum;
import io.schemactl.story.TablePart.ExpectedColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectationFileTest {

    private static final Path FILE = Path.of("expect.yaml");

    private static StoryExpectations parse(String yaml) {
        return ExpectationFile.parse("story", FILE, yaml, new Identifier("public"));
    }

    private static List<String> complaints(String yaml) {
        var thrown = assertThrows(ProblemException.class, () -> parse(yaml));
        return thrown.problems().stream().map(ExpectationFileTest::line).toList();
    }

    private static String line(Problem problem) {
        assertEquals(ProblemCode.EXPECTATIONS, problem.code());
        return problem.position() + " " + problem.message();
    }

    @Test
    void reportsEveryErrorWithItsPlace() {
        assertEquals(
                List.of(
                        "expect.yaml:2:3 unknown key `tabel` in `absent`; did you mean `tables`?",
                        "expect.yaml:5:5 unknown key `collumns` in `table`; did you mean `columns`?",
                        "expect.yaml:8:31 `nullable` wants true or false",
                        "expect.yaml:9:10 `column` has no `type`",
                        "expect.yaml:10:33 `identity` cannot be `allways`; did you mean `always`?"),
                complaints("""
                        absent:
                          tabel: [a]
                        tables:
                          a:
                            collumns: {}
                          b:
                            columns:
                              x: { type: a, nullable: maybe }
                              y: { nullable: true }
                              z: { type: int, identity: allways }
                        """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            schema: [a]                                | expect.yaml:1:1 unknown key `schema` in an expectations file; did you mean `schemas`?
            schemas: a                                 | expect.yaml:1:10 `schemas` wants a list, such as [a, b]
            enums: [Bad]                               | expect.yaml:1:9 `Bad` has capitals, which SQL ignores without quotes
            enums: [a.b.c]                             | expect.yaml:1:9 `a.b.c` is not a name, or schema.name
            functions: [f]                             | expect.yaml:1:13 `f` has no parentheses
            absent: { columns: [a] }                   | expect.yaml:1:21 `a` is not table.name, or schema.table.name
            tables: { t: { indexes: { i: { } } } }     | expect.yaml:1:30 `index` has no `columns`
            tables: { t: { indexes: { i: { columns: [{ order: desc }] } } } } | expect.yaml:1:42 an index key is either a `column` or an `expression`
            tables: { t: { foreign-keys: { f: { columns: [a] } } } } | expect.yaml:1:35 `foreign-key` has no `references`
            tables: [t]                                | expect.yaml:1:9 `tables` wants a mapping from names
            sequences: { s: { start: one } }           | expect.yaml:1:26 `start` wants a whole number
            [a]                                        | expect.yaml:1:1 an expectations file wants a mapping; its keys are schemas, extensions, enums, domains, sequences, functions, procedures, views, tables, absent
            """)
    void saysWhatIsWrong(String yaml, String complaint) {
        assertEquals(List.of(complaint), complaints(yaml).subList(0, 1));
    }

    @Test
    void refusesContradictions() {
        assertEquals(
                List.of(
                        "expect.yaml:2:22 enum e is expected both to exist and to be absent; the first statement is on line 1"),
                complaints("enums: { e: [a] }\nabsent: { enums: [   e] }"));
    }

    @Test
    void takesYamlBooleansAsWhatTheyMean() {
        var expectations = parse("""
                enums: { answer: [yes, no, on, 1, null_, 2024-01-01] }
                tables: { t: { columns: { on: { type: boolean, nullable: no, default: no } } } }
                """);
        assertEquals(
                List.of("yes", "no", "on", "1", "null_", "2024-01-01"),
                ((ExpectedEnum) expectations.expectations().get(0)).labels());
        var column = (ExpectedColumn) expectations.expectations().get(2);
        assertEquals(new Identifier("on"), column.subject().name());
        assertEquals(false, column.nullable());
        assertEquals("false", column.defaultExpression());
    }

    @Test
    void anEmptyFileExpectsNothing() {
        assertEquals(List.of(), parse("# nothing yet\n").expectations());
    }

    @Test
    void findsAStorysFile(@TempDir Path folder) throws IOException {
        Path changelog = folder.resolve("story-1/changelog.yaml");
        Files.createDirectory(folder.resolve("story-1"));
        Story story = Story.of(changelog);
        assertEquals("story-1", story.name());
        assertEquals(
                List.of(), ExpectationFile.read(story, new Identifier("public")).expectations());
        Files.writeString(folder.resolve("story-1/expect.yml"), "enums: [a]");
        assertThrows(ProblemException.class, story::findExpectations);
        Files.move(folder.resolve("story-1/expect.yml"), folder.resolve("story-1/expect.yaml"));
        assertEquals(
                1,
                ExpectationFile.read(story, new Identifier("public"))
                        .expectations()
                        .size());
    }
}
