package io.schemactl.prove;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemactl.story.ExpectedValue;
import io.schemactl.story.ExpectedValue.Form;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a value that PostgreSQL returned with what a tests file says.
 *
 * <p>The text counts, except that JSON is compared by value, and numbers and truth values without quotes are too.
 */
final class ValueComparison {

    private static final Set<String> JSON_TYPES = Set.of("json", "jsonb");
    private static final Set<String> NUMBER_TYPES =
            Set.of("int2", "int4", "int8", "smallserial", "serial", "bigserial", "numeric", "float4", "float8", "oid");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Numbers are equal whatever their scale, as in jsonb. */
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> left.isNumber() && right.isNumber()
            ? left.decimalValue().compareTo(right.decimalValue())
            : left.equals(right) ? 0 : 1;

    private ValueComparison() {}

    static boolean isEqual(ExpectedValue expected, @Nullable String actual, String type) {
        if (actual == null || expected.form() == Form.NULL) {
            return actual == null && expected.form() == Form.NULL;
        }
        if (JSON_TYPES.contains(type)) {
            return isEqualJson(expected, actual);
        }
        if (expected.form() == Form.NUMBER && NUMBER_TYPES.contains(type)) {
            return isEqualNumber(expected.text(), actual);
        }
        if (type.equals("bool")) {
            return truth(expected).equals(actual);
        }
        return expected.form() != Form.JSON && expected.text().equals(actual);
    }

    private static String truth(ExpectedValue expected) {
        return switch (expected.form()) {
            case TRUE -> "t";
            case FALSE -> "f";
            case NULL, NUMBER, TEXT, JSON -> expected.text();
        };
    }

    private static boolean isEqualNumber(String expected, String actual) {
        Optional<BigDecimal> left = number(expected);
        Optional<BigDecimal> right = number(actual);
        if (left.isPresent() && right.isPresent()) {
            return left.get().compareTo(right.get()) == 0;
        }
        return expected.equals(actual);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            // PostgreSQL has NaN and Infinity, and YAML numbers that are none elsewhere; their text counts.
            return Optional.empty();
        }
    }

    /** What is written as JSON is compared as JSON; what is not must be the content of a JSON string. */
    private static boolean isEqualJson(ExpectedValue expected, String actual) {
        Optional<JsonNode> value = json(actual);
        if (value.isEmpty()) {
            return expected.text().equals(actual);
        }
        return switch (expected.form()) {
            case NULL -> false;
            case TRUE -> value.get().isBoolean() && value.get().booleanValue();
            case FALSE -> value.get().isBoolean() && !value.get().booleanValue();
            case NUMBER, TEXT, JSON -> {
                Optional<JsonNode> wanted = json(expected.text());
                yield wanted.isPresent()
                        ? wanted.get().equals(BY_VALUE, value.get())
                        : value.get().isTextual() && value.get().textValue().equals(expected.text());
            }
        };
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            // Not JSON: a text that stands for itself.
            return Optional.empty();
        }
    }
}
