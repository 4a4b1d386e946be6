package io.schemactl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {

    private static final Environment ENVIRONMENT =
            new Environment(Map.of("A", "one", "EMPTY", ""), Path.of("/"), Path.of("/"));

    private static Interpolation.Expanded expand(String text) {
        return Interpolation.expand(new FileValue(text, Position.startOf(Path.of("f"))), ENVIRONMENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "${A}|one",
                "x${A}y${A}z|xoneyonez",
                "${B:-two}|two",
                "${A:-two}|one",
                "${EMPTY:-two}|two",
                "${B:-embedded:portal}|embedded:portal",
                "${B:-${C:-three}}|three",
                "${B:-${A}}|one",
                "a$$b|a$b",
                "$${A}|${A}",
                "$A and $|$A and $",
                "${B:-a$$b}|a$b",
                "${B:-}|''",
            })
    void putsVariablesIn(String text, String result) {
        assertEquals(result, expand(text).text());
        assertEquals(List.of(), expand(text).missing());
        assertEquals(List.of(), expand(text).broken());
    }

    @Test
    void namesVariablesThatAreNotSet() {
        assertEquals(
                List.of("environment variable B is not set", "environment variable EMPTY is not set"),
                Stream.of("${B}", "${EMPTY}")
                        .map(text -> expand(text).missing().get(0).message())
                        .toList());
        assertEquals(List.of(), expand("${A:-${B}}").missing());
    }

    @Test
    void neverRepeatsBrokenText() {
        for (String text : List.of("pw${x y}", "pw${", "pw${}", "pw${hunter-2}")) {
            Problem problem = expand(text).broken().get(0);
            assertEquals(-1, problem.toString().indexOf("hunter"), problem.toString());
            assertEquals(-1, problem.toString().indexOf("pw"), problem.toString());
        }
    }
}
