package io.schemactl.rows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes values that are made of others, as the types read them. */
final class Texts {

    private Texts() {}

    static String array(List<String> elements, String delimiter) {
        return elements.stream().map(Texts::quoted).collect(Collectors.joining(delimiter, "{", "}"));
    }

    /** A row; an attribute that is NULL is empty. */
    static String row(List<Optional<String>> attributes) {
        return attributes.stream()
                .map(attribute -> attribute.map(Texts::quoted).orElse(""))
                .collect(Collectors.joining(",", "(", ")"));
    }

    static String range(String lower, String upper, boolean closed) {
        return "[" + quoted(lower) + "," + quoted(upper) + (closed ? "]" : ")");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
