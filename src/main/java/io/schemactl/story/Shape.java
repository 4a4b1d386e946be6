package io.schemactl.story;

import java.util.List;
import java.util.Locale;

/** The mappings of an expectations file and their keys; docs/schema/expect.schema.json says the same to editors. */
enum Shape implements Keyed {
    FILE(
            "schemas",
            "extensions",
            "enums",
            "domains",
            "sequences",
            "functions",
            "procedures",
            "views",
            "tables",
            "absent"),
    SCHEMA("comment", "commented"),
    EXTENSION("schema", "version", "comment", "commented"),
    ENUM("labels", "comment", "commented"),
    DOMAIN("type", "nullable", "default", "checks", "comment", "commented"),
    SEQUENCE("type", "start", "increment", "minimum", "maximum", "cache", "cycle", "owned-by", "comment", "commented"),
    FUNCTION("returns", "language", "volatility", "security", "strict", "body", "comment", "commented"),
    VIEW("columns", "definition", "materialized", "indexes", "comment", "commented"),
    TABLE(
            "comment",
            "commented",
            "primary-key",
            "columns",
            "unique",
            "foreign-keys",
            "checks",
            "exclusions",
            "indexes",
            "triggers"),
    PRIMARY_KEY("columns", "name", "include", "deferrable", "initially", "comment", "commented"),
    COLUMN("type", "nullable", "default", "identity", "generated", "virtual", "collation", "comment", "commented"),
    UNIQUE("columns", "include", "nulls-not-distinct", "deferrable", "initially", "comment", "commented"),
    FOREIGN_KEY(
            "columns",
            "references",
            "on-delete",
            "on-delete-columns",
            "on-update",
            "match",
            "deferrable",
            "initially",
            "validated",
            "enforced",
            "comment",
            "commented"),
    CHECK("expression", "validated", "enforced", "no-inherit", "comment", "commented"),
    EXCLUSION("definition", "comment", "commented"),
    INDEX("columns", "method", "unique", "where", "include", "nulls-not-distinct", "comment", "commented"),
    INDEX_KEY("column", "expression", "order", "nulls", "operator-class", "collation"),
    TRIGGER(
            "timing",
            "events",
            "level",
            "columns",
            "when",
            "function",
            "enabled",
            "deferrable",
            "initially",
            "comment",
            "commented"),
    ABSENT(
            "schemas",
            "extensions",
            "enums",
            "domains",
            "sequences",
            "functions",
            "procedures",
            "views",
            "tables",
            "columns",
            "constraints",
            "indexes",
            "triggers");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> keys;

    Shape(String... keys) {
        this.keys = List.of(keys);
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    /** The shape's name in the JSON Schema. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String word() {
        return this == FILE ? "an expectations file" : "`" + id() + "`";
    }
}
