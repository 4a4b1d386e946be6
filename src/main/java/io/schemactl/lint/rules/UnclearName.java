package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds indexes and constraints whose names do not say what they are. */
final class UnclearName implements Convention {

    private static final Map<String, Pattern> PATTERNS = Map.of(
            "index",
                    Pattern.compile(
                            "(ix|idx|ux|uix|uq|gin|gist|brin)_.*|.*_(ix|idx|index|key|uq|gin|gist|brin|unique)"),
            "primary key", Pattern.compile("pk_.*|.*_(pk|pkey)"),
            "unique constraint", Pattern.compile("(uq|uk|ux|unique)_.*|.*_(key|uq|uk|unique)"),
            "foreign key", Pattern.compile("fk_.*|.*_(fk|fkey)"),
            "check", Pattern.compile("(ck|chk|check)_.*|.*_(ck|chk|check)"));

    private static final Map<String, String> EXAMPLES = Map.of(
            "index", "ix_TABLE_COLUMN",
            "primary key", "pk_TABLE",
            "unique constraint", "uq_TABLE_COLUMN",
            "foreign key", "fk_TABLE_COLUMN",
            "check", "ck_TABLE_COLUMN");

    @Override
    public String summary() {
        return "Finds indexes and constraints whose names do not say what they are.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return NewNames.in(context)
                .filter(name -> PATTERNS.containsKey(name.kind()))
                .filter(name -> !Objects.requireNonNull(PATTERNS.get(name.kind()))
                        .matcher(name.name().name().toLowerCase(Locale.ROOT))
                        .matches())
                .map(name -> new Hit(
                        name.position(),
                        name.shown(),
                        "%s does not say by its name what it is; error messages and logs show nothing else"
                                .formatted(name.shown()),
                        "name it like %s".formatted(EXAMPLES.get(name.kind()))));
    }
}
