package io.schemactl.lint.rules;

import io.schemactl.catalog.EnumType;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds new enum types. */
final class NewEnum implements Convention {

    @Override
    public String summary() {
        return "Finds new enum types.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, EnumType.class)
                .map(added -> new Hit(
                        added.position(),
                        "enum " + context.shown(added.object().name()),
                        "creates enum %s: labels can be added and renamed, not removed"
                                .formatted(context.shown(added.object().name())),
                        "use text with a CHECK, or a table with a foreign key"));
    }
}
