package io.schemactl.lint.rules;

import io.schemactl.catalog.Column;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** New columns whose values PostgreSQL writes into all rows. */
final class AddedColumns {

    private AddedColumns() {}

    /**
     * The new columns that make a statement write a table in use anew.
     *
     * @param which the columns that a rule is about
     * @param what what a rule calls them
     */
    static Stream<Hit> rewriting(StatementFacts facts, Predicate<Column> which, String what, String remedy) {
        return facts.tableChanges().stream()
                .filter(change -> facts.isRewritten(change.name()))
                .flatMap(change -> change.added().stream()
                        .filter(which)
                        .limit(1)
                        .map(column -> facts.hit(
                                        facts.column(change.name(), column.name()),
                                        "adds %s %s to %s, which writes all rows anew: %s"
                                                .formatted(
                                                        what,
                                                        column.name(),
                                                        facts.shown(change.name()),
                                                        facts.locked(change.name())))
                                .fix(remedy)));
    }

    /** Whether a column counts itself. */
    static boolean isCounted(Column column) {
        return column.identity() != null
                || (column.defaultExpression() != null
                        && column.defaultExpression().startsWith("nextval("));
    }

    /** Whether a column is computed when a row is written. */
    static boolean isStored(Column column) {
        return column.generated() != null && column.generated().stored();
    }

    /** Whether a column has a default of its own. */
    static boolean isFilled(Column column) {
        return column.defaultExpression() != null && !isCounted(column);
    }
}
