package io.schemactl.story;

import java.util.List;
import java.util.Locale;

/** The mappings of a tests file and their keys; docs/schema/tests.schema.json says the same to editors. */
enum TestShape implements Keyed {
    FILE("before", "compatible", "tests"),
    COMPATIBLE("name", "given", "statement"),
    TEST("name", "given", "query", "rows", "any-order", "uses-index", "statement", "error", "affects"),
    ERROR("sqlstate", "constraint", "message");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> keys;

    TestShape(String... keys) {
        this.keys = List.of(keys);
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    /** The shape's name in the JSON Schema. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String word() {
        return switch (this) {
            case FILE -> "a tests file";
            case TEST -> "a test";
            case COMPATIBLE, ERROR -> "`" + id() + "`";
        };
    }
}
