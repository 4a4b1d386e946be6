package io.schemactl.engine.changelog;

import io.schemactl.problem.Suggestion;
import io.schemactl.yaml.PlainScalar;
import io.schemactl.yaml.YamlNode.Kind;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks the values of attributes. */
final class Values {

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    /** Checks a value against the Java type that Liquibase turns it into. */
    void check(Element attribute, Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            bool(attribute);
        } else if (type == Integer.class || type == BigInteger.class) {
            integer(attribute);
        } else if (type.isEnum()) {
            oneOf(attribute, names(type), false);
        } else {
            single(attribute);
        }
    }

    /** Whether there is one plain value; says so if there is something else. */
    boolean single(Element attribute) {
        if (!attribute.children().isEmpty()) {
            problems.error(attribute.position(), "`%s` wants a plain value, not a mapping".formatted(attribute.name()));
            return false;
        }
        if (attribute.values().size() > 1) {
            problems.error(attribute.position(), "`%s` wants one value, not a list".formatted(attribute.name()));
            return false;
        }
        return attribute.values().size() == 1;
    }

    /** Liquibase takes every word but {@code true} for false, and YAML's own yes and no for what they say. */
    void bool(Element attribute) {
        if (!single(attribute)) {
            return;
        }
        var value = attribute.values().get(0);
        boolean fits = value.kind() == Kind.BOOLEAN
                || value.text().equalsIgnoreCase("true")
                || value.text().equalsIgnoreCase("false");
        if (!fits && !value.hasParameter()) {
            problems.error(
                    value.position(),
                    "`%s` wants true or false, not `%s`".formatted(attribute.name(), shortened(value.text())));
        }
    }

    void integer(Element attribute) {
        if (!single(attribute)) {
            return;
        }
        var value = attribute.values().get(0);
        boolean fits = value.kind() == Kind.INTEGER || value.text().matches("[+-]?\\d+");
        if (!fits && !value.hasParameter()) {
            problems.error(
                    value.position(),
                    "`%s` wants a whole number, not `%s`".formatted(attribute.name(), shortened(value.text())));
        }
    }

    void oneOf(Element attribute, List<String> known, boolean anyCase) {
        if (!single(attribute)) {
            return;
        }
        var value = attribute.values().get(0);
        boolean fits = known.stream()
                .anyMatch(word -> anyCase ? word.equalsIgnoreCase(value.text()) : word.equals(value.text()));
        if (!fits && !value.hasParameter()) {
            String hint = Suggestion.hint(value.text(), known);
            problems.error(
                    value.position(),
                    "unknown value `%s` of `%s`%s"
                            .formatted(
                                    shortened(value.text()),
                                    attribute.name(),
                                    hint.isEmpty() ? "; it is one of " + String.join(", ", known) : hint));
        }
    }

    /** Checks that a name is recorded as it is written: YAML turns 010 into 8, 1.10 into 1.1 and 2024-01-01 into a date. */
    void verbatim(Element attribute) {
        if (!single(attribute)) {
            return;
        }
        var value = attribute.values().get(0);
        if (value.kind() == Kind.STRING) {
            return;
        }
        String text = value.text();
        String meant = value.kind() == Kind.TIMESTAMP ? "a date" : "`" + PlainScalar.print(text) + "`";
        if (!meant.equals("`" + text + "`")) {
            problems.error(
                    value.position(),
                    "YAML turns the %s `%s` into %s".formatted(attribute.name(), text, meant),
                    "quote it: \"%s\"".formatted(text));
        }
    }

    /** Checks that the parser gets a string, because it casts instead of converting. */
    void string(Element attribute) {
        if (single(attribute) && attribute.values().get(0).kind() != Kind.STRING) {
            var value = attribute.values().get(0);
            problems.error(
                    value.position(),
                    "`%s` must be a string".formatted(attribute.name()),
                    "quote it: \"%s\"".formatted(value.text()));
        }
    }

    /** Says that plain values stand where only named parts have a meaning. */
    void none(Element element, String wanted) {
        if (!element.values().isEmpty()) {
            var value = element.values().get(0);
            problems.error(
                    value.position(),
                    "`%s` among %s has no meaning; %s".formatted(shortened(value.text()), element.name(), wanted));
        }
    }

    /** Says that a part is not there, or says nothing. */
    void required(Element element, String name) {
        if (!element.has(name)) {
            var found = element.find(name);
            problems.error(
                    found.map(Element::position).orElse(element.position()),
                    "`%s` needs `%s`".formatted(element.name(), name));
        }
    }

    /** Says that a part is not known. */
    boolean known(Element part, String place, Set<String> names) {
        boolean known =
                names.contains(part.name()) || names.stream().anyMatch(name -> name.equalsIgnoreCase(part.name()));
        if (!known) {
            problems.unknown(part, "attribute", place, names);
        }
        return known;
    }

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > 40 ? line.substring(0, 39) + "…" : line;
    }
}
