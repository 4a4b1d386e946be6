package io.schemactl.lint.rules;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds enum types with more than 20 labels. */
final class LargeEnum implements Convention {

    private static final int MOST = 20;

    @Override
    public String summary() {
        return "Finds enum types with more than 20 labels.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Catalog before = context.schemas().before();
        return context.schemas()
                .after()
                .all(EnumType.class)
                .filter(type -> type.labels().size() > MOST)
                .filter(type -> labels(before, type.key()) < type.labels().size())
                .map(type -> new Hit(
                        Additions.position(
                                context,
                                statement ->
                                        labels(statement.before(), type.key()) < labels(statement.after(), type.key())),
                        "enum " + context.shown(type.name()),
                        "enum %s has %d labels, and no label can ever be removed"
                                .formatted(
                                        context.shown(type.name()),
                                        type.labels().size()),
                        "use a table with a row for each, and a foreign key"));
    }

    private static int labels(Catalog catalog, ObjectKey key) {
        return catalog.find(EnumType.class, key)
                .map(type -> type.labels().size())
                .orElse(0);
    }
}
