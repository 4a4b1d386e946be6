package io.schemactl.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.sql.Identifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExpectationsTest {

    /** What is left of stories named by their numbers: kind, name and story. */
    private static List<String> merged(String... stories) {
        List<StoryExpectations> parsed = IntStream.range(0, stories.length)
                .mapToObj(i -> ExpectationFile.parse(
                        String.valueOf(i + 1), Path.of("expect.yaml"), stories[i], new Identifier("public")))
                .toList();
        return Expectations.merge(parsed).all().stream()
                .map(each -> "%s%s %s %s"
                        .formatted(
                                each instanceof Expectation.ExpectedAbsence ? "no " : "",
                                each.subject().kind().word(),
                                each.subject().name(),
                                each.origin().story()))
                .sorted()
                .toList();
    }

    private static List<String> list(String... lines) {
        return Arrays.asList(lines);
    }

    @Test
    void aLaterStoryReplacesWhatAnEarlierOneSaysOfTheSameObject() {
        assertEquals(
                list("column a 1", "column b 2", "enum e 2", "table t 2"),
                merged(
                        "enums: { e: [a] }\ntables: { t: { columns: { a: { type: int }, b: { type: int } } } }",
                        "enums: { e: [a, b] }\ntables: { t: { columns: { b: { type: text } } } }"));
    }

    @Test
    void whatIsAbsentTakesItsPartsWithIt() {
        assertEquals(
                list("no table t 2"),
                merged(
                        "tables: { t: { primary-key: [a], columns: { a: { type: int } }, indexes: { i: { columns: [a] } },"
                                + " checks: { c: a > 0 } } }",
                        "absent: { tables: [t] }"));
        assertEquals(
                list("no schema s 2"), merged("tables: { s.t: { primary-key: [a] } }", "absent: { schemas: [s] }"));
    }

    @Test
    void whatComesBackIsNotAbsentAnyMore() {
        assertEquals(list("enum e 2"), merged("absent: { enums: [e] }", "enums: { e: [a] }"));
        assertEquals(list("enum e 2"), merged("absent: { schemas: [s] }", "enums: { s.e: [a] }"));
        assertEquals(
                list("column a 2", "table t 2"),
                merged("absent: { columns: [t.a] }", "tables: { t: { columns: { a: { type: int } } } }"));
    }

    @Test
    void anAbsentConstraintMayBeThePrimaryKey() {
        assertEquals(
                list("no constraint t_pkey 2", "table t 1"),
                merged(
                        "tables: { t: { primary-key: { columns: [a], name: t_pkey } } }",
                        "absent: { constraints: [t.t_pkey] }"));
    }

    @Test
    void anIndexThatMovesToAnotherTableIsOneIndex() {
        assertEquals(
                list("index i 2", "table t 1", "table u 2"),
                merged(
                        "tables: { t: { indexes: { i: { columns: [a] } } } }",
                        "tables: { u: { indexes: { i: { columns: [a] } } } }"));
    }
}
