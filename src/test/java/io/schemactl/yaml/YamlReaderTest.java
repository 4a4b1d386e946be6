package io.schemactl.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlReaderTest {

    private static final Path FILE = Path.of("file.yaml");

    @Test
    void goesThroughADocumentInItsOrder() {
        assertEquals(
                Optional.of("{a=STRING:1 b=[INTEGER:1 NULL:~ {c=BOOLEAN:yes}] d={}}"),
                stream("# comment\na: '1'\nb:\n  - 1\n  - ~\n  - { c: yes }\nd: {}\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n"})
    void findsNothingInAnEmptyFile(String text) {
        assertEquals(Optional.empty(), stream(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1;b: 2;a: 3              | 3:1 key `a` appears twice; the first is on line 1
            a: &x { b: 1 };c: *x        | 2:4 this file can have no aliases
            a: &x 1;b: [*x]             | 2:5 this file can have no aliases
            [1]: 2                      | 1:1 a key must be a plain word
            a: 1;---;b: 2               | 2:1 there is more than one document
            a: [1                       | 1:6 not valid YAML: expected ',' or ']', but got <stream end>
            """)
    void saysWhereATextIsWrong(String lines, String message) {
        Problem problem = assertThrows(ProblemException.class, () -> stream(lines.replace(";", "\n")))
                .problem();

        assertEquals("file.yaml:" + message, problem.position() + " " + problem.message());
    }

    private static Optional<String> stream(String text) {
        return new YamlReader(ProblemCode.SNAPSHOT).stream(FILE, text, YamlReaderTest::print);
    }

    private static String print(YamlCursor yaml) {
        if (yaml.isScalar()) {
            YamlNode.Scalar scalar = yaml.scalar();
            return scalar.kind() + ":" + scalar.text();
        }
        var text = new StringBuilder();
        if (yaml.isMapping()) {
            yaml.mapping(key ->
                    text.append(key.text()).append('=').append(print(yaml)).append(' '));
            return "{" + text.toString().strip() + "}";
        }
        yaml.sequence(() -> text.append(print(yaml)).append(' '));
        return "[" + text.toString().strip() + "]";
    }
}
