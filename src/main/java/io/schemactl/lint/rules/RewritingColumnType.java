package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.lint.TableChange;
import io.schemactl.lint.TableChange.ColumnChange;
import java.util.stream.Stream;

/** Finds changes of a column's type for which PostgreSQL writes all rows anew. */
final class RewritingColumnType implements StatementRule {

    @Override
    public String summary() {
        return "Finds changes of a column's type for which PostgreSQL writes all rows anew.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .filter(change -> facts.isRewritten(change.name()))
                .flatMap(change -> change.retyped().limit(1).map(column -> hit(facts, change, column)));
    }

    private static Hit hit(StatementFacts facts, TableChange change, ColumnChange column) {
        return facts.hit(
                        facts.column(change.name(), column.to().name()),
                        "changes the type of %s.%s from %s to %s, which writes all rows anew: %s"
                                .formatted(
                                        facts.shown(change.name()),
                                        column.to().name(),
                                        column.from().type(),
                                        column.to().type(),
                                        facts.locked(change.name())))
                .fix("add a column of the new type, fill it in batches, and let a later story drop the old one");
    }
}
