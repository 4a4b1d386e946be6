package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.NamePatterns;
import io.schemactl.lint.rules.NewNames.NewName;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds indexes and constraints whose names do not say what they are, and names that the settings do not want. */
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

    private final NamePatterns wanted;

    /** A rule that wants names to match patterns, where there is one of their kind. */
    UnclearName(NamePatterns wanted) {
        this.wanted = wanted;
    }

    @Override
    public String summary() {
        return "Finds indexes and constraints whose names do not say what they are, and names that lint-names does not want.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return NewNames.all(context)
                .flatMap(name -> wanted.find(name.kind())
                        .map(pattern -> unwanted(name, pattern))
                        .orElseGet(() -> unclear(name)));
    }

    private static Stream<Hit> unwanted(NewName name, String pattern) {
        return NamePatterns.matches(pattern, name.name(), name.table())
                ? Stream.empty()
                : Stream.of(new Hit(
                        name.position(),
                        name.shown(),
                        "%s has a name that does not match `%s`, which `lint-names` wants"
                                .formatted(name.shown(), pattern),
                        "give it a name that does, or change `lint-names` in the settings"));
    }

    private static Stream<Hit> unclear(NewName name) {
        Pattern pattern = name.follows() ? null : PATTERNS.get(name.kind());
        return pattern == null
                        || pattern.matcher(name.name().name().toLowerCase(Locale.ROOT))
                                .matches()
                ? Stream.empty()
                : Stream.of(new Hit(
                        name.position(),
                        name.shown(),
                        "%s does not say by its name what it is; error messages and logs show nothing else"
                                .formatted(name.shown()),
                        "name it like %s".formatted(EXAMPLES.get(name.kind()))));
    }
}
