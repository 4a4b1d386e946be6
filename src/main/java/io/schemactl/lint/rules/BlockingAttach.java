package io.schemactl.lint.rules;

import io.schemactl.catalog.Table;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds tables in use that are read under a lock when they become partitions. */
final class BlockingAttach implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use that are read under a lock when they become partitions.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.changed(Table.class)
                .filter(pair -> pair.from().inheritance().partitionBound() == null
                        && pair.to().inheritance().partitionBound() != null)
                .map(pair -> pair.to().name())
                .filter(table -> facts.isUsed(table) && facts.isScanned(table))
                .map(
                        table -> facts.hit(
                                        table,
                                        "reads all rows of %s to see that they fit the partition: %s"
                                                .formatted(facts.shown(table), facts.locked(table)))
                                .fix(
                                        "add a CHECK that says the bound as NOT VALID, validate it in a later change set, then attach"));
    }
}
