package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.Identifier;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds unique keys over columns that may be NULL. */
final class NullableUnique implements Convention {

    @Override
    public String summary() {
        return "Finds unique keys over columns that may be NULL.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Index.class)
                .filter(added -> added.object().parent() == null)
                .filter(added -> added.object().uniqueness().unique())
                .filter(added -> added.object().predicate() == null)
                .filter(added -> !added.object().uniqueness().nullsNotDistinct())
                .flatMap(
                        added -> nullable(context, added.object()).stream().map(column -> hit(context, added, column)));
    }

    private static Optional<Identifier> nullable(LintContext context, Index index) {
        return index.keys().stream()
                .flatMap(key -> Optional.ofNullable(key.column()).stream())
                .filter(column -> !Keys.isNotNull(context.schemas().end(), index.relation(), column))
                .findFirst();
    }

    private static Hit hit(LintContext context, Added<Index> added, Identifier column) {
        Index index = added.object();
        String instead = context.server().majorVersion() >= 15
                ? "say what is meant: NOT NULL, `NULLS NOT DISTINCT`, or `WHERE %s IS NOT NULL`"
                : "say what is meant: NOT NULL, or `WHERE %s IS NOT NULL`";
        return new Hit(
                added.position(),
                "index %s on %s".formatted(index.name(), context.shown(index.relation())),
                "unique index %s lets in any number of rows in which %s is NULL".formatted(index.name(), column),
                instead.formatted(column));
    }
}
