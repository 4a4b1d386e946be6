package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.Identifier;
import java.util.stream.Stream;

/** Finds indexes on nothing but a boolean column. */
final class BooleanIndex implements Convention {

    @Override
    public String summary() {
        return "Finds indexes on nothing but a boolean column.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Index.class)
                .filter(added -> added.object().parent() == null)
                .filter(added -> isOnBoolean(context, added.object()))
                .map(added -> {
                    Index index = added.object();
                    return new Hit(
                            added.position(),
                            "index %s on %s".formatted(index.name(), context.shown(index.relation())),
                            "index %s is on a boolean alone: one of two values is in many rows, for which reading the table is faster"
                                    .formatted(index.name()),
                            "index what queries look for among the rare value: `CREATE INDEX … (created_at) WHERE %s`"
                                    .formatted(index.keys().get(0).column()));
                });
    }

    private static boolean isOnBoolean(LintContext context, Index index) {
        Identifier column = index.keys().get(0).column();
        return index.keys().size() == 1
                && index.predicate() == null
                && index.constraint() == null
                && column != null
                && Keys.type(context.schemas().end(), index.relation(), column)
                        .filter("boolean"::equals)
                        .isPresent();
    }
}
